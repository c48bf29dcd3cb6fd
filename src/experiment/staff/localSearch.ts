import {linesAt} from './cuts.ts';
import type {Staffing} from './plan.ts';
import type {Post} from './posts.ts';
import {costOf, type Task} from './task.ts';
import {meets, type Tried} from './trials.ts';

/** A change of head counts: post and agents more or fewer. */
type Move = readonly (readonly [post: number, by: number])[];

/** Of the changes that would save something, so many are simulated before the staffing is taken as it is. */
const MOST_TRIED = 60;
/** Beyond so many posts only single agents are taken away or exchanged: there are too many ways to exchange two. */
const FEW_POSTS = 30;

/**
 * Takes an agent away, or exchanges one or two for others that cost less together, as long as every goal is still met:
 * what cuts through noise or a curve that is not concave have missed. Changes whose goals the slopes say are lost are
 * passed over.
 */
export async function improved(task: Task, from: Tried): Promise<Tried> {
  let best = from;
  for (let found: Tried | null = best; found !== null; ) {
    best = found;
    found = await firstBetter(task, best);
  }
  return best;
}

async function firstBetter(task: Task, from: Tried): Promise<Tried | null> {
  const {trials, floors, posts} = task;
  const hopeful = await hopefulMoves(task, from);
  const width = 2;
  for (let at = 0; at < Math.min(hopeful.length, MOST_TRIED); at += width) {
    const plans = hopeful.slice(at, at + width).map((staffing) => ({staffing}));
    const good = (await trials.judged(plans, floors)).filter((tried) => meets(tried, floors));
    const [first] = good.sort((a, b) => costOf(posts, a.plan.staffing) - costOf(posts, b.plan.staffing));
    if (first) return first;
  }
  return null;
}

/** Staffings that cost less and that the slopes do not rule out, those that save most first. */
async function hopefulMoves(task: Task, from: Tried): Promise<Staffing[]> {
  const {posts, floors} = task;
  const {staffing} = from.plan;
  const up = (await linesAt(task, from)).map(({slopes}) => slopes);
  const down = await slopesDown(task, from);
  const isHopeful = (move: Move) =>
    from.slack.every(({value, halfWidth}, goal) => {
      const changes = move.map(([post, by]) => by * (by > 0 ? up : down)[goal][post]);
      const change = changes.reduce((sum, each) => sum + each, 0);
      const doubt = changes.reduce((sum, each) => sum + Math.abs(each), 0) / 4 + (halfWidth ?? 0) / 2;
      return value + change + doubt >= floors[goal];
    });
  return movesOf(posts, staffing)
    .filter(isHopeful)
    .map((move) => moved(staffing, move))
    .sort((a, b) => costOf(posts, a) - costOf(posts, b));
}

/** What one agent fewer takes from each goal's slack: [goal][post]. */
async function slopesDown({trials, posts}: Task, {plan, slack}: Tried): Promise<number[][]> {
  const fewer = posts.flatMap(({least}, post) => (plan.staffing[post] > least ? [post] : []));
  const plans = fewer.map((post) => ({staffing: moved(plan.staffing, [[post, -1]])}));
  const [here, ...there] = await trials.with([plan, ...plans], trials.options.few);
  return slack.map((_, goal) => {
    const slopes = posts.map(() => 0);
    for (const [index, post] of fewer.entries()) slopes[post] = here.slack[goal].value - there[index].slack[goal].value;
    return slopes;
  });
}

export function moved(staffing: Staffing, move: Move): Staffing {
  const changed = [...staffing];
  for (const [post, by] of move) changed[post] += by;
  return changed;
}

function movesOf(posts: readonly Post[], staffing: Staffing): Move[] {
  const all = [...posts.keys()];
  const fewer = all.filter((post) => staffing[post] > posts[post].least);
  const more = all.filter((post) => staffing[post] < posts[post].most);
  const moves: Move[] = [];
  const add = (move: Move) => {
    const saves = move.reduce((sum, [post, by]) => sum - by * posts[post].cost, 0);
    const after = moved(staffing, move);
    const inBounds = move.every(([post]) => after[post] >= posts[post].least && after[post] <= posts[post].most);
    if (saves > 1e-9 && inBounds) moves.push(move);
  };
  for (const i of fewer) {
    add([[i, -1]]);
    for (const j of more)
      if (i !== j)
        add([
          [i, -1],
          [j, 1],
        ]);
  }
  if (posts.length > FEW_POSTS) return moves;
  for (const i of fewer)
    for (const j of more)
      for (const k of all) {
        if (i === j || k === i || k === j) {
          if (k === i && i !== j)
            add([
              [i, -2],
              [j, 1],
            ]);
          if (k === j && i !== j)
            add([
              [i, -1],
              [j, 2],
            ]);
          continue;
        }
        if (k > i)
          add([
            [i, -1],
            [k, -1],
            [j, 1],
          ]);
        if (k > j)
          add([
            [i, -1],
            [j, 1],
            [k, 1],
          ]);
      }
  return moves;
}
