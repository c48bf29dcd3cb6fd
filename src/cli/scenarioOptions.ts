import type {ScenarioRead} from '../scenario/read.ts';
import {atLeastOne} from './numbers.ts';
import {UsageError} from './usage.ts';

/** Said once, whatever a command does with a scenario. */
export const TAKES_SCENARIO = {name: 'scenario', describe: 'The scenario, a YAML file'} as const;

const once = (option: string) => (value: unknown) => {
  if (Array.isArray(value)) throw new UsageError(`--${option} is given ${value.length} times: give it once.`);
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
    type: 'string',
    requiresArg: true,
    describe: 'How many runs with draws of their own [default: as in the scenario]',
    coerce: atLeastOne('replications'),
  },
  seed: text('seed', 'Seed of all random draws [default: as in the scenario]'),
} as const;

export interface ScenarioValues {
  readonly file: string;
  readonly routing?: string | undefined;
  readonly workforce?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly seed?: string | undefined;
  readonly replications?: number | undefined;
}

/** Reads and checks the scenario from the disk; throws InputError with everything that is wrong. */
export async function scenarioFrom(values: ScenarioValues): Promise<ScenarioRead> {
  const [{readScenario}, {textFiles}, {parseTable}] = await Promise.all([
    import('../scenario/read.ts'),
    import('../files/index.ts'),
    import('../csv/table.ts'),
  ]);
  const {routing, workforce, set, seed, replications} = values;
  return readScenario(values.file, {
    files: textFiles(),
    parseTable,
    routing,
    workforce,
    set,
    seed,
    replications,
  });
}
