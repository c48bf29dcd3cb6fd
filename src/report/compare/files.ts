import {csvLine} from '../../csv/write.ts';
import type {ChangedItem, Comparison, Fate, Impact} from '../../experiment/compare/index.ts';
import {printable} from '../../language/show.ts';
import {jsonText} from '../formats/json.ts';
import type {OutputFile} from '../formats/outputFile.ts';

/** `comparison.json`: all of it. */
export const comparisonJson = (comparison: Comparison): string => jsonText(comparison);

const HEADER = [
  ...['candidate', 'metric', 'process', 'channel', 'group', 'source', 'attribute', 'value', 'key', 'unit', 'goals'],
  ...[
    'current',
    'current_half_width',
    'candidate_value',
    'candidate_half_width',
    'difference',
    'difference_half_width',
    'verdict',
  ],
];

/** `comparison.csv`: a line a number and candidate. Ratios 0 to 1, durations in seconds. */
export function comparisonCsv({candidates}: Comparison): string {
  const lines = candidates.flatMap(({name, impact}) => impact.map((one) => csvLine(cellsOf(name, one))));
  return [csvLine(HEADER), ...lines].join('');
}

function cellsOf(name: string, {measure, current, candidate, difference, verdict}: Impact) {
  const {process, channel, group, source, attribute} = measure.scope;
  const names = [process, channel, group, source, attribute?.name, attribute?.value];
  return [
    printable(name),
    measure.metric,
    ...names.map((scope) => (scope === undefined ? null : printable(scope))),
    printable(measure.key),
    measure.unit,
    measure.goals.map((goal) => goal + 1).join(' '),
    ...[current, candidate, difference].flatMap(({value, halfWidth}) => [value, halfWidth]),
    verdict,
  ];
}

const FATE = ['outcome', 'process', 'target', 'group', 'agent', 'waited_s', 'ended_s'];

/** `items-changed.csv`: items of the first replication that fared differently, a line an item and candidate. */
export function itemsChangedCsv({candidates}: Comparison, changed: readonly (readonly ChangedItem[])[]): string {
  const header = ['candidate', 'source', 'number', 'redial', 'id', 'arrived', 'waited_longer_s'];
  const parts = [
    csvLine([...header, ...['current', 'candidate'].flatMap((side) => FATE.map((key) => `${side}_${key}`))]),
  ];
  for (const [k, {name}] of candidates.entries())
    for (const {source, number, redial, id, arrived, laterSeconds, current, candidate} of changed[k] ?? [])
      parts.push(
        csvLine([
          ...[printable(name), printable(source), number, redial, printable(id), arrived, laterSeconds],
          ...fateCells(current),
          ...fateCells(candidate),
        ]),
      );
  return parts.join('');
}

function fateCells({outcome, process, target, group, agent, waitedSeconds, endedSeconds}: Fate) {
  return [outcome, ...[process, target, group, agent].map((name) => printable(name)), waitedSeconds, endedSeconds];
}

/** Documents of a comparison, by path. */
export function comparisonFiles(comparison: Comparison, changed: readonly (readonly ChangedItem[])[]): OutputFile[] {
  return [
    {path: 'comparison.json', content: comparisonJson(comparison)},
    {path: 'comparison.csv', content: comparisonCsv(comparison)},
    {path: 'items-changed.csv', content: itemsChangedCsv(comparison, changed)},
  ];
}
