import {dirname, relative, resolve, sep} from 'node:path';
import type {KeptConfiguration, Variant} from '../../experiment/index.ts';
import {InputError, type Problem, sortedProblems} from '../../language/problem.ts';
import type {LoadedScenario, LoadRequest} from '../load.ts';
import {remote} from '../remote.ts';
import {requestOf} from '../scenarioOptions.ts';

/** A scenario that is to be checked or kept, as it was loaded. */
export interface Found {
  readonly file: string;
  readonly request: LoadRequest;
  readonly loaded: LoadedScenario;
  readonly variant: Variant;
}

export type Swaps = Omit<LoadRequest, 'file'>;

/** Every scenario that is meant: below the folder one is in where none is named. All that is wrong with any is thrown. */
export async function findScenarios(named: readonly string[], swaps: Swaps): Promise<Found[]> {
  const [{scenarioFiles}, {load}] = await Promise.all([import('../../files/index.ts'), import('../load.ts')]);
  const files = scenarioFiles(named.length > 0 ? named : ['.']);
  if (files.length === 0) throw new InputError([nothingFound(named)]);
  const problems: Problem[] = [];
  const found = files.flatMap((file): Found[] => {
    const request = requestOf({...swaps, file});
    try {
      const loaded = load(request);
      return [{file, request, loaded, variant: {name: file, loaded, remote: remote('load', request)}}];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(sortedProblems(problems));
  return found;
}

function nothingFound(named: readonly string[]): Problem {
  return {
    severity: 'error',
    at: {file: named[0] ?? '.', line: 0, column: 0},
    path: '',
    message: 'expected scenarios, found no scenario.yaml in this folder or below',
    hint: 'name the files',
  };
}

/** With forward slashes, as it is written down. */
const written = (path: string): string => path.split(sep).join('/');

/** Path of a scenario as a baseline has it: from the folder the baseline is in. */
export const pathInBaseline = (baselineFile: string, file: string): string =>
  written(relative(dirname(resolve(baselineFile)), resolve(file)));

/** Path of a file as annotations have it: from the root of the repository. */
export const pathFromRoot = (file: string): string =>
  written(relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), resolve(file)));

/** What is kept of how a scenario was loaded. */
export function configurationOf({file, request, loaded}: Found): KeptConfiguration {
  const folder = dirname(resolve(file));
  const path = (one: string) => written(relative(folder, resolve(one)));
  const {routing, workforce, with: candidates, set} = request;
  return {
    entry: path(file),
    ...(routing !== undefined && {routing: path(routing)}),
    ...(workforce !== undefined && {workforce: path(workforce)}),
    ...(candidates !== undefined && {with: candidates.map(path)}),
    ...(set !== undefined && set.length > 0 && {set: [...set]}),
    texts: Object.fromEntries(loaded.texts.map((text) => [path(text.path), text.text])),
  };
}
