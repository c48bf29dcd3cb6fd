import type {Measure} from '../../measure/measures.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';
import type {Claim} from './claim.ts';

/** Each goal of a scenario, by the measure that asks it. */
export function goalClaims(
  goals: readonly GoalSpec[],
  measures: readonly Measure[],
  looks: readonly number[],
): Claim[] {
  return goals.flatMap((goal, index) => {
    const measure = measures.find((it) => it.goals.includes(index));
    if (measure === undefined) throw new Error(`goal ${index} is measured by nothing`);
    const {limit, onDays, text} = goal;
    const share = onDays === undefined ? limit : ({kind: 'atLeast', value: onDays} as const);
    return {kind: 'goal', text, measure, limit: share, goal: index, looks};
  });
}
