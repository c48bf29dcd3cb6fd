import type {Cut} from './cuts.ts';
import {byCuts} from './cuttingPlanes.ts';
import {improved} from './localSearch.ts';
import type {Staffing} from './plan.ts';
import {costOf, type Task} from './task.ts';
import type {Tried} from './trials.ts';

/**
 * Cuts, then local search; where that finds something cheaper, some line was wrong, and the cuts that are right are
 * tried again from there. `onBetter` is told of each that is better than those before. Null: nothing that was tried
 * meets every goal.
 */
export async function search(
  task: Task,
  from: Staffing,
  cuts: Cut[],
  onBetter: (tried: Tried) => void = () => {},
): Promise<Tried | null> {
  const {trials, posts} = task;
  let start = from;
  let best: Tried | null = null;
  for (;;) {
    trials.phase = 'cuts';
    const cut: Tried | null = await byCuts(task, cuts, start, best);
    if (cut === null) return null;
    onBetter(cut);
    trials.phase = 'local search';
    const local = await improved(task, cut);
    onBetter(local);
    if (costOf(posts, local.plan.staffing) >= costOf(posts, cut.plan.staffing) - 1e-9) return local;
    [start, best] = [local.plan.staffing, local];
  }
}
