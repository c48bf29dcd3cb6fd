import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import type {ChartFormat, Theme} from '../../report/charts/alone.ts';
import type {Chart} from '../../report/charts/chart.ts';
import {pad} from '../../report/names.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {atLeastOne} from '../numbers.ts';
import {savedRun} from '../savedResults.ts';
import {text} from '../scenarioOptions.ts';
import {UsageError} from '../usage.ts';

/** What --help says; `alone.ts` has them too, which is not loaded for that. */
const FORMATS = ['svg', 'png', 'json'] as const satisfies readonly ChartFormat[];
const THEMES = ['light', 'dark', 'print'] as const satisfies readonly Theme[];

export const chart = command({
  name: 'chart',
  takes: {name: 'result', describe: 'The folder of a run, then the name of a chart', many: true},
  summary: 'Draw one chart of a run, for a slide.',
  options: {
    list: {type: 'boolean', describe: 'Which charts the run has something for'},
    format: {
      type: 'string',
      requiresArg: true,
      describe: `${FORMATS.join(', ')} (the Vega-Lite specification) [default: as --out ends, else svg]`,
      coerce: (value: unknown) => oneOf('format', FORMATS, value),
    },
    width: {requiresArg: true, describe: 'Pixels across; the height follows', coerce: widthOf},
    theme: {
      type: 'string',
      requiresArg: true,
      describe: `${THEMES.join(', ')} (greys) [default: light]`,
      coerce: (value: unknown) => oneOf('theme', THEMES, value),
    },
    out: {...text('out', 'The file [default: <chart>.<format>]'), alias: 'o'},
  },
  examples: [
    ['chart reports/desk --list', 'what there is'],
    ['chart reports/desk service-level --format png --width 1920 --theme dark', 'for a dark slide'],
  ],
  async run(values, {terminal}) {
    const [folder, name, extra] = values.files;
    if (folder === undefined) throw new UsageError('Expected the folder of a run after the command.');
    if (extra !== undefined) throw new UsageError(`Expected one chart, found ${printable(extra, 60)} as well.`);
    if (name === undefined && !values.list)
      throw new UsageError('Expected the name of a chart after the folder; --list says which there are.');
    const {results} = await savedRun(folder);
    const {CHARTS} = await import('../../report/charts/index.ts');
    if (values.list) {
      terminal.out(listText(CHARTS.filter((each) => each.needs(results))));
      return EXIT.good;
    }
    const found = await meant(CHARTS, name ?? '', results);
    const format = values.format ?? FORMATS.find((ending) => values.out?.endsWith(`.${ending}`)) ?? 'svg';
    if (format === 'json' && values.width !== undefined)
      throw new UsageError('--width is of a picture; a specification has none.');
    const [{chartAlone}, {writeFiles}, {basename, dirname}] = await Promise.all([
      import('../../report/charts/alone.ts'),
      import('../../files/index.ts'),
      import('node:path'),
    ]);
    const path = values.out ?? `${found.key}.${format === 'json' ? 'vl.json' : format}`;
    const content = await chartAlone(found, results, format, {theme: values.theme, width: values.width});
    writeFiles(dirname(path), [{path: basename(path), content}]);
    terminal.out(`${found.title}: ${printable(path)}\n`);
    return EXIT.good;
  },
});

/** More pixels are no picture that anything shows. */
const WIDEST = 20_000;

function widthOf(value: unknown): number | undefined {
  const width = atLeastOne('width')(value);
  if (width !== undefined && width > WIDEST)
    throw new UsageError(`--width expects at most ${WIDEST} pixels, found ${width}.`);
  return width;
}

async function meant(charts: readonly Chart[], name: string, results: Results): Promise<Chart> {
  const {chartNamed} = await import('../../report/charts/named.ts');
  const found = chartNamed(charts, name);
  if (found.chart === null) {
    const near = found.near === undefined ? '--list says which there are.' : `Did you mean ${found.near}?`;
    throw new UsageError(`There is no chart ${printable(name, 60)}. ${near}`);
  }
  if (found.chart.needs(results)) return found.chart;
  throw new UsageError(`This run has nothing for ${found.chart.key}; --list says what it has.`);
}

function listText(charts: readonly Chart[]): string {
  const width = Math.max(0, ...charts.map(({key}) => key.length)) + 2;
  return charts.map(({key, title}) => `${pad(key, width)}${title}\n`).join('');
}

function oneOf<Word extends string>(option: string, words: readonly Word[], value: unknown): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((each) => each === value);
  if (word === undefined)
    throw new UsageError(`--${option} expects ${words.join(', ')}, found ${printable(JSON.stringify(value), 40)}.`);
  return word;
}
