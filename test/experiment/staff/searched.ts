/** The search by itself, and two that need no wit: every staffing, and chance. */
import {compile} from '../../../src/compile/index.ts';
import type {Staffing} from '../../../src/experiment/staff/plan.ts';
import {postsOf} from '../../../src/experiment/staff/posts.ts';
import {search} from '../../../src/experiment/staff/search.ts';
import {simulation} from '../../../src/experiment/staff/simulate.ts';
import {scaleOf} from '../../../src/experiment/staff/standing.ts';
import {costOf, type Task} from '../../../src/experiment/staff/task.ts';
import {meets, Trials} from '../../../src/experiment/staff/trials.ts';
import {Study} from '../../../src/experiment/study/study.ts';
import type {Scenario} from '../../../src/scenario/scenario.ts';
import {lehmer} from './skills.ts';

/** The goals of a scenario over its posts, nothing simulated yet. */
export function taskOf(scenario: Scenario): Task {
  const openRows = () => {
    throw new Error('no log is replayed here');
  };
  const loaded = {scenario, compiled: compile(scenario), hash: '', openRows};
  const simulate = simulation({loaded, remoteOf: null, study: new Study({workers: 1})});
  const {goals, replications} = scenario;
  return {
    posts: postsOf(scenario),
    trials: new Trials({goals, simulate, firstReplication: 0, few: Math.min(10, replications), most: replications}),
    floors: goals.map(() => 0),
    scales: goals.map(scaleOf),
  };
}

/** From everybody there may be. */
export async function searched(task: Task): Promise<{readonly cost: number; readonly simulations: number}> {
  const {posts, trials} = task;
  const everyone = posts.map(({most}) => most);
  const found = await search(task, everyone, []);
  return {cost: found ? costOf(posts, found.plan.staffing) : Infinity, simulations: trials.simulations};
}

/** The cheapest of all staffings within the bounds. */
export async function cheapestOfAll(task: Task): Promise<number> {
  const {posts, trials, floors} = task;
  const all = posts.reduce<Staffing[]>(
    (some, {least, most}) =>
      some.flatMap((staffing) => Array.from({length: most - least + 1}, (_, k) => [...staffing, least + k])),
    [[]],
  );
  const judged = await trials.judged(
    all.map((staffing) => ({staffing})),
    floors,
  );
  const good = judged.filter((tried) => meets(tried, floors));
  return Math.min(...good.map(({plan}) => costOf(posts, plan.staffing)));
}

/**
 * From everybody, an agent away or exchanged at random, kept where every goal is met and nothing more is paid, until so
 * many replications are simulated.
 */
export async function byChance(task: Task, simulations: number, seed: number): Promise<number> {
  const {posts, trials, floors} = task;
  const draw = lehmer(seed);
  let staffing: Staffing = posts.map(({most}) => most);
  for (let moves = 0; trials.simulations < simulations && moves < 50 * simulations; moves++) {
    const [from, to] = [draw(posts.length), draw(2 * posts.length)];
    const changed = [...staffing];
    changed[from]--;
    if (to < posts.length) changed[to]++;
    const inBounds = changed.every((heads, post) => heads >= posts[post].least && heads <= posts[post].most);
    if (!inBounds || costOf(posts, changed) > costOf(posts, staffing)) continue;
    const [tried] = await trials.judged([{staffing: changed}], floors);
    if (tried && meets(tried, floors)) staffing = changed;
  }
  return costOf(posts, staffing);
}
