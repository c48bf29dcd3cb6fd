import {InputError, type Path, type Problem} from '../../language/problem.ts';
import type {Scenario} from '../../scenario/scenario.ts';

/** Throws InputError where there is nothing to choose, nothing to hold it to, or no telling what costs less. */
export function checkStaffable(scenario: Scenario): void {
  const problems = [
    ...(scenario.workforce.some(({between}) => between !== undefined)
      ? []
      : [
          problem(
            scenario,
            ['workforce'],
            'expected `between` on a group whose agents may vary, found none',
            'write between: { early: [ 4, 12 ] }, or between: [ 4, 12 ] where a group has one shift or none',
          ),
        ]),
    ...(scenario.goals.length > 0
      ? []
      : [problem(scenario, ['goals'], 'expected goals that the staffing must meet, found none', GOAL_HINT)]),
    ...('epochMs' in scenario.until
      ? []
      : [
          problem(
            scenario,
            ['to'],
            'expected a date or a duration, found a number of arrivals: paid hours need an end',
            'write to: 14d',
          ),
        ]),
    ...costs(scenario),
  ];
  if (problems.length > 0) throw new InputError(problems);
}

const GOAL_HINT = 'write goals: [ { serviceLevel: { process: calls }, atLeast: 80% } ]';

/** All groups that may vary say what an hour costs, or none. */
function costs(scenario: Scenario): Problem[] {
  const varying = scenario.workforce.flatMap((spec, index) => (spec.between ? [{spec, index}] : []));
  const without = varying.filter(({spec}) => spec.costPerHour === undefined);
  if (without.length === varying.length) return [];
  return without.map(({spec, index}) =>
    problem(
      scenario,
      ['workforce', index],
      `expected a cost of ${spec.name}, which may vary as others do that have one, found none`,
      'write cost: 38, per paid hour',
    ),
  );
}

function problem(scenario: Scenario, path: Path, message: string, hint: string): Problem {
  return {severity: 'error', at: scenario.located.locate(path), path: path.join('.'), message, hint};
}
