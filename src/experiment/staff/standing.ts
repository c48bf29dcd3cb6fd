import {askedBy} from '../../measure/asked.ts';
import type {Facts} from '../../measure/facts.ts';
import {goalRatios, metricOf} from '../../measure/fold/goals.ts';
import {Replication} from '../../measure/fold/replication.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';
import {type Estimate, type Ratio, ratioEstimate} from '../../statistics/index.ts';
import type {Loaded} from '../loaded.ts';

/** What one replication says of every goal, in the order of the goals. */
export function standingOf({scenario, compiled: {model}}: Loaded, facts: Facts): Ratio[] {
  const asked = askedBy(scenario.goals);
  return goalRatios(scenario.goals, new Replication(facts, model, asked));
}

/** What a goal is held to: its own limit, or the share of days that must meet it. */
export const limitOf = ({onDays, limit}: GoalSpec): GoalSpec['limit'] =>
  onDays === undefined ? limit : {kind: 'atLeast', value: onDays};

/** How far a goal is from its limit, on the good side above 0; the interval is that of its value. */
export interface Slack extends Estimate {
  readonly value: number;
}

/** What a slack is measured in when goals are compared: 1 for shares, else the limit itself. */
export const scaleOf = (goal: GoalSpec): number => {
  const isShare = goal.onDays !== undefined || metricOf(goal).unit === 'ratio';
  return isShare ? 1 : Math.max(1, Math.abs(goal.limit.value));
};

/** Nothing to judge is on the bad side: nobody was there to be judged. */
export function slackOf(goal: GoalSpec, ratios: readonly Ratio[]): Slack {
  const {kind, value: limit} = limitOf(goal);
  const {value, halfWidth} = ratioEstimate(ratios.filter(([above]) => Number.isFinite(above)));
  const worst = -Math.max(1, Math.abs(limit));
  if (value === null || ratios.some(([above]) => above === Infinity)) return {value: worst, halfWidth: null};
  return {value: kind === 'atLeast' ? value - limit : limit - value, halfWidth};
}
