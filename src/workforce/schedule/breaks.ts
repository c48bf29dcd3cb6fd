import {DAY_MS, instantOn} from '../../calendar/index.ts';
import type {LocalDay} from '../../model/localDay.ts';
import type {DayRange, ShiftSpec} from '../../scenario/scenario.ts';
import type {PlannedBreak} from './stint.ts';

/**
 * The breaks of a shift that fall inside one of its ranges, on the day it starts or after midnight. A break longer
 * than the rest of the range ends with it; one that begins inside another begins when that ends.
 */
export function breaksIn(
  shift: ShiftSpec,
  range: DayRange,
  dayAt: (index: number) => LocalDay,
  day: number,
): PlannedBreak[] {
  const endMs = instantOn(dayAt, day, range.toMs);
  const planned: PlannedBreak[] = [];
  for (const pause of shift.breaks) {
    for (let atMs = pause.atMs; atMs < range.toMs; atMs += DAY_MS) {
      if (atMs < range.fromMs) continue;
      const fromMs = instantOn(dayAt, day, atMs);
      const {paid, reason} = pause;
      planned.push({
        fromMs,
        toMs: Math.min(fromMs + pause.forMs, endMs),
        paid,
        reason,
        endsOnTime: pause.returns === 'onTime',
      });
    }
  }
  planned.sort((a, b) => a.fromMs - b.fromMs);
  return disjoint(planned);
}

function disjoint(planned: readonly PlannedBreak[]): PlannedBreak[] {
  const kept: PlannedBreak[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const pause of planned) {
    const fromMs = Math.max(pause.fromMs, free);
    if (fromMs >= pause.toMs) continue;
    kept.push(fromMs === pause.fromMs ? pause : {...pause, fromMs});
    free = pause.toMs;
  }
  return kept;
}
