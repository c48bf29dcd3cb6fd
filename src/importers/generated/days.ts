import {DAY_MS, dayIndexOf, localDays} from '../../calendar/index.ts';
import {type DayCount, type Unusual, unusualDays} from '../../fitting/index.ts';
import {WEEKDAYS, type Weekday} from '../../scenario/scenario.ts';

/** A local day of the log. */
export interface Day {
  readonly date: string;
  readonly weekday: Weekday;
  /** Contacts of all kinds. */
  readonly count: number;
  /** Not one of its weekday's usual days: rates are not taken from it. */
  readonly unusual: Unusual | null;
}

/** Where an instant falls: number of its day, and the local time of day. */
export interface Moment {
  readonly day: number;
  readonly localMs: number;
}

/** Local days from the first contact to the last, and where an instant (epoch ms) falls among them. */
export interface LogDays {
  readonly days: readonly Day[];
  momentOf(epochMs: number): Moment;
}

const HOUR_MS = 3_600_000;
/** Clocks change before this time of day. */
const CHANGED_BY_MS = 3 * HOUR_MS;

export function logDays(arrivedMs: Iterable<number>, firstMs: number, lastMs: number, zone: string): LogDays {
  const dayAt = localDays(zone, firstMs);
  const length = dayIndexOf(dayAt, lastMs - firstMs) + 1;
  const counts = new Array<number>(length).fill(0);
  for (const at of arrivedMs) counts[dayIndexOf(dayAt, at - firstMs)]++;
  const dayCounts = counts.map((count, i): DayCount => ({kind: String(dayAt(i).weekday), count}));
  const unusual = unusualDays(dayCounts);
  return {
    days: counts.map((count, i) => ({
      date: dayAt(i).date,
      weekday: WEEKDAYS[dayAt(i).weekday] ?? 'mon',
      count,
      unusual: unusual[i] ?? null,
    })),
    momentOf(epochMs) {
      const at = epochMs - firstMs;
      const day = dayIndexOf(dayAt, at);
      const {startMs, endMs} = dayAt(day);
      const elapsed = at - startMs;
      const changed = elapsed >= CHANGED_BY_MS ? DAY_MS - (endMs - startMs) : 0;
      return {day, localMs: Math.min(elapsed + changed, DAY_MS - 1)};
    },
  };
}
