import {type Column, left, right, type Table} from '../../report/tables/table.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS = 24;
const HOURS_WIDTH = 10;
const ALL_WIDTH = 80;
const MOST_DAY_WIDTH = 16;
/** What stands where there is nothing in that hour. */
const NOTHING = '0';

/**
 * A week by hour, days that are alike in one column, hours that are alike in one row, hours of nothing left out.
 * `cell` gives the text of an hour of the week, 0 to 167; null where there is nothing all week.
 */
export function weekTable(key: string, title: string, cell: (hourOfWeek: number) => string): Table | null {
  const days = DAYS.map((_, day) => Array.from({length: HOURS}, (_, hour) => cell(day * HOURS + hour)));
  const kinds = runs(DAYS.length, (a, b) => days[a]?.join() === days[b]?.join());
  const row = (hour: number) => kinds.map(([from]) => days[from]?.[hour] ?? '');
  const spans = runs(HOURS, (a, b) => row(a).join() === row(b).join());
  const rows = spans
    .filter(([from]) => row(from).some((text) => text !== NOTHING && !/^0(?:\/0)*$/.test(text)))
    .map(([from, to]) => [hoursName(from, to), ...row(from)]);
  if (rows.length === 0) return null;
  const dayWidth = Math.min(MOST_DAY_WIDTH, Math.floor((ALL_WIDTH - HOURS_WIDTH) / kinds.length));
  const columns: Column[] = [
    left('hours', HOURS_WIDTH),
    ...kinds.map(([from, to]) => right(daysName(from, to), dayWidth)),
  ];
  return {key, title, columns, rows};
}

/** Neighbours that are alike, as first and last. */
function runs(count: number, alike: (a: number, b: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const last = found.at(-1);
    if (last && alike(last[0], i)) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}

const two = (hour: number) => String(hour).padStart(2, '0');
const hoursName = (from: number, to: number): string => `${two(from)}-${two(to + 1)}h`;

function daysName(from: number, to: number): string {
  if (from === 0 && to === DAYS.length - 1) return 'every day';
  return from === to ? (DAYS[from] ?? '') : `${DAYS[from]}-${DAYS[to]}`;
}
