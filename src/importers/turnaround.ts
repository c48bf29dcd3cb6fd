import type {Work} from './logFacts.ts';
import {byDay, queuesOf} from './presence.ts';
import {meanBelow, type Seen} from './productLimit.ts';

/** Up to here a contact that is answered rings, rather than waits: some logs show a second or two for every contact. */
export const RINGING_MS = 5000;

interface Stretch {
  readonly fromMs: number;
  toMs: number;
}

/** When contacts of one queue waited, epoch ms: stretches during which at least one did. */
export class WaitingTimes {
  #stretches: Stretch[] = [];
  #isJoined = true;

  add(fromMs: number, toMs: number): void {
    this.#stretches.push({fromMs, toMs});
    this.#isJoined = false;
  }

  /** The end of the stretch an instant lies in, its ends being part of it; -Infinity where nobody waits. */
  waitUntil(ms: number): number {
    const after = this.#firstAfter(ms);
    const toMs = this.#stretches[after - 1]?.toMs ?? Number.NEGATIVE_INFINITY;
    return toMs >= ms ? toMs : Number.NEGATIVE_INFINITY;
  }

  /** Whether anybody waits between two instants, beyond them or not. */
  hasWithin(fromMs: number, toMs: number): boolean {
    const after = this.#firstAfter(fromMs);
    return this.#stretches[after - 1]?.toMs > fromMs || this.#stretches[after]?.fromMs < toMs;
  }

  /** Position of the first stretch that begins later. */
  #firstAfter(ms: number): number {
    if (!this.#isJoined) this.#join();
    let low = 0;
    let high = this.#stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stretches[middle].fromMs <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #join(): void {
    const joined: Stretch[] = [];
    for (const stretch of this.#stretches.sort((a, b) => a.fromMs - b.fromMs)) {
      const last = joined.at(-1);
      if (last && stretch.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, stretch.toMs);
      else joined.push({...stretch});
    }
    this.#stretches = joined;
    this.#isJoined = true;
  }
}

/**
 * How long agents are busy after a contact in ways the log does not show, ms; longer than a break is one and not
 * counted. Looked at are the ends of contacts at which somebody waited whom the agent could take: either he takes his
 * next contact while there is still somebody, and this is how long he was busy, or nobody waits any more before that,
 * and he was busy at least until then. 0 where nothing shows it.
 */
export function turnaroundMs(
  work: ReadonlyMap<string, readonly Work[]>,
  waiting: ReadonlyMap<string, WaitingTimes>,
  breakMs: number,
  zone: string,
): number {
  const seen: Seen[] = [];
  for (const pieces of work.values())
    for (const day of byDay(pieces, zone)) {
      const lines = queuesOf(day).flatMap((queue) => waiting.get(queue) ?? []);
      for (let i = 1; i < day.length; i++) {
        const endMs = day[i - 1].toMs;
        const nextMs = day[i].fromMs;
        const emptyMs = emptyFrom(lines, endMs, nextMs);
        if (nextMs < endMs || emptyMs < endMs) continue;
        seen.push({value: Math.min(emptyMs, nextMs) - endMs, isWhole: emptyMs >= nextMs});
      }
    }
  return Math.round(meanBelow(seen, breakMs));
}

/** When the last of the lines in which somebody waits at `ms` is empty, or an instant after `limitMs`; -Infinity: nobody waits. */
function emptyFrom(lines: readonly WaitingTimes[], ms: number, limitMs: number): number {
  let emptyMs = Number.NEGATIVE_INFINITY;
  for (let seen = ms; seen <= limitMs; seen = emptyMs) {
    for (const line of lines) emptyMs = Math.max(emptyMs, line.waitUntil(Math.max(seen, emptyMs)));
    if (emptyMs <= seen) break;
  }
  return emptyMs;
}
