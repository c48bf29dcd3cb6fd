import type {Work} from './logFacts.ts';
import {byDay} from './presence.ts';
import type {WaitingTimes} from './turnaround.ts';

/** A contact taken by an agent who had been free since then: NaN where it was his first of the day. */
interface Taken {
  readonly queue: string;
  readonly atMs: number;
  readonly freeSinceMs: number;
}

/**
 * Whether an agent who did nothing for a while was away: somebody waited whom he could have taken, or somebody else
 * who had been free for less long took one. Else there was nothing for him to do.
 */
export class PassedOver {
  readonly #taken: readonly Taken[];
  readonly #waiting: ReadonlyMap<string, WaitingTimes>;

  constructor(work: ReadonlyMap<string, readonly Work[]>, waiting: ReadonlyMap<string, WaitingTimes>, zone: string) {
    const taken: Taken[] = [];
    for (const pieces of work.values())
      for (const day of byDay(pieces, zone))
        for (const [i, {queue, fromMs}] of day.entries())
          taken.push({queue, atMs: fromMs, freeSinceMs: day[i - 1]?.toMs ?? Number.NaN});
    this.#taken = taken.sort((a, b) => a.atMs - b.atMs);
    this.#waiting = waiting;
  }

  /** Free from one instant to another, able to take from `queues`. */
  between(fromMs: number, toMs: number, queues: readonly string[]): boolean {
    if (queues.some((queue) => this.#waiting.get(queue)?.hasWithin(fromMs, toMs))) return true;
    for (let i = this.#firstAfter(fromMs); i < this.#taken.length; i++) {
      const {atMs, freeSinceMs, queue} = this.#taken[i];
      if (atMs >= toMs) return false;
      if (freeSinceMs > fromMs && queues.includes(queue)) return true;
    }
    return false;
  }

  #firstAfter(ms: number): number {
    let low = 0;
    let high = this.#taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#taken[middle].atMs <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
