import type {LoadedScenario, LoadRequest} from './load.ts';
import {atLeastOne} from './numbers.ts';
import {UsageError} from './usage.ts';

/** Said once, whatever a command does with a scenario. */
export const TAKES_SCENARIO = {name: 'scenario', describe: 'The scenario, a YAML file'} as const;

const once = (option: string) => (value: unknown) => {
  if (Array.isArray(value)) throw new UsageError(`--${option} is given ${value.length} times: give it once.`);
  if (value === '') throw new UsageError(`--${option} expects a value.`);
  return value === undefined ? undefined : String(value);
};

/** An option that names a file or folder or the like, given at most once. */
export const text = (option: string, describe: string) =>
  ({type: 'string', requiresArg: true, describe, coerce: once(option)}) as const;

/** What may be swapped in the scenario without writing to it. */
export const SCENARIO_OPTIONS = {
  routing: text('routing', 'Take routing from this file instead'),
  workforce: text('workforce', 'Take workforce from this file instead'),
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'Set one value: path=value, entries of lists by name or number; may be repeated',
  },
} as const;

/** What may be asked of the runs. */
export const RUN_OPTIONS = {
  replications: {
    requiresArg: true,
    describe: 'How many runs with draws of their own [default: as in the scenario]',
    coerce: atLeastOne('replications'),
  },
  seed: text('seed', 'Seed of all random draws [default: as in the scenario]'),
} as const;

export const WORKERS_OPTION = {
  requiresArg: true,
  describe: 'Threads that share the replications [default: all cores]',
  coerce: atLeastOne('workers'),
} as const;

/** What of a command's values says which scenario is meant. */
export function requestOf(values: LoadRequest): LoadRequest {
  const {file, routing, workforce, with: candidates, set, seed, replications, tolerant} = values;
  return {file, routing, workforce, with: candidates, set, seed, replications, tolerant};
}

/** Reads, checks and compiles the scenario; what that takes is imported only now. */
export async function loaded(values: LoadRequest): Promise<LoadedScenario> {
  const {load} = await import('./load.ts');
  return load(requestOf(values));
}
