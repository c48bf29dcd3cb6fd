import type {Staffing} from './plan.ts';
import type {Task} from './task.ts';
import type {Tried} from './trials.ts';

/**
 * A straight line that a goal's slack does not exceed, if slack is concave there: slack(x) <= at + slopes (x - from).
 * A goal is met only where the line is above 0.
 */
export interface Cut {
  readonly goal: number;
  readonly from: Staffing;
  readonly at: number;
  readonly slopes: readonly number[];
}

export const lineAt = ({from, at, slopes}: Cut, staffing: Staffing): number =>
  slopes.reduce((sum, slope, post) => sum + slope * (staffing[post] - from[post]), at);

/** The goal furthest below its border, in its own scale: 0 at the border, -1 a whole share or the limit itself below. */
export const depthOf = (task: Pick<Task, 'scales' | 'floors'>, {slack}: Tried): number =>
  Math.min(...slack.map(({value}, goal) => (value - task.floors[goal]) / task.scales[goal]));

/** Below this depth the curve over head counts is no longer concave, and a line says little. */
export const TOO_DEEP = -0.25;

/** Agents by whose presence a slope is measured: more where service is low and single agents are lost in the noise. */
const stepAt = (depth: number): number => (depth < 2 * TOO_DEEP ? 3 : depth < TOO_DEEP ? 2 : 1);

/**
 * Every goal's line at a staffing, its slopes by finite differences with common random numbers: one simulation more
 * per post (M. T. Cezik and P. L'Ecuyer, Staffing Multiskill Call Centers via Linear Programming and Simulation,
 * Management Science 54, 2008). As they do, steps are longer where service is low: slack over head counts is S-shaped,
 * and on its lower branch the line would cut off good staffings.
 */
export async function linesAt(task: Task, tried: Tried): Promise<Cut[]> {
  const {trials, posts} = task;
  const {staffing} = tried.plan;
  const step = stepAt(depthOf(task, tried));
  const moved = posts.map(({most}, post) => {
    const by = staffing[post] + step <= most ? step : staffing[post] < most ? most - staffing[post] : -1;
    return {by, staffing: staffing.with(post, staffing[post] + by)};
  });
  const possible = moved.map(({staffing: of}, post) => of[post] >= posts[post].least);
  const plans = moved.flatMap(({staffing: of}, post) => (possible[post] ? [{staffing: of}] : []));
  const replications = trials.options.few;
  const [here, ...there] = await trials.with([tried.plan, ...plans], replications);
  let next = 0;
  const neighbours = possible.map((is) => (is ? there[next++] : null));
  return tried.slack.map(({value}, goal) => {
    const slopes = neighbours.map((neighbour, post) =>
      neighbour === null ? 0 : (neighbour.slack[goal].value - here.slack[goal].value) / moved[post].by,
    );
    return {goal, from: staffing, at: value, slopes: withoutNoise(slopes)};
  });
}

/** Far smaller than the largest, a slope is chance; along many agents it would add up to something. */
function withoutNoise(slopes: readonly number[]): number[] {
  const largest = Math.max(...slopes.map(Math.abs));
  return slopes.map((slope) => (Math.abs(slope) < 0.02 * largest ? 0 : slope));
}
