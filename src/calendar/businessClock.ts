import type {Clock} from '../model/clock.ts';

/**
 * A business clock: a monotone map from wall time to open time and its inverse, over sorted open intervals with
 * cumulative open time. Both keep a cursor, so that asks in ascending order cost one step on average.
 */
export class BusinessClock {
  /** True for calendar time: it shows the wall instant itself. */
  readonly always: boolean;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  /** Open time before interval i. */
  readonly #before: Float64Array;
  #wallCursor = 0;
  #openCursor = 0;

  constructor(clock: Clock) {
    this.always = clock.open === null;
    this.#from = clock.open?.fromMs ?? new Float64Array(0);
    this.#to = clock.open?.toMs ?? new Float64Array(0);
    this.#before = new Float64Array(this.#from.length + 1);
    for (let i = 0; i < this.#from.length; i++) this.#before[i + 1] = this.#before[i] + this.#to[i] - this.#from[i];
  }

  /** Open ms shown at a wall instant: 0 before the first opening, still after the last closing. */
  at(wallMs: number): number {
    if (this.always) return wallMs;
    const from = this.#from;
    if (from.length === 0) return 0;
    let i = this.#wallCursor;
    while (i > 0 && wallMs < from[i]) i--;
    while (i < from.length - 1 && wallMs >= from[i + 1]) i++;
    this.#wallCursor = i;
    if (wallMs <= from[i]) return this.#before[i];
    return this.#before[i] + Math.min(wallMs, this.#to[i]) - from[i];
  }

  /**
   * First wall instant at which the clock shows `openMs`; Infinity beyond the last closing. Of 0 it is the first
   * opening; below 0 the clock is taken to run backwards from there without a pause.
   */
  wallOf(openMs: number): number {
    if (this.always) return openMs;
    const before = this.#before;
    const last = this.#from.length - 1;
    if (last < 0 || openMs > before[last + 1]) return Number.POSITIVE_INFINITY;
    let i = this.#openCursor;
    if (openMs > before[i + 1] && i < last) i++;
    if (openMs > before[i + 1] || (i > 0 && openMs <= before[i])) i = this.#search(openMs);
    this.#openCursor = i;
    return this.#from[i] + openMs - before[i];
  }

  /** True while open: half-open intervals. Calendar time is always open. */
  isOpen(wallMs: number): boolean {
    if (this.always) return true;
    this.at(wallMs);
    const i = this.#wallCursor;
    return i < this.#from.length && wallMs >= this.#from[i] && wallMs < this.#to[i];
  }

  #search(openMs: number): number {
    let low = 0;
    let high = this.#from.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#before[middle + 1] < openMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
