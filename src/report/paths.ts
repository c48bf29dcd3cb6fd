import {CHARTS} from './charts/index.ts';
import {FORMATS} from './formats/index.ts';
import {NAMED_REPORTS} from './named/index.ts';
import {namedPath, parquetPath} from './named/paths.ts';

const ENDINGS = ['vl.json', 'svg', 'png'];

/** Whatever a report may consist of, by path: what an earlier run may have left in a folder. */
export const possiblePaths = (): string[] => [
  ...FORMATS.map(({path}) => path),
  'items.csv',
  'visits.csv',
  'occurrences.csv',
  ...NAMED_REPORTS.map(namedPath),
  ...NAMED_REPORTS.filter(({detail}) => detail).map(parquetPath),
  'journal.jsonl',
  'journal.txt',
  'report.html',
  ...CHARTS.flatMap(({key}) => ENDINGS.map((ending) => `charts/${key}.${ending}`)),
];
