import {ratioEstimate} from '../../statistics/index.ts';
import {linesAt} from './cuts.ts';
import type {Verification} from './outcome.ts';
import type {Staffing} from './plan.ts';
import type {Task} from './task.ts';
import {meets, type Tried} from './trials.ts';

/** Agents added at most; a staffing that fails by more was found by other rules than those that judge it. */
const MOST_ADDED = 40;

/**
 * The staffing by fresh random numbers. Where a goal is missed, agents are added one by one, each where he closes most
 * of the gap for his cost, until the same numbers say that all are met or nobody helps any more.
 */
export async function verified(task: Task, found: Staffing): Promise<{readonly staffing: Staffing} & Verification> {
  const {trials, floors} = task;
  const {most: replications} = trials.options;
  trials.phase = 'verification';
  let [tried] = await trials.with([{staffing: found}], replications);
  const failed = meets(tried, floors) ? null : tried.slack;
  const added: number[] = [];
  while (!meets(tried, floors) && added.length < MOST_ADDED) {
    const post = await mostHelpful(task, tried);
    if (post === null) break;
    added.push(post);
    const {staffing} = tried.plan;
    [tried] = await trials.with([{staffing: staffing.with(post, staffing[post] + 1)}], replications);
  }
  const {plan, slack} = tried;
  const values = slack.map((_, goal) => ratioEstimate(trials.ratiosOf(plan, goal, replications)));
  return {staffing: plan.staffing, replications, values, slack, met: meets(tried, floors), added, failed};
}

/** The post where an agent closes most of what is missing for his cost; null where nobody helps. */
async function mostHelpful(task: Task, tried: Tried): Promise<number | null> {
  const {posts, floors, scales} = task;
  const lines = (await linesAt(task, tried)).filter(({goal, at}) => at < floors[goal]);
  let [best, most]: [number | null, number] = [null, 0];
  for (const [post, {most: heads, cost}] of posts.entries()) {
    if (tried.plan.staffing[post] >= heads) continue;
    const closed = lines.reduce(
      (sum, {goal, at, slopes}) => sum + Math.min(slopes[post], floors[goal] - at) / scales[goal],
      0,
    );
    if (closed / cost > most) [best, most] = [post, closed / cost];
  }
  return best;
}
