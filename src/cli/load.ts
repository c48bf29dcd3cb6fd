import {compile} from '../compile/index.ts';
import {parseTable} from '../csv/table.ts';
import type {Loaded} from '../experiment/index.ts';
import {openRows, textFiles} from '../files/index.ts';
import {InputError, type Problem, sortedProblems} from '../language/problem.ts';
import type {TextRead} from '../scenario/document/load.ts';
import {readScenario} from '../scenario/read.ts';

/** A scenario on the disk, and what is to be swapped in it. Plain data: worker threads are asked with it too. */
export interface LoadRequest {
  readonly file: string;
  readonly routing?: string | undefined;
  readonly workforce?: string | undefined;
  /** Candidate files, in order: what each holds stands in place of the scenario's own parts. */
  readonly with?: readonly string[] | undefined;
  /** `path=value`, in order. */
  readonly set?: readonly string[] | undefined;
  readonly seed?: string | undefined;
  readonly replications?: number | undefined;
  /** For lint: errors beside which everything else can be judged come back with the warnings. */
  readonly tolerant?: boolean | undefined;
}

/** What is doubtful comes along; what is wrong is thrown. */
export interface LoadedScenario extends Loaded {
  readonly warnings: readonly Problem[];
  /** Every text that was read. */
  readonly texts: readonly TextRead[];
}

/** Reads, checks and compiles. Throws InputError with everything that is wrong. */
export function load(request: LoadRequest): LoadedScenario {
  const {file, ...swaps} = request;
  const {scenario, warnings, hash, parts} = readScenario(file, {files: textFiles(), parseTable, ...swaps});
  const compiled = compile(scenario);
  const doubts = sortedProblems([...warnings, ...compiled.warnings]);
  if (compiled.problems.length > 0) throw new InputError(sortedProblems([...compiled.problems, ...doubts]));
  return {scenario, compiled, hash, openRows, warnings: doubts, texts: parts};
}
