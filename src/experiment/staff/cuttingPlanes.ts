import {type Cut, depthOf, lineAt, linesAt, TOO_DEEP} from './cuts.ts';
import {cheapest, rowOf} from './integerProgram.ts';
import type {Staffing} from './plan.ts';
import {better, costOf, type Task} from './task.ts';
import {meets, type Tried} from './trials.ts';

/** Rounds of simulating and solving; each cuts off at least the staffing it began with. */
const MOST_ROUNDS = 60;

/**
 * Simulate a staffing, draw the line of every goal there, solve for the cheapest staffing above all lines, go on there,
 * until what is solved for meets every goal: no cheaper one lies above all lines. `cuts` is added to, and what a good
 * staffing shows to be wrong is taken out. Returns the cheapest staffing found that meets every goal, or null.
 */
export async function byCuts(task: Task, cuts: Cut[], from: Staffing, known: Tried | null): Promise<Tried | null> {
  const {posts, trials, floors} = task;
  let best = known;
  let point = from;
  const drawn = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [here] = await trials.judged([{staffing: point}], floors);
    best = better(task, best, here);
    if (meets(here, floors)) dropWrong(cuts, here, floors);
    if (!drawn.has(point.join())) {
      drawn.add(point.join());
      cuts.push(...(await linesAt(task, here)).filter(says));
    }
    const solved = await solve(task, cuts);
    if (solved === null) return best;
    if (best && costOf(posts, solved) >= costOf(posts, best.plan.staffing) - 1e-9) return best;
    const next = await notTooDeep(task, solved, best);
    if (drawn.has(next.join())) return best;
    point = next;
  }
  return best;
}

/** A line without slopes forbids everything or nothing. */
const says = ({slopes}: Cut): boolean => slopes.some((slope) => slope > 0);

function dropWrong(cuts: Cut[], good: Tried, floors: readonly number[]): void {
  const {staffing} = good.plan;
  const right = cuts.filter((cut) => lineAt(cut, staffing) >= floors[cut.goal] - 1e-9);
  cuts.splice(0, cuts.length, ...right);
}

/** The lines drawn where service was lowest are the first to go where no staffing is above all of them. */
async function solve(task: Task, cuts: Cut[]): Promise<Staffing | null> {
  const {posts, floors, scales} = task;
  for (;;) {
    const solved = await cheapest(
      posts,
      cuts.map((cut) => rowOf(cut, floors[cut.goal])),
    );
    if (solved !== null || cuts.length === 0) return solved;
    const depths = cuts.map(({at, goal}) => (at - floors[goal]) / scales[goal]);
    cuts.splice(depths.indexOf(Math.min(...depths)), 1);
  }
}

/** Half way back to a staffing that is good, as long as service is so low that a line would say little. */
async function notTooDeep(task: Task, solved: Staffing, best: Tried | null): Promise<Staffing> {
  const good = best?.plan.staffing ?? task.posts.map(({most}) => most);
  let point = solved;
  for (;;) {
    const [tried] = await task.trials.with([{staffing: point}], task.trials.options.few);
    if (depthOf(task, tried) >= TOO_DEEP) return point;
    const between = point.map((heads, post) => Math.ceil((heads + good[post]) / 2));
    if (between.join() === point.join() || between.join() === good.join()) return point;
    point = between;
  }
}
