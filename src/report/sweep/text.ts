import type {SweepResults} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import {pad} from '../names.ts';
import {amount, estimated} from '../quantities.ts';
import {left, right, type Table} from '../tables/table.ts';
import {paragraph, SUMMARY_WIDTH, tableLines} from '../text/lines.ts';
import type {Style} from '../text/style.ts';
import {axisNames, STANDING} from './names.ts';

const MOST_NUMBERS = 3;
const MOST_ROWS = 60;

/** For the terminal: no line wider than 80 columns. */
export function sweepText(results: SweepResults, style: Style, where: readonly string[] = []): string {
  const {scenario, points, asked, replications} = results;
  const version = `Preroute ${scenario.version}`;
  const lines = (text: string) => paragraph('', text, SUMMARY_WIDTH, 0);
  const missing = points.length < asked ? `, ${points.length} of ${asked} points; --resume goes on` : '';
  const sections = [
    [
      `${style.heading(pad(printable(scenario.name), SUMMARY_WIDTH - version.length - 1))} ${version}`,
      ...lines(`${amount(replications)} replications of each point, seed ${printable(scenario.seed)}${missing}`),
    ],
    [
      ...tableLines(pointsTable(results), style),
      ...shownNumbers(results).flatMap((index, k) => lines(legend(results, index, k))),
    ],
    lines(regionText(results)),
    where.map((line) => printable(line)),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

/** Goals first; the files have all numbers. */
const shownNumbers = ({numbers}: SweepResults): number[] => {
  const goals = [...numbers.keys()].filter((index) => numbers[index].isGoal);
  return (goals.length > 0 ? goals : [...numbers.keys()]).slice(0, MOST_NUMBERS);
};

const legend = ({numbers}: SweepResults, index: number, k: number): string =>
  `(${k + 1}) ${printable(numbers[index].label)}`;

function pointsTable(results: SweepResults): Table {
  const {axes, numbers, points, current} = results;
  const shown = shownNumbers(results);
  const cells = ({values, standing}: Pick<SweepResults['current'], 'values' | 'standing'>) => [
    ...shown.map((index) => estimated(values[index], numbers[index].unit)),
    STANDING[standing],
  ];
  const rows = points.map((point) => [...point.at.map((value) => printable(value)), ...cells(point)]);
  const asItIs = axes.map((_, axis) => (axis === 0 ? 'as it is' : ''));
  const more = rows.length - MOST_ROWS;
  return {
    key: 'sweep',
    title: 'Points',
    columns: [
      ...axisNames(axes).map((name) => left(printable(name), 18)),
      ...shown.map((_, k) => right(`(${k + 1})`, 16)),
      right('goals', 11),
    ],
    rows: [
      [...asItIs, ...cells(current)],
      ...rows.slice(0, MOST_ROWS),
      ...(more > 0 ? [[`and ${more} rows more`]] : []),
    ],
  };
}

/** Which points keep every promise. */
function regionText({points, axes}: SweepResults): string {
  if (points.every(({standing}) => standing === 'none')) return 'The scenario has no goals: nothing is promised.';
  const names = axisNames(axes);
  const at = (standing: string) => points.filter((point) => point.standing === standing);
  const told = (found: readonly (typeof points)[number][]) =>
    found.map(({at: values}) => values.map((value, axis) => `${names[axis]} ${value}`).join(', ')).join('; ');
  const [met, open] = [at('met'), at('undecided')];
  const undecided = open.length > 0 ? ` Undecided, more replications would tell: ${told(open)}.` : '';
  return met.length > 0
    ? `Every goal is met at: ${printable(told(met))}.${printable(undecided)}`
    : `Every goal is met at none of the points.${printable(undecided)}`;
}
