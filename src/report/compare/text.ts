import type {ComparedCandidate, Comparison, Impact, Verdict} from '../../experiment/compare/index.ts';
import {printable} from '../../language/show.ts';
import {instant} from '../heading.ts';
import {pad, wrap} from '../names.ts';
import type {Table} from '../tables/table.ts';
import {paragraph, SUMMARY_WIDTH, tableLines} from '../text/lines.ts';
import type {Style} from '../text/style.ts';
import {goalsTable, handsSentences, impactTable, NOTE, namedItems, stoppedSentence} from './tables.ts';

const MOST_CHANGES = 24;
const MOST_ROWS = 24;
const MOST_NAMED = 3;
const SIGNS = {added: '+ ', removed: '- ', changed: '~ ', moved: '> '} as const;

/** The comparison for the terminal: no line wider than 80 columns. `firstDifference`: of each candidate, if it is known. */
export function comparisonText(
  comparison: Comparison,
  style: Style,
  firstDifference: readonly (readonly string[])[] = [],
): string {
  const {horizon, seed, version, scenario} = comparison;
  const program = `Preroute ${version}`;
  const sections = [
    [
      `${style.heading(pad(printable(scenario.name), SUMMARY_WIDTH - program.length - 1))} ${program}`,
      ...paragraph(
        '',
        `${instant(horizon.from)} to ${instant(horizon.to)}, ${horizon.zone}, seed ${seed}`,
        SUMMARY_WIDTH,
        0,
      ),
      ...paragraph('', printable(stoppedSentence(comparison)), SUMMARY_WIDTH, 0),
    ],
    ...comparison.candidates.flatMap((candidate, k) => candidateSections(candidate, style, firstDifference[k] ?? [])),
    paragraph('', `${NOTE} ${comparison.judged} differences were judged.`, SUMMARY_WIDTH, 0),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function candidateSections(candidate: ComparedCandidate, style: Style, difference: readonly string[]): string[][] {
  const name = printable(candidate.name);
  const goals = goalsTable(candidate);
  const shown = candidate.impact.filter(({verdict, measure}) => measure.goals.length > 0 || isShown(verdict));
  const rest = candidate.impact.length - Math.min(shown.length, MOST_ROWS);
  const impact = impactTable(shown.slice(0, MOST_ROWS), `Impact of ${name}: ${counts(candidate.impact)}`);
  const named = (['winners', 'losers'] as const).flatMap((which) => {
    const table = namedItems(candidate, which);
    return table === null ? [] : [tableLines({...table, rows: table.rows.slice(0, MOST_NAMED)}, style)];
  });
  return [
    changeLines(candidate, style),
    goals === null ? [] : verdictLines(goals, style),
    [
      ...verdictLines(impact, style),
      ...(rest > 0 ? [style.dim(`and ${rest} more, on the page and in comparison.csv`)] : []),
    ],
    [
      style.heading(`Who changed hands with ${name}`),
      ...handsSentences(candidate).flatMap((sentence) => paragraph('', sentence, SUMMARY_WIDTH, 0)),
    ],
    ...named,
    difference.length === 0 ? [] : [style.heading('The first decision that differs, in replication 1'), ...difference],
  ];
}

const isShown = (verdict: Verdict): boolean => verdict === 'better' || verdict === 'worse' || verdict === 'different';

/** `12 better, 3 worse, 5 different, 20 no difference shown`. */
export function counts(impact: readonly Impact[]): string {
  const verdicts: readonly Verdict[] = ['better', 'worse', 'different', 'no difference shown', 'identical'];
  return verdicts
    .map((verdict) => [impact.filter((one) => one.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`)
    .join(', ');
}

function changeLines({changes, name}: ComparedCandidate, style: Style): string[] {
  const title = style.heading(`What differs in ${printable(name)}`);
  if (changes.length === 0) return [title, 'nothing: it means the same'];
  const lines = changes
    .slice(0, MOST_CHANGES)
    .flatMap(({kind, text}) => paragraph(SIGNS[kind], printable(text), SUMMARY_WIDTH, 4));
  const more = changes.length - MOST_CHANGES;
  return [title, ...lines, ...(more > 0 ? [style.dim(`and ${more} more changes, on the page`)] : [])];
}

/** A table whose last column is a verdict, in its colour; names in the first are told whole, on as many lines as it takes. */
function verdictLines(table: Table, style: Style): string[] {
  const [{width}] = table.columns;
  const rows = table.rows.flatMap(([name = '', ...cells]) =>
    wrap(name, width - 1).map((line, k) => [line, ...cells.map((cell) => (k === 0 ? cell : ''))]),
  );
  const lines = tableLines({...table, rows}, style);
  const first = lines.length - rows.length;
  return lines.map((line, k) => {
    const verdict = rows[k - first]?.at(-1)?.trim() ?? '';
    const paint = painterOf(verdict, style);
    return verdict === '' || !line.endsWith(verdict)
      ? line
      : line.slice(0, line.length - verdict.length) + paint(verdict);
  });
}

function painterOf(verdict: string, style: Style): (text: string) => string {
  if (verdict === 'better' || /met$/.test(verdict)) return style.good;
  return verdict === 'worse' || /missed$/.test(verdict) ? style.bad : style.doubtful;
}
