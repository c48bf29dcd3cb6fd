import {InputError, type Problem} from '../../language/problem.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {Variant} from '../study/study.ts';

/** What both must have in common, by the key that sets it. */
const COMMON: Readonly<Record<string, (scenario: Scenario) => unknown>> = {
  from: ({fromEpochMs}) => fromEpochMs,
  to: ({until}) => until,
  timezone: ({zone}) => zone,
  warmUp: ({warmUpMs}) => warmUpMs,
  coolDown: ({coolDownMs}) => coolDownMs,
  atEnd: ({atEnd}) => atEnd,
  intervals: ({intervalMs}) => intervalMs,
  seed: ({seed}) => seed,
};

/** Throws InputError where a candidate is of another time or seed than the scenario: nothing could be paired. */
export function requireComparable(current: Variant, candidates: readonly Variant[]): void {
  const problems = candidates.flatMap(({name, loaded: {scenario}}) =>
    Object.entries(COMMON).flatMap(([key, of]): Problem[] =>
      JSON.stringify(of(scenario)) === JSON.stringify(of(current.loaded.scenario))
        ? []
        : [
            {
              severity: 'error',
              at: scenario.located.locate([key]),
              path: key,
              message: `expected the same ${key} in ${current.name} and ${name}, found another`,
              hint: 'what comes in must be the same: set it for all of them, or leave it out of the candidate',
            },
          ],
    ),
  );
  if (problems.length > 0) throw new InputError(problems);
}
