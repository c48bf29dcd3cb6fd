// Keeps the map in the README true: who may import whom, and what no folder but one may touch.
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {expect, test} from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Each folder of src/ and the folders it may import, besides itself. Left to right along the data flow. */
const MAY_IMPORT: Record<string, string[]> = {
  language: [],
  csv: ['language'],
  random: ['language'],
  statistics: [],
  fitting: ['language', 'random', 'statistics'],
  model: [],
  calendar: ['language', 'model'],
  routing: ['language', 'csv', 'random', 'model'],
  measure: ['language', 'statistics', 'model', 'floor', 'engine', 'scenario'],
  scenario: ['language', 'csv', 'random', 'calendar', 'model', 'routing', 'workforce', 'demand', 'measure', 'compile'],
  workforce: ['language', 'csv', 'random', 'calendar', 'model', 'scenario'],
  demand: ['language', 'csv', 'random', 'calendar', 'model', 'routing', 'scenario'],
  compile: ['language', 'random', 'calendar', 'model', 'routing', 'scenario', 'workforce', 'demand'],
  floor: ['model', 'calendar', 'routing'],
  engine: ['model', 'calendar', 'random', 'routing', 'floor'],
  journal: ['model', 'routing', 'floor', 'engine'],
  experiment: [
    'language',
    'random',
    'calendar',
    'model',
    'routing',
    'scenario',
    'workforce',
    'demand',
    'compile',
    'floor',
    'engine',
    'journal',
    'measure',
    'statistics',
  ],
  explain: [
    'language',
    'calendar',
    'model',
    'routing',
    'scenario',
    'compile',
    'floor',
    'engine',
    'journal',
    'experiment',
  ],
  lint: ['language', 'calendar', 'random', 'model', 'routing', 'scenario', 'workforce', 'demand', 'compile'],
  report: ['language', 'csv', 'statistics', 'model', 'measure', 'journal', 'experiment', 'explain', 'lint'],
  files: ['language', 'csv', 'scenario', 'demand'],
  importers: ['language', 'csv', 'calendar', 'statistics', 'fitting', 'scenario', 'demand', 'files'],
  cli: [
    'language',
    'csv',
    'calendar',
    'model',
    'scenario',
    'compile',
    'files',
    'importers',
    'measure',
    'statistics',
    'journal',
    'experiment',
    'explain',
    'lint',
    'report',
  ],
};

/** Nondeterminism and side effects, and the only folders where each may appear. */
const CONFINED: [pattern: RegExp, homes: string[], why: string][] = [
  [/\bMath\.random\b/, [], 'draws come from a named stream in random/'],
  [/\bDate\.now\b|new Date\(\)|performance\.now\b/, ['cli'], 'the simulated clock is the only clock below cli/'],
  [
    /\bconsole\.|from ['"]node:process|\bprocess\.(env|argv|exit|stdout|stderr|cwd|on)\b/,
    ['cli'],
    'only cli/ talks to the terminal',
  ],
  [/from ['"]node:fs/, ['files'], 'only files/ touches the disk; everything else takes and returns values'],
  [/from ['"](seedrandom|d3-random)/, ['random'], 'one place owns the generator and the variates'],
  [/from ['"]temporal-polyfill/, ['calendar'], 'one place owns wall clocks and zones'],
  [/from ['"]zod/, ['language'], 'one place owns the schema language'],
  [/from ['"]yaml/, ['scenario'], 'YAML is what scenarios are written in'],
  [/from ['"]papaparse/, ['csv'], 'one place reads CSV'],
  [/from ['"]hyparquet/, ['report'], 'one place writes Parquet'],
  [/from ['"](feelin|lezer-feel|@lezer)/, ['routing'], 'FEEL is a language of rules'],
  [/(from|import\() ?['"](vega|@resvg)/, ['report'], 'one place owns charts'],
  [/(from|import\() ?['"](yargs|cli-progress)/, ['cli'], 'one place owns the command line'],
  [/(from|import\() ?['"]tinypool/, ['experiment'], 'one place spreads work over cores'],
  [/(from|import\() ?['"]highs/, ['experiment'], 'one place solves integer programs'],
  [/from ['"](simple-statistics|@stdlib)/, ['statistics'], 'one place owns statistics'],
];

const files = readdirSync(SRC, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'));
const folderOf = (path: string) => path.split(/[\\/]/)[0] ?? '';
const inFolders = files.filter((path) => path.includes('/'));
const problems = (paths: string[], check: (path: string, text: string) => string[]) =>
  paths.flatMap((path) =>
    check(path, readFileSync(join(SRC, path), 'utf8')).map((problem) => `src/${path}: ${problem}`),
  );
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');

test('folders import only what the map allows', () => {
  expect(inFolders.length).toBeGreaterThan(50); // a check that finds nothing to check must not pass
  const found = problems(inFolders, (path, text) => {
    const from = folderOf(path);
    const allowed = MAY_IMPORT[from];
    if (!allowed) return [`folder "${from}" is not on the map`];
    return importsOf(text)
      .map((target) => folderOf(relative(SRC, resolve(SRC, dirname(path), target))))
      .filter((to) => to !== from && !allowed.includes(to))
      .map((to) => `${from}/ may not import ${to}/ (allowed: ${allowed.join(', ') || 'nothing'})`);
  });
  expect(found).toEqual([]);
});

test('the check of imports can fail', () => {
  expect(importsOf("import {x} from '../cli/main.ts';\nawait import('./y.ts')")).toEqual(['../cli/main.ts', './y.ts']);
});

test('side effects stay in their one home', () => {
  expect(
    problems(files, (path, text) =>
      CONFINED.filter(([pattern, homes]) => pattern.test(text) && !homes.includes(folderOf(path))).map(
        ([pattern, , why]) => `${pattern.source}: ${why}`,
      ),
    ),
  ).toEqual([]);
});

test('no file is a drawer for leftovers, and none is long', () => {
  expect(
    problems(files, (path, text) => {
      const found = [];
      if (/(^|\/)(utils?|helpers?|common|misc)(\.ts|\/)/.test(path)) found.push('name it by its concept');
      const lines = text.split('\n').length;
      if (lines > 380) found.push(`${lines} lines: cut it where a newcomer would look`);
      return found;
    }),
  ).toEqual([]);
});

test('every file is reached from the library, the command line or a worker', () => {
  const roots = ['index.ts', 'cli/main.ts', 'experiment/worker.ts', 'report/page/browser/main.ts'].filter((root) =>
    files.includes(root),
  );
  expect(roots).toHaveLength(4);
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const target of importsOf(readFileSync(join(SRC, path), 'utf8')))
      visit(relative(SRC, resolve(SRC, dirname(path), target)));
  };
  roots.forEach(visit);
  expect(files.filter((path) => !reached.has(path))).toEqual([]);
});
