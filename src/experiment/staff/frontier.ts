import {metricOf} from '../../measure/fold/goals.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';
import type {Cut} from './cuts.ts';
import {byCuts} from './cuttingPlanes.ts';
import type {Level} from './outcome.ts';
import {limitOf, scaleOf} from './standing.ts';
import {better, costOf, type Task} from './task.ts';
import type {Tried} from './trials.ts';

/** How much may go wrong, in parts of what the goals allow. */
const FACTORS = [3, 2, 1.5, 1, 0.75, 0.5];

/**
 * What looser and tighter promises cost. The lines already drawn are lines of the same curves, so that each level is a
 * few rounds more. Goals about agents stay as they are. Levels out of reach of everybody are left out.
 */
export async function frontierOf(
  task: Task,
  goals: readonly GoalSpec[],
  best: Tried,
  cuts: readonly Cut[],
): Promise<Level[]> {
  task.trials.phase = 'frontier';
  const rooms = goals.map(roomOf);
  const levels: Level[] = [];
  for (const allowed of FACTORS) {
    const floors = task.floors.map((floor, goal) => floor + rooms[goal] * (1 - allowed));
    const level = {...task, floors};
    const found = allowed === 1 ? best : await cheapestAt(level, best, cuts);
    if (found) levels.push(levelOf(task, allowed, found));
  }
  return levels;
}

async function cheapestAt(task: Task, from: Tried, cuts: readonly Cut[]): Promise<Tried | null> {
  const everyone = task.posts.map(({most}) => most);
  const within = task.trials.tried.filter(
    ({plan}) => !plan.trained && plan.staffing.every((heads, post) => heads <= everyone[post]),
  );
  const known = within.reduce<Tried | null>((cheapest, tried) => better(task, cheapest, tried), null);
  return known && byCuts(task, [...cuts], from.plan.staffing, known);
}

/** What a goal allows to go wrong; 0 of goals about agents. */
function roomOf(goal: GoalSpec): number {
  const metric = metricOf(goal);
  if (metric.scopes.includes('group')) return 0;
  const {kind, value} = limitOf(goal);
  return kind === 'atLeast' && scaleOf(goal) === 1 ? 1 - value : value;
}

const levelOf = ({posts}: Task, allowed: number, {plan, slack}: Tried): Level => ({
  allowed,
  cost: costOf(posts, plan.staffing),
  staffing: plan.staffing,
  slack,
});
