import {basename, dirname, extname, resolve} from 'node:path';
import {printable} from '../language/show.ts';
import type {LoadRequest} from './load.ts';
import {UsageError} from './usage.ts';

/** A candidate as the command line gives it: a file that stands in place of parts, and values set in that one only. */
export interface Candidate {
  readonly file: string;
  readonly name: string;
  readonly set: readonly string[];
}

/** Candidates in their order, and what is set in all of them and in the scenario itself. */
export interface Candidates {
  readonly set: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** What the scenario itself is called beside its candidates. */
export const CURRENT = 'current';

/** Options of commands that take candidates; where each stands counts, so `candidatesOf` reads them once more. */
export const CANDIDATE_OPTIONS = {
  with: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'A candidate: a file whose parts stand in place of the scenario\u2019s; may be repeated',
  },
  name: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'What the candidate before it is called [default: the name of its file]',
  },
} as const;

/**
 * Reads the order that a line was typed in: `--set` after a `--with` belongs to that candidate, before the first to
 * all; `--name` names the candidate before it. Throws UsageError for a `--name` without one, and for two of one name.
 */
export function candidatesOf(typed: readonly string[]): Candidates {
  const common: string[] = [];
  const candidates: {file: string; name: string | undefined; set: string[]}[] = [];
  for (const [option, value] of optionsOf(typed)) {
    const last = candidates.at(-1);
    if (option === 'with') candidates.push({file: value, name: undefined, set: []});
    else if (option === 'set') (last?.set ?? common).push(value);
    else if (last === undefined) throw new UsageError('--name stands after the --with that it names.');
    else if (last.name !== undefined)
      throw new UsageError(`--name is given twice for ${printable(last.file, 60)}: give it once.`);
    else last.name = value;
  }
  return {set: common, candidates: named(candidates)};
}

/** What the loader is asked for, of the scenario with a candidate in place. */
export function requestWith(request: LoadRequest, {file, set}: Candidate): LoadRequest {
  return {...request, with: [...(request.with ?? []), file], set: [...(request.set ?? []), ...set]};
}

function* optionsOf(typed: readonly string[]): Generator<readonly [option: string, value: string]> {
  for (let k = 0; k < typed.length && typed[k] !== '--'; k++) {
    const [, option, inline] = /^--(with|set|name)(?:=(.*))?$/s.exec(typed[k] ?? '') ?? [];
    if (option !== undefined) yield [option, inline ?? typed[++k] ?? ''];
  }
}

function named(candidates: readonly {file: string; name: string | undefined; set: readonly string[]}[]): Candidate[] {
  const taken = new Set([CURRENT]);
  for (const {name} of candidates) {
    if (name === undefined) continue;
    if (taken.has(name))
      throw new UsageError(`Expected a name of its own for each, found ${printable(name, 60)} again.`);
    taken.add(name);
  }
  return candidates.map(({file, name, set}) => ({file, set, name: name ?? freeName(stemOf(file), taken)}));
}

/** `evening` of `plans/evening.yaml`, `spring` of `spring/scenario.yaml`. */
function stemOf(file: string): string {
  const stem = basename(file, extname(file));
  return stem === 'scenario' ? basename(dirname(resolve(file))) || stem : stem;
}

function freeName(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let k = 2; taken.has(name); k++) name = `${stem} ${k}`;
  taken.add(name);
  return name;
}
