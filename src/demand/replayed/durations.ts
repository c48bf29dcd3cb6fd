import type {TimestampParser} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {shown} from '../../language/show.ts';
import type {DurationColumn, InstantColumn} from '../../scenario/scenario.ts';
import {BadRow} from './badRow.ts';
import type {Cells, Columns} from './columns.ts';
import {instantOf} from './instants.ts';

/** Whole ms of a row's duration; NaN where the cells are empty. Throws BadRow where they are none, or negative. */
export type DurationOf = (cells: Cells) => number;

const DAY_MS = 86_400_000;
/** No log means more. */
const LONGEST_MS = 3653 * DAY_MS;
const CLOCK = /^(\d+):([0-5]?\d)(?::([0-5]?\d(?:[.,]\d+)?))?$/;
const ISO = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** Reads a duration from a column in its unit, or as the time between two instants. `what` names it in a BadRow. */
export function durationOf(
  column: DurationColumn | null,
  columns: Columns,
  parse: TimestampParser,
  path: string,
  what: string,
): DurationOf {
  if (column === null) return () => Number.NaN;
  return column.kind === 'column'
    ? writtenDuration(columns.text(column.column, path), column.unitMs, what)
    : difference(column.from, column.to, columns, parse, path, what);
}

function writtenDuration(textOf: (cells: Cells) => string, unitMs: number, what: string): DurationOf {
  return (cells) => {
    const text = textOf(cells);
    if (text === '') return Number.NaN;
    const ms = parseLoggedDuration(text, unitMs);
    if (Number.isNaN(ms)) throw new BadRow(`${what} ${shown(text)} is no duration`);
    if (ms > LONGEST_MS) throw new BadRow(`${what} ${shown(text)} is longer than ten years`);
    if (ms < 0) throw new BadRow(`${what} ${shown(text)} is negative`);
    return ms;
  };
}

/** Ms of `95`, `95.5` (in the unit), `1:35`, `0:01:35` (H:MM, H:MM:SS) or `PT1M35S`; NaN where it is none of these. */
export function parseLoggedDuration(text: string, unitMs: number): number {
  if (NUMBER.test(text)) return Math.round(Number(text.replace(',', '.')) * unitMs);
  const clock = CLOCK.exec(text);
  if (clock) {
    const seconds = Number((clock[3] ?? '0').replace(',', '.'));
    return Math.round(Number(clock[1]) * 3_600_000 + Number(clock[2]) * 60_000 + seconds * 1000);
  }
  const iso = ISO.exec(text);
  if (!iso || text.length < 3 || text.endsWith('T')) return Number.NaN;
  const [days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
  return Math.round(((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}

/**
 * Where both instants take their date from the same column (the log has one date a row), a time that lies more than
 * half a day before the other is on the next day.
 */
function difference(
  from: InstantColumn,
  to: InstantColumn,
  columns: Columns,
  parse: TimestampParser,
  path: string,
  what: string,
): DurationOf {
  const fromOf = instantOf(from, columns, parse, `${path}.from`, `start of the ${what}`);
  const toOf = instantOf(to, columns, parse, `${path}.to`, `end of the ${what}`);
  const oneDate = from.kind === 'dateAndTime' && to.kind === 'dateAndTime' && from.date.join() === to.date.join();
  return (cells) => {
    const ms = toOf(cells) - fromOf(cells);
    if (ms > LONGEST_MS) throw new BadRow(`${what} of ${Math.round(ms / DAY_MS)} days is longer than ten years`);
    if (ms >= 0 || Number.isNaN(ms)) return ms;
    if (oneDate && ms < -DAY_MS / 2) return ms + DAY_MS;
    throw new BadRow(`${what} of ${formatDuration(ms)} is negative: it ends before it begins`);
  };
}
