import type {Work} from './logFacts.ts';
import {byDay, queuesOf} from './presence.ts';

/** When contacts of one queue began to wait and stopped, epoch ms. */
export class WaitingTimes {
  readonly #fromMs: number[] = [];
  readonly #toMs: number[] = [];
  #isSorted = true;

  add(fromMs: number, toMs: number): void {
    this.#fromMs.push(fromMs);
    this.#toMs.push(toMs);
    this.#isSorted = false;
  }

  /** How many wait at an instant. */
  at(ms: number): number {
    if (!this.#isSorted) {
      this.#fromMs.sort((a, b) => a - b);
      this.#toMs.sort((a, b) => a - b);
      this.#isSorted = true;
    }
    return upTo(this.#fromMs, ms) - upTo(this.#toMs, ms);
  }
}

/** How many of the ascending values are at or below a limit. */
function upTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How long agents are busy after a contact in ways the log does not show: the mean time from the end of one to the
 * beginning of the agent's next, over those after which somebody waited whom he could have taken, longer than a break
 * not counted. 0 where there are none.
 */
export function turnaroundMs(
  work: ReadonlyMap<string, readonly Work[]>,
  waiting: ReadonlyMap<string, WaitingTimes>,
  breakMs: number,
  zone: string,
): number {
  let sum = 0;
  let count = 0;
  for (const pieces of work.values())
    for (const day of byDay(pieces, zone)) {
      const lines = queuesOf(day).flatMap((queue) => waiting.get(queue) ?? []);
      for (let i = 1; i < day.length; i++) {
        const endMs = day[i - 1].toMs;
        const gapMs = day[i].fromMs - endMs;
        if (gapMs < 0 || gapMs > breakMs || !lines.some((line) => line.at(endMs) > 0)) continue;
        sum += gapMs;
        count++;
      }
    }
  return count === 0 ? 0 : Math.round(sum / count);
}
