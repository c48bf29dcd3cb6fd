/** Wrong models, the slow engine, metamorphic properties, the real logs. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ExactCase, SimulatedCase} from '../../test/reference/cases.ts';
import type {Kept, Kinds} from '../../test/reference/store.ts';
import type {Largest} from '../../test/reference/wrongRun.ts';
import type {Trial} from '../../test/theory/families.ts';
import {count, shown, table} from './table.ts';

export function wrongPart(
  trials: readonly Trial[],
  resultOf: (id: string) => Kept<Kinds['wrong']> | undefined,
  caseOf: (id: string) => ExactCase | SimulatedCase | undefined,
): string[] {
  const off = ({t}: Largest) => (t === null ? 'never varies' : t.toFixed(1));
  const rows = trials.flatMap(({id}) => {
    const result = resultOf(id);
    const it = caseOf(id);
    if (result === undefined || it === undefined) return [];
    const {wrong, right, wrongly} = result;
    const family = 'family' in it ? it.family : 'independent simulator';
    return [
      [family, id, wrong, wrongly.key, shown(wrongly.expected, 4), shown(wrongly.value, 4), off(wrongly), off(right)],
    ];
  });
  if (rows.length === 0) return [];
  const figures = trials.reduce((sum, {id}) => sum + (resultOf(id)?.figures ?? 0), 0);
  return [
    '## Would a mistake be noticed?',
    '',
    'Every family has a model that is wrong in one thing: a mistake one could make. `npm test` runs right and wrong, at a',
    `hundredth of the length of the figures above, and must tell them apart: over its ${count(figures)} figures a right model is called`,
    'wrong with probability 1 % (some 5 standard errors of 25 replications). The figure that is off most:',
    '',
    table(
      [
        'family',
        'case',
        'what is wrong',
        'figure',
        'right value',
        'wrong model',
        'standard errors',
        'the right model, at most',
      ],
      rows,
      [4, 5, 6, 7],
    ),
    '',
  ];
}

interface Verdict {
  readonly scenarios: number;
  readonly steps: number;
  readonly differences: readonly unknown[];
  readonly mutants: readonly {
    readonly name: string;
    readonly file: string;
    readonly caught: number;
    readonly of: number;
    readonly firstSeed: number | null;
    readonly error?: string;
  }[];
  readonly seconds: number;
}

/** In a line, whether fast and slow engine agree; none where nothing is kept. */
export function rescanVerdict(data: string): string[] {
  const file = join(data, 'rescan.json');
  if (!existsSync(file)) return [];
  const {scenarios, steps, differences, mutants}: Verdict = JSON.parse(readFileSync(file, 'utf8'));
  const caught = mutants.filter((it) => it.caught > 0).length;
  const found = differences.length === 0 ? 'no disagreement' : `**${count(differences.length)} disagree**`;
  return [
    `Slow and fast engine: ${count(scenarios)} generated scenarios, ${count(steps)} events, ${found}; ` +
      `${caught} of ${mutants.length} deliberate faults of the fast engine caught${caught === mutants.length ? '' : ' (**not all**)'}.`,
  ];
}

export function rescanPart(data: string): string[] {
  const file = join(data, 'rescan.json');
  if (!existsSync(file)) return [];
  const {mutants}: Verdict = JSON.parse(readFileSync(file, 'utf8'));
  return [
    '## An obviously correct engine',
    '',
    'A slow engine in `test/engine/rescan`, written from the rules and the scenario reference alone, looks at everything again',
    'at every event. On generated scenarios (random rules, curves with dips, targets, capacities, shifts, and four in ten with a',
    'life after handling: parked, pending, rescheduled, reclassified, transferred, work orders, leads, milestones, commands of the',
    'source) it must tell the same story as the fast engine, event by event, with no tolerance. A disagreement is shrunk to a',
    'scenario of a few items. Not in it: work that is pulled, snapshots and stages, which are worked by hand in `test/life`.',
    '',
    ...rescanVerdict(data),
    '',
    table(
      ['fault', 'in', 'scenarios that catch it', 'first'],
      mutants.map(({name, file: of, caught: hits, of: tried, firstSeed, error}) => [
        name,
        `\`src/${of}.ts\``,
        error === undefined ? `${count(hits)} of ${count(tried)}` : 'not applied',
        firstSeed === null ? '' : `${firstSeed}`,
      ]),
      [2, 3],
    ),
    '',
  ];
}

/** Titles of the tests in files of that name: each is a property. */
export function metamorphicPart(root: string): string[] {
  const files = readdirSync(join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .filter((path) => /metamorphic\.ts$/.test(path))
    .sort();
  const rows = files.flatMap((path) => {
    const titles = readFileSync(join(root, 'test', path), 'utf8').matchAll(
      /^\s*(?:test|it|property)\(\s*(['"`])(.+?)\1/gm,
    );
    return [...titles].map(([, , title]) => [(title ?? '').replace(/\$\{.*?\}/g, '…'), `\`test/${path}\``]);
  });
  if (rows.length === 0) return [];
  return [
    '## What must not change',
    '',
    'Scenarios said in another way, whose results are known from each other (in `npm test`):',
    '',
    table(['property', 'held by'], rows),
    '',
  ];
}

export function logsPart(root: string, data: string): string[] {
  const file = join(data, 'logs.json');
  if (!existsSync(file)) return [];
  const {tables}: {tables: Readonly<Record<string, string>>} = JSON.parse(readFileSync(file, 'utf8'));
  const text = readFileSync(join(root, 'docs/validate/realLogs.md'), 'utf8');
  const filled = text.replace(/\{\{table: ([^}]+)\}\}/g, (_, name: string) => {
    const found = tables[name];
    if (found === undefined) throw new Error(`no table ${name} in ${file}`);
    return found;
  });
  return ['## What really happened', '', filled.trim(), ''];
}
