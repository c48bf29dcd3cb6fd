import type {RecordedComparison, RecordedDay, RecordedFigures} from '../../measure/results.ts';
import {correlation} from '../../statistics/index.ts';

/** A figure of the simulation beside the log's. */
export interface Beside {
  readonly recorded: number;
  readonly simulated: number;
}

/** How near a simulation is to what a log recorded, over some days. Null: the log does not say. */
export interface Nearness {
  readonly days: number;
  readonly offered: number;
  /** Mean wait of those answered, s. */
  readonly wait: Beside | null;
  readonly within: Beside | null;
  readonly abandonment: Beside | null;
  /** Of the daily mean waits of those answered. */
  readonly correlation: number | null;
}

/** Whether a simulation may be asked what if. */
export type Validity = 'near' | 'rough' | 'off' | 'unknown';

/** Up to here a simulation is near, and up to there rough: relative error of the wait, differences of shares, correlation. */
const NEAR = {wait: 0.15, within: 0.05, abandonment: 0.02, correlation: 0.9};
const ROUGH = {wait: 0.3, within: 0.1, abandonment: 0.05, correlation: 0.7};

export function nearnessOf(days: readonly RecordedDay[]): Nearness {
  const mean = (of: (figures: RecordedFigures) => number | null) => besideOf(days, of);
  return {
    days: days.length,
    offered: days.reduce((sum, {offered}) => sum + offered, 0),
    wait: besideOf(days, (figures) => figures.meanWaitAnsweredSeconds, answered),
    within: mean((figures) => figures.within),
    abandonment: mean((figures) => figures.abandonment),
    correlation: correlation(
      days.flatMap(({recorded, simulated}) => {
        const [there, here] = [recorded.meanWaitAnsweredSeconds, simulated.meanWaitAnsweredSeconds];
        return there === null || here === null ? [] : [[there, here] as const];
      }),
    ),
  };
}

const answered = (offered: number, {abandonment}: RecordedFigures) => offered * (1 - (abandonment ?? 0));

/** Both means over the days, each day by its weight. */
function besideOf(
  days: readonly RecordedDay[],
  of: (figures: RecordedFigures) => number | null,
  weightOf: (offered: number, figures: RecordedFigures) => number = (offered) => offered,
): Beside | null {
  const sums = {recorded: [0, 0], simulated: [0, 0]};
  for (const day of days) {
    if (of(day.recorded) === null || of(day.simulated) === null) continue;
    for (const side of ['recorded', 'simulated'] as const) {
      const weight = weightOf(day.offered, day[side]);
      sums[side][0] += weight * (of(day[side]) ?? 0);
      sums[side][1] += weight;
    }
  }
  if (!(sums.recorded[1] > 0 && sums.simulated[1] > 0)) return null;
  return {recorded: sums.recorded[0] / sums.recorded[1], simulated: sums.simulated[0] / sums.simulated[1]};
}

/** Relative error of the mean wait. */
export function waitError({wait}: Nearness): number | null {
  return wait === null || wait.recorded <= 0 ? null : wait.simulated / wait.recorded - 1;
}

export function validityOf(nearness: Nearness): Validity {
  const wait = waitError(nearness);
  if (wait === null) return 'unknown';
  const isWithin = (limits: typeof NEAR) =>
    Math.abs(wait) <= limits.wait &&
    apart(nearness.within) <= limits.within &&
    apart(nearness.abandonment) <= limits.abandonment &&
    (nearness.correlation ?? 1) >= limits.correlation;
  return isWithin(NEAR) ? 'near' : isWithin(ROUGH) ? 'rough' : 'off';
}

const apart = (beside: Beside | null) => (beside === null ? 0 : Math.abs(beside.simulated - beside.recorded));

/** Every other day, from the first, to fit on; the others to judge by. */
export function halvesOf({byDay}: RecordedComparison): {
  readonly fitted: RecordedDay[];
  readonly judged: RecordedDay[];
} {
  return {fitted: byDay.filter((_, i) => i % 2 === 0), judged: byDay.filter((_, i) => i % 2 === 1)};
}
