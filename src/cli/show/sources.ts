import {CONVERSION_AGES_MS, type Meaning, type SourceMeaning} from '../../compile/meaning.ts';
import {formatDuration} from '../../language/duration.ts';
import {printable} from '../../language/show.ts';
import {amount, percent, span} from '../../report/quantities.ts';
import {left, right, type Table} from '../../report/tables/table.ts';

/** What each source draws, and the moments its distributions come to. */
export function sourcesTable(sources: readonly SourceMeaning[]): Table {
  const rows = sources.flatMap(({source, channels, log, draws}) => {
    const name = printable(source);
    const by = channels.map((channel) => printable(channel)).join(', ');
    const head = [name, log === null ? by : `${by}, from ${printable(log)}`, '', '', '', ''];
    return [head, ...draws.map(drawRow)];
  });
  return {
    key: 'sources',
    title: 'What is drawn',
    columns: [left('source', 24), left('', 22), right('mean', 9), right('sd', 9), right('cv', 7), right('zero', 9)],
    rows,
  };
}

/** How likely a contact with a lead converts, by its age; null where there are no leads. */
export function conversionsTable({conversions}: Meaning): Table | null {
  if (conversions.length === 0) return null;
  return {
    key: 'conversions',
    title: 'Share of contacts with leads that convert, by age',
    columns: [left('source', 20), ...CONVERSION_AGES_MS.map((age) => right(formatDuration(age), 6))],
    rows: conversions.map(({source, shares}) => [printable(source), ...shares.map((share) => percent(share))]),
  };
}

function drawRow({what, unit, kind, mean, sd, zeroShare, from}: SourceMeaning['draws'][number]): string[] {
  const value = (number: number) => (unit === 'ms' ? span(number / 1000) : amount(number));
  const since = from === null ? '' : ` ${from.weekdays[0] ?? ''} ${clock(from.fromMs)}`;
  return [
    `  ${printable(what)}${since}`,
    kind,
    value(mean),
    value(sd),
    mean > 0 ? (sd / mean).toFixed(2) : '',
    zeroShare > 0 ? percent(zeroShare) : '',
  ];
}

/** Local time of day, `07:30`. */
function clock(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
