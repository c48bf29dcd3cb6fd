/**
 * `npm run validate`: every case of the reference, the wrong models, the slow engine and the real logs, kept in
 * `docs/validation/*.json`, and the page `docs/validation.md` that is made from them.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import {writePage} from '../../docs/validate/page.ts';
import type {CaseResult} from './caseRun.ts';
import {type ExactCase, modelsOf, type SimulatedCase} from './cases.ts';
import {scenarioOf} from './convert.ts';
import {runAll} from './pool.ts';
import {codeOf, type Kinds, Store, sourcesOf, stampOf} from './store.ts';
import type {Task} from './worker.ts';
import {allTrials} from './wrongRun.ts';

const USAGE = `npm run validate                    what has changed since it was last run, then the page
npm run validate RD1 S8a            these cases only, then the page
npm run validate -- --page          the page only, from what is kept
npm run validate -- --wrong         the wrong models only; --rescan, --coverage, --logs likewise
npm run validate -- --fresh         runs again what is kept
npm run validate -- --scale 0.1 --into FOLDER   shorter runs; docs/ is left alone
npm run validate -- --workers 1 --write EC1 --from other.json`;

const PARTS = ['reference', 'wrong', 'rescan', 'coverage', 'logs', 'page'] as const;
type Part = (typeof PARTS)[number];

interface Asked {
  readonly root: string;
  readonly ids: readonly string[];
  readonly parts: ReadonlySet<Part>;
  readonly scale: number;
  readonly workers: number;
  readonly fresh: boolean;
  /** Instead of `docs`. */
  readonly into: string;
  readonly files: readonly string[];
}

const VALUED = ['--scale', '--workers', '--into', '--from', '--write'];

/** The exit code: 1 where a figure differs, 2 where the words are not understood. */
export async function main(words: readonly string[], root: string): Promise<number> {
  const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const flags = ['--fresh', '--help', ...PARTS.map((part) => `--${part}`)];
  const ids = words.filter((word, i) => !word.startsWith('-') && !VALUED.includes(words[i - 1] ?? ''));
  const strange = words.filter((word) => word.startsWith('-') && !VALUED.includes(word) && !flags.includes(word));
  const from = after('--from');
  const own = ['cases.json', 'scenarios.json'].map((file) => join(root, 'test/reference', file));
  const files = from === undefined ? own : [from];
  const {exact, simulated, all} = modelsOf([
    ...files,
    ...(from ? [] : [join(root, 'test/reference/golden_traces.json')]),
  ]);
  const models = [...exact, ...simulated];
  strange.push(...ids.filter((id) => !models.some((it) => it.id === id)));
  const [scale, into] = [Number(after('--scale') ?? 1), after('--into')];
  const apart = (scale !== 1 || from !== undefined) && into === undefined;
  if (strange.length > 0 || words.includes('--help') || apart || !(scale > 0)) {
    for (const word of strange) console.log(`not understood: ${word}`);
    if (apart) console.log('shorter runs, and models of another file, go into a folder of their own: --into FOLDER');
    console.log(USAGE);
    return words.includes('--help') ? 0 : 2;
  }
  const write = after('--write');
  if (write !== undefined) {
    for (const {id, sim} of all.filter(({id}) => write.split(',').includes(id))) console.log(scenarioOf(sim, id));
    return 0;
  }
  const named = PARTS.filter((part) => words.includes(`--${part}`));
  const parts = named.length > 0 ? named : ids.length > 0 || from ? (['reference'] as const) : PARTS;
  const asked: Asked = {
    root,
    ids,
    parts: new Set(parts),
    scale,
    workers: Number(after('--workers') ?? availableParallelism()),
    fresh: words.includes('--fresh'),
    into: resolve(into ?? join(root, 'docs')),
    files,
  };
  return run(asked, models);
}

async function run(asked: Asked, models: readonly (ExactCase | SimulatedCase)[]): Promise<number> {
  const {root, parts, into, ids} = asked;
  const began = Date.now();
  const data = join(into, 'validation');
  const wanted = models.filter(({id}) => ids.length === 0 || ids.includes(id));
  const built = join(root, '.dist-validate');
  const code = codeOf(built);
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const stamp = (of: unknown) => stampOf(code, version, of);
  if (parts.has('reference')) {
    const tasks = wanted
      .toSorted((a, b) => lengthOf(b) - lengthOf(a))
      .map(({id, sim, expected}) => ({
        task: {kind: 'reference', id, scale: asked.scale, files: asked.files} as const,
        stamp: stamp([sim, expected, asked.scale]),
      }));
    await runKept(new Store(data, 'reference'), tasks, asked, lineOf);
  }
  if (parts.has('wrong')) {
    const trials = allTrials.filter(({id}) => ids.length === 0 || ids.includes(id));
    const tasks = trials.map((trial) => ({
      task: {kind: 'wrong', id: trial.id, root} as const,
      stamp: stamp([trial, String(trial.wrongly), String(trial.wrongText)]),
    }));
    await runKept(
      new Store(data, 'wrong'),
      tasks,
      asked,
      ({id, wrong, right, wrongly}) => `${id} right ${errors(right.t)}, wrong ${errors(wrongly.t)}: ${wrong}`,
    );
  }
  const scripts = new Scripts(asked, codeOf(built, false));
  const rescan = join(data, 'rescan.json');
  const right = !parts.has('rescan') || scripts.run('test/engine/validate.mjs', ['--out', rescan], rescan);
  const coverage = join(data, 'coverage.json');
  const covers =
    !parts.has('coverage') ||
    scripts.run('test/intervals/validate.mjs', ['--from=.dist-validate/src', `--out=${coverage}`], coverage);
  if (parts.has('logs'))
    scripts.run('docs/validate-logs.mjs', ['--from=.dist-validate/src', `--into=${into}`], join(data, 'logs.json'));
  const differing = await writePage({root, into, models, trials: allTrials});
  for (const line of differing) console.log(`differs: ${line}`);
  console.log(`${join(into, 'validation.md')} written; ${Math.round((Date.now() - began) / 1000)} s`);
  return differing.length > 0 || !right || !covers ? 1 : 0;
}

/** Runs what is not kept of the same code, and keeps it as soon as it is there. */
async function runKept<K extends keyof Kinds>(
  store: Store<K>,
  tasks: readonly {readonly task: Task; readonly stamp: ReturnType<typeof stampOf>}[],
  {fresh, workers}: Asked,
  say: (result: Kinds[K]) => string,
): Promise<void> {
  const open = tasks.filter(({task, stamp}) => fresh || store.get(task.id)?.stamp.code !== stamp.code);
  if (open.length < tasks.length) console.log(`${tasks.length - open.length} of ${tasks.length} are kept already`);
  const stamps = new Map(open.map(({task, stamp}) => [task.id, stamp]));
  await runAll<Task, Kinds[K]>(
    open.map(({task}) => task),
    workers,
    (task, result, left) => {
      const stamp = stamps.get(task.id);
      if (stamp) store.put({...result, stamp});
      console.log(`${say(result)}${left > 0 ? `  (${left} left)` : ''}`);
    },
  );
}

/** Parts that are programs of their own; where one is not there, or cannot run, its last result stands. */
class Scripts {
  readonly #asked: Asked;
  readonly #code: string;
  readonly #file: string;
  constructor(asked: Asked, code: string) {
    this.#asked = asked;
    this.#code = code;
    this.#file = join(asked.into, 'validation/scripts.json');
  }
  /** False where it found a fault. */
  run(script: string, words: readonly string[], result: string): boolean {
    const {root, fresh} = this.#asked;
    const path = join(root, script);
    if (!existsSync(path)) {
      console.log(`${script} is not there: what is kept of it stands`);
      return true;
    }
    const stamps = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
    const code = `${this.#code} ${sourcesOf(path)}`;
    if (!fresh && stamps[script] === code && existsSync(result)) {
      console.log(`${script}: kept already`);
      return true;
    }
    const before = writtenAt(result);
    try {
      execFileSync(process.execPath, [path, ...words], {stdio: 'inherit', cwd: root});
    } catch {
      console.log(`${script} found a fault, or could not run`);
      return false;
    }
    // what has not been written anew was skipped
    if (writtenAt(result) !== before)
      writeFileSync(this.#file, `${JSON.stringify({...stamps, [script]: code}, null, 1)}\n`);
    return true;
  }
}

const writtenAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Arrivals, roughly: the longest are begun first. */
function lengthOf({sim}: ExactCase | SimulatedCase): number {
  const rate = sim.classes.reduce((sum, {arrival}) => {
    if (arrival.type === 'poisson') return sum + arrival.rate;
    if (arrival.type === 'piecewise') return sum + Math.max(...arrival.rates);
    return sum + (arrival.type === 'sin' ? arrival.mean : 0);
  }, 0);
  return rate * sim.horizon * sim.replications * (sim.mode === 'terminating' ? 16 : 1);
}

const errors = (t: number | null): string => (t === null ? 'never varies' : `${t.toFixed(1)} standard errors`);

function lineOf({id, replications, items, cpuSeconds, figures, joint, missing}: CaseResult): string {
  const varying = figures.flatMap(({key, t}) => (t === null ? [] : [{key, t}]));
  const most = varying.toSorted((a, b) => Math.abs(b.t) - Math.abs(a.t)).at(0);
  const wide = figures.filter(({halfWidth, expected}) => halfWidth > 0.02 * Math.abs(expected)).length;
  return [
    `${id}: ${figures.length} figures, ${replications} replications, ${(items / 1e6).toFixed(1)} million items, ${cpuSeconds} s`,
    ...(most ? [`most off ${most.key} ${errors(most.t)}, all together p = ${joint.p?.toFixed(3)}`] : []),
    ...(wide > 0 ? [`${wide} wide`] : []),
    ...missing.map((text) => `without ${text}`),
  ].join('; ');
}
