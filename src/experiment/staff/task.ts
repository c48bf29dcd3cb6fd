import type {Staffing} from './plan.ts';
import type {Post} from './posts.ts';
import {type Floors, meets, type Trials, type Tried} from './trials.ts';

/** What is to be found: the cheapest staffing of these posts with every goal at or above its floor. */
export interface Task {
  readonly posts: readonly Post[];
  readonly trials: Trials;
  readonly floors: Floors;
  /** Per goal: what a slack of 1 is in its own unit. */
  readonly scales: readonly number[];
}

export const costOf = (posts: readonly Post[], staffing: Staffing): number =>
  posts.reduce((sum, {cost}, post) => sum + cost * staffing[post], 0);

/** The cheaper of those that meet every goal; the earlier where they cost the same. */
export function better({posts, floors}: Task, best: Tried | null, other: Tried): Tried | null {
  if (!meets(other, floors)) return best;
  if (best === null) return other;
  return costOf(posts, other.plan.staffing) < costOf(posts, best.plan.staffing) - 1e-9 ? other : best;
}
