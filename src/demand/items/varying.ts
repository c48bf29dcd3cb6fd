import type {DistributionSpec} from '../../random/distribution.ts';
import {type ByInterval, WEEKDAYS} from '../../scenario/scenario.ts';
import type {LocalTime} from '../localStretches.ts';

interface WeekdayRows<T> {
  readonly fromMs: number[];
  readonly values: T[];
}

/** Looks up what holds at an instant: the last row at or before its local time, else the last of the days before. */
export function byIntervalOf<T = DistributionSpec>({rows}: ByInterval<T>, local: LocalTime): (atMs: number) => T {
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
