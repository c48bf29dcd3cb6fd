import type {Decision} from './decisions.ts';

/** Classes and the head start of each in waiting time, ms. */
export type Credits = ReadonlyMap<string, number>;

/**
 * Decisions between different classes, so that the share that credits explain is counted quickly. A decision is
 * explained where the credit of the class taken, less that of the class left, makes up for the longer wait of the latter.
 */
export class Claims {
  readonly classes: readonly string[];
  readonly count: number;
  /** By class taken, then class left: how much longer the latter had waited, ascending. */
  readonly #longer: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

  constructor(decisions: readonly Decision[]) {
    const between = decisions.filter(({taken, left}) => taken !== left);
    this.count = between.length;
    this.classes = [...new Set(between.flatMap(({taken, left}) => [taken, left]))].sort();
    const lists = new Map<string, Map<string, number[]>>();
    for (const {taken, left, longerMs} of between) {
      const byLeft = lists.get(taken) ?? new Map<string, number[]>();
      lists.set(taken, byLeft);
      const list = byLeft.get(left) ?? [];
      byLeft.set(left, list);
      list.push(longerMs);
    }
    this.#longer = new Map(
      [...lists].map(([taken, byLeft]) => [
        taken,
        new Map([...byLeft].map(([left, list]) => [left, Float64Array.from(list).sort()])),
      ]),
    );
  }

  /** How many decisions the credits explain. */
  explained(credits: Credits): number {
    let count = 0;
    for (const [taken, byLeft] of this.#longer)
      for (const [left, longer] of byLeft) count += atMost(longer, creditOf(credits, taken) - creditOf(credits, left));
    return count;
  }

  /** How many decisions a class has part in. */
  about(kind: string): number {
    return this.classes.reduce((sum, other) => sum + this.timesTaken(kind, other) + this.timesTaken(other, kind), 0);
  }

  /** How often a class was taken while another waited, and how often the other way round. */
  timesTaken(taken: string, left: string): number {
    return this.#longer.get(taken)?.get(left)?.length ?? 0;
  }
}

export const creditOf = (credits: Credits, kind: string): number => credits.get(kind) ?? 0;

/** Whether credits put the contact that was taken first. */
export function isExplained({taken, left, longerMs}: Decision, credits: Credits): boolean {
  return creditOf(credits, taken) - creditOf(credits, left) >= longerMs;
}

/** How many of ascending values are not above a limit. */
function atMost(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
