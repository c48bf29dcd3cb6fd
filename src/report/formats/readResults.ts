import {InputError, type Problem} from '../../language/problem.ts';
import type {Results} from '../../measure/results.ts';

/** A file that a run left, as text. */
export interface SavedText {
  readonly path: string;
  readonly text: string;
}

/** Of these the results of a run are made again. */
export const SUMMARY = 'summary.json';
export const SERIES = 'series.json';

/** The results that `summary.json` and `series.json` of one run hold. Throws InputError for what is no such file. */
export function readResults(summary: SavedText, series: SavedText): Results {
  const problems: Problem[] = [];
  const parts = [
    documentOf(summary, ['scenario', 'goals'], problems),
    documentOf(series, ['intervals', 'agents'], problems),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return Object.assign({}, ...parts) as Results;
}

function documentOf({path, text}: SavedText, keys: readonly string[], problems: Problem[]): object {
  const found = parsed(text);
  if (typeof found === 'object' && found !== null && 'schema' in found && keys.every((key) => key in found)) {
    if (found.schema === 1) return found;
    problems.push(problem(path, 'expected results of schema 1, found those of another version of Preroute'));
  } else problems.push(problem(path, 'expected results of preroute run, found something else'));
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const problem = (file: string, message: string): Problem => ({
  severity: 'error',
  at: {file, line: 0, column: 0},
  path: '',
  message,
  hint: 'run the scenario again',
});
