import type {GoalSpec, Scenario} from '../../scenario/scenario.ts';
import {type Estimate, pairedDifference} from '../../statistics/index.ts';
import type {Plan, Staffing, Training} from './plan.ts';
import type {Post} from './posts.ts';
import {limitOf} from './standing.ts';
import type {Trials} from './trials.ts';

/** What one change of a staffing does to every goal: above 0 is better, whatever the goal's direction. */
export interface Worth {
  readonly gain: readonly Estimate[];
}

/** One agent more on a post; also where the post is at its most already. */
export interface AgentWorth extends Worth {
  readonly post: number;
  readonly cost: number;
}

/** One agent of a post who learns what another group can. */
export interface TrainingWorth extends Worth, Training {}

/** Gains of goals by the same replications with and without the change. */
export function gainOf(
  trials: Trials,
  goals: readonly GoalSpec[],
  plan: Plan,
  than: Plan,
  replications: number,
): Estimate[] {
  return goals.map((goal, index) => {
    const [after, before] = [plan, than].map((it) => trials.ratiosOf(it, index, replications));
    const {value, halfWidth} = pairedDifference(after, before);
    return {value: value === null ? null : sign(goal) * value, halfWidth};
  });
}
const sign = (goal: GoalSpec): number => (limitOf(goal).kind === 'atLeast' ? 1 : -1);

export async function worthOfAgents(
  trials: Trials,
  goals: readonly GoalSpec[],
  posts: readonly Post[],
  staffing: Staffing,
  replications: number,
): Promise<AgentWorth[]> {
  const plans = posts.map((_, post) => ({staffing: staffing.with(post, staffing[post] + 1)}));
  await trials.with([{staffing}, ...plans], replications);
  return plans.map((plan, post) => ({
    post,
    cost: posts[post].cost,
    gain: gainOf(trials, goals, plan, {staffing}, replications),
  }));
}

export async function worthOfTraining(
  trials: Trials,
  goals: readonly GoalSpec[],
  trainings: readonly Training[],
  staffing: Staffing,
  replications: number,
): Promise<TrainingWorth[]> {
  const plans = trainings.map((trained) => ({staffing, trained}));
  await trials.with([{staffing}, ...plans], replications);
  return plans.map((plan) => ({...plan.trained, gain: gainOf(trials, goals, plan, {staffing}, replications)}));
}

/** Posts by shift with agents, and for each the groups that can something its own group cannot. */
export function trainingsOf({workforce}: Scenario, posts: readonly Post[], staffing: Staffing): Training[] {
  const skillsOf = new Map(workforce.map(({name, skills}) => [name, skills]));
  return posts.flatMap(({group, interval}, post) => {
    if (interval !== null || staffing[post] === 0) return [];
    const own = skillsOf.get(group) ?? {};
    return [...skillsOf].flatMap(([as, skills]) =>
      as !== group && Object.entries(skills).some(([skill, level]) => level > (own[skill] ?? 0)) ? [{post, as}] : [],
    );
  });
}
