import {formatTimeOfDay} from '../../calendar/index.ts';
import {unhinted} from '../../language/hinted.ts';
import type {Path} from '../../language/problem.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import {readDistribution, type WrittenDistribution} from '../../random/readDistribution.ts';
import {type Varying, WEEKDAYS, type Weekday} from '../scenario.ts';
import type {WrittenVarying} from '../schema/distribution.ts';
import {noWeekdays, weekdaysOf} from '../schema/week.ts';
import type {Reading} from './reading.ts';
import {columnOf} from './table.ts';

/** The distribution written at `path`; null where its values cannot be read from their file, which is reported. */
export function distributionAt(reading: Reading, path: Path, written: WrittenDistribution): DistributionSpec | null {
  const kind = written.shape.kind;
  const at = [...path, kind, 'file'];
  const spec = readDistribution(written, (file, column) => {
    const table = reading.table(at, file);
    if (table === null) return null;
    const index = columnOf(reading, [...path, kind, 'column'], table, column);
    return index < 0 ? null : table.rows.map((row) => row.cells[index] ?? '');
  });
  if (typeof spec !== 'string') return spec;
  reading.error(at, spec);
  return null;
}

interface OnDays {
  readonly weekdays: readonly Weekday[];
}
const sharedDay = (a: OnDays, b: OnDays): Weekday | undefined => a.weekdays.find((day) => b.weekdays.includes(day));

/** A distribution, or several by interval of arrival. */
export function varyingAt(reading: Reading, path: Path, written: WrittenVarying): Varying<DistributionSpec> | null {
  if ('shape' in written) {
    const fixed = distributionAt(reading, path, written);
    return fixed && {fixed};
  }
  const rows = written.byInterval.map(({days, from, use}, i) => {
    const at = [...path, 'byInterval', i];
    const value = distributionAt(reading, [...at, 'use'], use);
    const weekdays = days === undefined ? WEEKDAYS : weekdaysOf(days);
    if (weekdays === null) {
      const {message, hint} = unhinted(noWeekdays(days ?? ''));
      reading.error([...at, 'days'], message, hint);
    }
    return value && weekdays && {weekdays, fromMs: from, value};
  });
  if (!rows.every((row) => row !== null)) return null;
  for (const [i, row] of rows.entries()) {
    const same = rows
      .slice(0, i)
      .find((before) => before.fromMs === row.fromMs && sharedDay(before, row) !== undefined);
    if (!same) continue;
    const found = `${sharedDay(same, row)} ${formatTimeOfDay(row.fromMs)}`;
    reading.error(
      [...path, 'byInterval', i],
      `expected each beginning of a weekday once, found ${found} a second time`,
    );
  }
  return {byInterval: {rows: [...rows].sort((a, b) => a.fromMs - b.fromMs)}};
}
