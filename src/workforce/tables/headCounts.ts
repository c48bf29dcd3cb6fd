import {DAY_MS, parseTimeOfDay, parseWeekdays} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import type {Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {type AgentBlock, WEEKDAYS} from '../../scenario/scenario.ts';
import {type CsvRow, type CsvTable, RowReading} from './rows.ts';

type HeadCountBlock = Extract<AgentBlock, {kind: 'headCount'}>;
type HeadCountRow = HeadCountBlock['rows'][number];

/** Width of an interval where one row alone does not show it. */
const USUAL_WIDTH_MS = 1_800_000;

/**
 * Head counts from a table of `weekday, start, agents`, a row an interval: `mon` or `mon-fri`, `09:00`, `12`. Without
 * a width it is the smallest step between two starts of a weekday. An interval that has no row has nobody.
 */
export function headCountsFrom(
  table: CsvTable,
  widthMs: number | null,
): {readonly block: HeadCountBlock; readonly problems: readonly Problem[]} {
  const reading = new RowReading(table);
  const rows: (HeadCountRow & {line: number})[] = [];
  if (reading.requires('weekday', 'start', 'agents'))
    for (const row of table.rows) {
      const read = readRow(reading, row);
      if (read) rows.push({...read, line: row.line});
    }
  const width = widthMs ?? smallestStep(rows);
  addOverlaps(reading, rows, width);
  const plain = rows.map(({weekdays, fromMs, agents}) => ({weekdays, fromMs, agents}));
  return {block: {kind: 'headCount', widthMs: width, rows: plain}, problems: reading.problems};
}

function readRow(reading: RowReading, row: CsvRow): HeadCountRow | undefined {
  const [weekdayText, start, count] = ['weekday', 'start', 'agents'].map((column) => reading.cell(row, column));
  const weekdays = parseWeekdays(weekdayText);
  const fromMs = parseTimeOfDay(start);
  const agents = count === '' ? Number.NaN : Number(count);
  if (weekdays === null)
    reading.add(row.line, `expected a weekday such as mon or mon-fri, found ${shown(weekdayText)}`);
  if (fromMs === null || fromMs >= DAY_MS)
    reading.add(row.line, `expected a start such as 09:00, before 24:00, found ${shown(start)}`);
  if (!Number.isInteger(agents) || agents < 0)
    reading.add(row.line, `expected a whole number of agents, 0 or more, found ${shown(count)}`);
  if (weekdays === null || fromMs === null || fromMs >= DAY_MS || !(Number.isInteger(agents) && agents >= 0))
    return undefined;
  return {weekdays, fromMs, agents};
}

function smallestStep(rows: readonly HeadCountRow[]): number {
  let step = Number.POSITIVE_INFINITY;
  for (const weekday of WEEKDAYS) {
    const starts = rows.filter((row) => row.weekdays.includes(weekday)).map((row) => row.fromMs);
    starts.sort((a, b) => a - b);
    for (let i = 1; i < starts.length; i++)
      if (starts[i] > starts[i - 1]) step = Math.min(step, starts[i] - starts[i - 1]);
  }
  return Number.isFinite(step) ? step : USUAL_WIDTH_MS;
}

/** Two rows for one interval of one weekday: which of them counts nobody could say. */
function addOverlaps(reading: RowReading, rows: readonly (HeadCountRow & {line: number})[], widthMs: number): void {
  const named = new Set<string>();
  for (const weekday of WEEKDAYS) {
    const ofDay = rows.filter((row) => row.weekdays.includes(weekday)).sort((a, b) => a.fromMs - b.fromMs);
    for (let i = 1; i < ofDay.length; i++) {
      const [earlier, later] = [ofDay[i - 1], ofDay[i]];
      const pair = `${earlier.line} ${later.line}`;
      if (later.fromMs >= earlier.fromMs + widthMs || named.has(pair)) continue;
      named.add(pair);
      const width = formatDuration(widthMs);
      reading.add(later.line, `its interval of ${width} on ${weekday} overlaps the one of line ${earlier.line}`);
    }
  }
}
