import type {DayRange} from '../../scenario/scenario.ts';

/** Ranges of a day in order, those that touch or overlap as one. */
export function joined(ranges: readonly DayRange[]): DayRange[] {
  const result: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last && range.fromMs <= last.toMs)
      result[result.length - 1] = {fromMs: last.fromMs, toMs: Math.max(last.toMs, range.toMs)};
    else result.push(range);
  }
  return result;
}
