import {isCompleted, type Task} from './told.ts';

/** How likely an item of the process that is open so long before it is due is not completed in time; null: none was like it. */
export type BreachOdds = (process: number, leftMs: number) => number | null;

/**
 * Out of the items that were due before `atMs`, all of which are known: of those that had arrived and were still open
 * `leftMs` before their due date, the share that missed it.
 */
export function breachOdds(tasks: Iterable<Task>, atMs: number): BreachOdds {
  const known = new Map<number, {all: Open; breached: Open}>();
  for (const task of tasks) {
    if (!(task.dueMs < atMs)) continue;
    const of = known.get(task.process) ?? {all: new Open(), breached: new Open()};
    known.set(task.process, of);
    of.all.add(task);
    if (!(isCompleted(task) && task.endedMs <= task.dueMs)) of.breached.add(task);
  }
  return (process, leftMs) => {
    const of = known.get(process);
    const open = of?.all.count(leftMs) ?? 0;
    return of === undefined || open === 0 ? null : of.breached.count(leftMs) / open;
  };
}

/** How many items were open at a time before they were due. */
class Open {
  private readonly fromMs: number[] = [];
  private readonly toMs: number[] = [];
  private sorted = false;

  add({arrivedMs, endedMs, dueMs}: Task): void {
    this.fromMs.push(dueMs - arrivedMs);
    this.toMs.push(Number.isNaN(endedMs) ? -Infinity : dueMs - endedMs);
    this.sorted = false;
  }

  /** Those that ended later, less those that arrived later. */
  count(leftMs: number): number {
    if (!this.sorted) {
      this.fromMs.sort((a, b) => a - b);
      this.toMs.sort((a, b) => a - b);
      this.sorted = true;
    }
    return below(this.toMs, leftMs) - below(this.fromMs, leftMs);
  }
}

/** How many of the sorted numbers are below. */
function below(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
