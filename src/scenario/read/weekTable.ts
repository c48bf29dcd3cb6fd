import {DAY_MS, formatTimeOfDay, parseTimeOfDay} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {unhinted} from '../../language/hinted.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {WEEKDAYS, type Weekday} from '../scenario.ts';
import type {PerIntervalWritten} from '../schema/perInterval.ts';
import {noWeekdays, weekdaysOf} from '../schema/week.ts';
import type {Reading} from './reading.ts';
import {columnOf, numberIn, type Table} from './table.ts';

/** Numbers by weekday and interval, from a CSV or written out. */
export interface WeekTable {
  readonly widthMs: number;
  readonly rows: readonly {readonly weekdays: readonly Weekday[]; readonly fromMs: number; readonly value: number}[];
}

interface Row {
  readonly weekdays: readonly Weekday[];
  readonly fromMs: number;
  readonly value: number;
  /** Where it is written, for problems. */
  readonly say: (message: string, hint?: string) => void;
}

/** Null where it cannot be used, which is reported. `inferred`: the width may be found from the rows. */
export function readWeekTable(
  reading: Reading,
  path: Path,
  written: PerIntervalWritten,
  {column, lists: listsKey}: {readonly column: string; readonly lists: string},
  inferred: boolean,
): WeekTable | null {
  const lists = (written as Record<string, unknown>)[listsKey] as Record<string, number[]> | undefined;
  const {file, interval, from} = written as {file?: string; interval?: number; from?: number};
  if ((file === undefined) === (lists === undefined)) {
    reading.error(
      path,
      `expected either \`file\` or \`${listsKey}\`, found ${file === undefined ? 'none of them' : 'both'}`,
    );
    return null;
  }
  const rows =
    file !== undefined
      ? rowsOfFile(reading, [...path, 'file'], file, column)
      : rowsOfLists(reading, [...path, listsKey], lists ?? {}, interval ?? 1_800_000, from ?? 0);
  if (rows === null) return null;
  const widthMs = interval ?? (inferred ? smallestStep(rows) : 1_800_000);
  if (!(widthMs > 0) || widthMs > DAY_MS) {
    reading.error([...path, 'interval'], `expected an interval of 1s to 24h, found ${formatDuration(widthMs)}`);
    return null;
  }
  return overlapping(rows, widthMs) ? null : {widthMs, rows: rows.map(({say: _, ...row}) => row)};
}

function rowsOfFile(reading: Reading, path: Path, file: string, column: string): Row[] | null {
  const table = reading.table(path, file, true);
  if (table === null) return null;
  const start = columnOf(reading, path, table, 'start');
  const value = columnOf(reading, path, table, column);
  const weekday = columnOf(reading, path, table, 'weekday', false);
  if (start < 0 || value < 0) return null;
  if (table.rows.length === 0) {
    reading.errorIn(table.file, 1, path, 'expected at least one row under the header, found none');
    return null;
  }
  const rows = table.rows.map((row) => rowOf(reading, path, table, row, {start, value, weekday}));
  return rows.every((row) => row !== null) ? rows : null;
}

function rowOf(
  reading: Reading,
  path: Path,
  table: Table,
  row: Table['rows'][number],
  columns: {readonly start: number; readonly value: number; readonly weekday: number},
): Row | null {
  const say = (message: string, hint?: string) => reading.errorIn(table.file, row.line, path, message, hint);
  const day = columns.weekday < 0 ? 'daily' : (row.cells[columns.weekday] ?? '');
  const weekdays = weekdaysOf(day);
  if (weekdays === null) {
    const {message, hint} = unhinted(noWeekdays(day));
    say(message, hint);
  }
  const start = row.cells[columns.start] ?? '';
  const fromMs = parseTimeOfDay(start);
  if (fromMs === null || fromMs >= DAY_MS)
    say(`expected a time of day such as 08:30 in column "start", found ${shown(start)}`);
  const value = numberIn(reading, path, table, row, columns.value);
  if (weekdays === null || fromMs === null || fromMs >= DAY_MS || Number.isNaN(value)) return null;
  return {weekdays, fromMs, value, say};
}

function rowsOfLists(
  reading: Reading,
  path: Path,
  lists: Readonly<Record<string, readonly number[]>>,
  widthMs: number,
  firstMs: number,
): Row[] | null {
  const rows: Row[] = [];
  let good = true;
  for (const [key, values] of Object.entries(lists)) {
    const say = (message: string, hint?: string) => {
      good = false;
      reading.error([...path, key], message, hint, true);
    };
    const weekdays = weekdaysOf(key);
    if (weekdays === null) {
      const {message, hint} = unhinted(noWeekdays(key));
      say(message, hint);
      continue;
    }
    const endMs = firstMs + values.length * widthMs;
    if (endMs > DAY_MS)
      say(
        `expected intervals within one day, found ${values.length} of ${formatDuration(widthMs)} from ${formatTimeOfDay(firstMs)}`,
        `at most ${Math.floor((DAY_MS - firstMs) / widthMs)} fit`,
      );
    for (const [i, value] of values.entries()) rows.push({weekdays, fromMs: firstMs + i * widthMs, value, say});
  }
  return good ? rows : null;
}

/** The smallest distance of two starts on one weekday; 30 minutes where there is none. */
function smallestStep(rows: readonly Row[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const starts of startsByDay(rows).values())
    for (let i = 1; i < starts.length; i++) {
      const step = (starts[i]?.fromMs ?? 0) - (starts[i - 1]?.fromMs ?? 0);
      if (step > 0 && step < least) least = step;
    }
  return Number.isFinite(least) ? least : 1_800_000;
}

function overlapping(rows: readonly Row[], widthMs: number): boolean {
  let found = false;
  for (const [day, starts] of startsByDay(rows))
    for (let i = 1; i < starts.length; i++) {
      const [before, row] = [starts[i - 1], starts[i]];
      if (!before || !row || row.fromMs - before.fromMs >= widthMs) continue;
      const start = formatTimeOfDay(row.fromMs);
      row.say(
        row.fromMs === before.fromMs
          ? `expected each interval of a weekday once, found ${day} ${start} a second time`
          : `expected intervals of ${formatDuration(widthMs)} that do not overlap, found ${day} ${start} after ${formatTimeOfDay(before.fromMs)}`,
      );
      found = true;
    }
  return found;
}

function startsByDay(rows: readonly Row[]): Map<Weekday, Row[]> {
  const byDay = new Map<Weekday, Row[]>(WEEKDAYS.map((day) => [day, []]));
  for (const row of rows) for (const day of row.weekdays) byDay.get(day)?.push(row);
  for (const starts of byDay.values()) starts.sort((a, b) => a.fromMs - b.fromMs);
  return byDay;
}
