/** What validation has found so far, in files that are committed: the page is made from them alone. */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {dirname, join, sep} from 'node:path';
import type {CaseResult} from './caseRun.ts';
import type {WrongResult} from './wrongRun.ts';

/** How a result came about; one with the same is not made again. */
export interface Stamp {
  readonly code: string;
  readonly version: string;
  readonly node: string;
}
export type Kept<T> = T & {readonly stamp: Stamp};

export interface Kinds {
  readonly reference: CaseResult;
  readonly wrong: WrongResult;
}

/** `<folder>/reference.json` and its like: results by id, written whole after each. */
export class Store<K extends keyof Kinds> {
  readonly #file: string;
  readonly #results: Map<string, Kept<Kinds[K]>>;
  constructor(folder: string, kind: K) {
    mkdirSync(folder, {recursive: true});
    this.#file = join(folder, `${kind}.json`);
    const written = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
    this.#results = new Map(Object.entries(written));
  }
  get(id: string): Kept<Kinds[K]> | undefined {
    return this.#results.get(id);
  }
  put(result: Kept<Kinds[K]>): void {
    this.#results.set(result.id, result);
    writeWhole(this.#file, Object.fromEntries([...this.#results].sort(([a], [b]) => (a < b ? -1 : 1))));
  }
}

/** One line a result and a figure, so that a change shows as one. */
function writeWhole(file: string, value: object): void {
  const text = JSON.stringify(value, null, 1).replace(/\{\n\s+"key"[^{}]*\}/g, (one) => one.replace(/\n\s+/g, ' '));
  writeFileSync(`${file}.new`, `${text}\n`);
  renameSync(`${file}.new`, file);
}

/** Parts of the product that no figure of the reference depends on. */
const APART = new Set(['cli', 'files', 'importers', 'report', 'index.js']);
/** Of the tools beside this file, those that only say what is to be run. */
const ASIDE = new Set(['validate.js', 'pool.js', 'store.js', 'worker.js', 'wrongRun.js', 'trace.js']);

/** A hash of the compiled program (comments left out), of all of it or of what figures depend on, and of what measures it. */
export function codeOf(built: string, partly = true): string {
  const hash = createHash('sha256');
  const src = join(built, 'src');
  for (const name of readdirSync(src, {recursive: true, encoding: 'utf8'}).sort()) {
    const [part = ''] = name.split(sep);
    if (name.endsWith('.js') && !(partly && APART.has(part))) hash.update(name).update(readFileSync(join(src, name)));
  }
  const tools = join(built, 'test/reference');
  for (const name of readdirSync(tools).sort())
    if (name.endsWith('.js') && !ASIDE.has(name)) hash.update(readFileSync(join(tools, name)));
  return hash.digest('hex').slice(0, 16);
}

/** A hash of a script and of the scripts and tests beside it. */
export function sourcesOf(script: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(dirname(script), {recursive: true, encoding: 'utf8'}).filter((name) =>
    /\.(mjs|ts)$/.test(name),
  );
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(dirname(script), name)));
  return hash.digest('hex').slice(0, 16);
}

/** The code and what is asked of it. */
export const stampOf = (code: string, version: string, asked: unknown): Stamp => ({
  code: createHash('sha256').update(code).update(JSON.stringify(asked)).digest('hex').slice(0, 16),
  version,
  node: process.version,
});
