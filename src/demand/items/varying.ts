import {type ByInterval, type Varying, WEEKDAYS} from '../../scenario/scenario.ts';
import type {LocalTime} from '../localStretches.ts';

interface WeekdayRows<T> {
  readonly fromMs: number[];
  readonly values: T[];
}

/** What holds for an arrival at an instant, ms since the start. */
export const valueAt = <T>(varying: Varying<T>, local: LocalTime): ((atMs: number) => T) =>
  'fixed' in varying ? () => varying.fixed : byInterval(varying.byInterval, local);

/** The last row at or before the local time of day, else the last of the days before. */
function byInterval<T>({rows}: ByInterval<T>, local: LocalTime): (atMs: number) => T {
  const week: WeekdayRows<T>[] = WEEKDAYS.map((weekday) => {
    const ofDay = rows.filter((row) => row.weekdays.includes(weekday)).sort((a, b) => a.fromMs - b.fromMs);
    return {fromMs: ofDay.map((row) => row.fromMs), values: ofDay.map((row) => row.value)};
  });
  if (rows.every((row) => row.weekdays.length === 0)) throw new Error('values by interval have no rows');
  return (atMs) => {
    const ofDay = local.ofDay(atMs);
    let weekday = local.weekday;
    let row = week[weekday].fromMs.length - 1;
    while (row >= 0 && week[weekday].fromMs[row] > ofDay) row--;
    while (row < 0) {
      weekday = (weekday + 6) % 7;
      row = week[weekday].fromMs.length - 1;
    }
    return week[weekday].values[row];
  };
}
