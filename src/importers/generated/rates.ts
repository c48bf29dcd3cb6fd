import {type DayCount, type DayVariation, dayVariationOf, isShared} from '../../fitting/index.ts';
import {WEEKDAYS, type Weekday} from '../../scenario/scenario.ts';
import type {LogDays} from './days.ts';

export const INTERVAL_MS = 1_800_000;
const INTERVALS = 48;

/** Mean arrivals of a weekday in one interval. */
export interface Rate {
  readonly weekday: Weekday;
  readonly fromMs: number;
  readonly mean: number;
}

/** Rates of contacts by weekday and interval, the mean over the usual days; intervals without any are left out. */
export function ratesOf(arrivedMs: readonly number[], {days, momentOf}: LogDays): Rate[] {
  const sums = new Map(WEEKDAYS.map((weekday) => [weekday, new Float64Array(INTERVALS)]));
  const usual = new Map<Weekday, number>();
  for (const {weekday, unusual} of days) if (unusual === null) usual.set(weekday, (usual.get(weekday) ?? 0) + 1);
  for (const at of arrivedMs) {
    const {day, localMs} = momentOf(at);
    const {weekday, unusual} = days[day];
    const sum = sums.get(weekday);
    if (unusual === null && sum) sum[Math.floor(localMs / INTERVAL_MS)]++;
  }
  return WEEKDAYS.flatMap((weekday) =>
    [...(sums.get(weekday) ?? [])].flatMap((sum, i) =>
      sum > 0 ? [{weekday, fromMs: i * INTERVAL_MS, mean: sum / (usual.get(weekday) ?? 1)}] : [],
    ),
  );
}

/** What whole days have beyond chance: one factor for all streams, or one each. Null: no two days are alike. */
export type Busyness =
  | {readonly kind: 'shared'; readonly variation: DayVariation}
  | {readonly kind: 'own'; readonly variations: readonly (DayVariation | null)[]};

export function busynessOf(streams: readonly (readonly number[])[], {days, momentOf}: LogDays): Busyness | null {
  const counts = streams.map((arrivedMs): DayCount[] => {
    const byDay = new Float64Array(days.length);
    for (const at of arrivedMs) byDay[momentOf(at).day]++;
    return days.flatMap(({weekday, unusual}, i) => (unusual === null ? [{kind: weekday, count: byDay[i]}] : []));
  });
  const [first] = counts;
  if (first === undefined) return null;
  if (!isShared(counts)) return {kind: 'own', variations: counts.map(dayVariationOf)};
  const variation = dayVariationOf(
    first.map(({kind}, i) => ({kind, count: counts.reduce((sum, one) => sum + (one[i]?.count ?? 0), 0)})),
  );
  return variation && {kind: 'shared', variation};
}
