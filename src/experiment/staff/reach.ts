import type {GoalSpec} from '../../scenario/scenario.ts';
import {linesAt} from './cuts.ts';
import type {Unreachable} from './outcome.ts';
import type {Task} from './task.ts';
import {type Floors, meets, type Tried} from './trials.ts';
import {gainOf} from './worth.ts';

/** What everybody together can do, and the floors that can be asked of a staffing. */
export interface Reach {
  readonly unreachable: readonly Unreachable[];
  /** As asked where a goal can be met; else what everybody together comes to, within the interval. */
  readonly floors: Floors;
  readonly everyone: Tried;
}

/**
 * Goals that are missed with every post at its most, and that fewer agents would not help: no staffing within
 * `between` meets them. For each, what an agent beyond the most of a post would gain.
 */
export async function reachOf(task: Task, goals: readonly GoalSpec[]): Promise<Reach> {
  const {posts, trials, floors} = task;
  trials.phase = 'everyone';
  const most = posts.map((post) => post.most);
  const [everyone] = await trials.judged([{staffing: most}], floors);
  if (meets(everyone, floors)) return {unreachable: [], floors, everyone};
  const lines = await linesAt(task, everyone);
  const missed = lines.filter(
    ({goal, slopes}) => everyone.slack[goal].value < floors[goal] && slopes.every((slope) => slope >= 0),
  );
  trials.phase = 'beyond the most';
  const beyond = posts.map((_, post) => ({staffing: most.with(post, most[post] + 1)}));
  const replications = trials.options.few;
  if (missed.length > 0) await trials.with(beyond, replications);
  const unreachable = missed.map(({goal}) => ({
    goal,
    slack: everyone.slack[goal],
    heldBackBy: beyond
      .map((plan, post) => ({post, gain: gainOf(trials, goals, plan, everyone.plan, replications)[goal]}))
      .filter(({gain: {value, halfWidth}}) => value !== null && value > (halfWidth ?? 0))
      .sort((a, b) => (b.gain.value ?? 0) - (a.gain.value ?? 0)),
  }));
  const nearest = floors.map((floor, goal) =>
    missed.some((it) => it.goal === goal) ? everyone.slack[goal].value - (everyone.slack[goal].halfWidth ?? 0) : floor,
  );
  return {unreachable, floors: nearest, everyone};
}
