/**
 * A business clock while it runs: a monotone map from wall time to open time, and back. It shows 0 at wall instant 0,
 * stands still while closed and after its last interval. Calendar time needs none: it is written `null`.
 */
import type {Clock} from '../model/clock.ts';

export class OpenClock {
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  /** What it shows when interval i begins; one more at the end. */
  private readonly shown: Float64Array;
  private cursor = 0;

  constructor(fromMs: Float64Array, toMs: Float64Array) {
    this.from = fromMs;
    this.to = toMs;
    const count = fromMs.length;
    this.shown = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) this.shown[i + 1] = this.shown[i] + toMs[i] - fromMs[i];
    const zero = count === 0 ? 0 : this.at(0);
    for (let i = 0; i <= count; i++) this.shown[i] -= zero;
  }

  /** What it shows at a wall instant. */
  at(wallMs: number): number {
    const i = this.intervalBefore(wallMs);
    if (i < 0) return this.shown[0];
    return this.shown[i] + Math.min(wallMs, this.to[i]) - this.from[i];
  }

  /** As `at`, for instants that hardly ever go back: one step amortised. */
  now(wallMs: number): number {
    const from = this.from;
    let i = this.cursor;
    while (i < from.length - 1 && wallMs >= from[i + 1]) i++;
    while (i > 0 && wallMs < from[i]) i--;
    this.cursor = i;
    if (from.length === 0 || wallMs <= from[i]) return this.shown[i];
    return this.shown[i] + Math.min(wallMs, this.to[i]) - from[i];
  }

  /** First wall instant at which it shows `openMs`; Infinity where it never does. */
  wallAt(openMs: number): number {
    const shown = this.shown;
    let low = 0;
    let high = this.from.length - 1;
    if (high < 0 || openMs > shown[high + 1]) return Infinity;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shown[middle + 1] < openMs) low = middle + 1;
      else high = middle;
    }
    return this.from[low] + openMs - shown[low];
  }

  isOpen(wallMs: number): boolean {
    const i = this.intervalBefore(wallMs);
    return i >= 0 && wallMs < this.to[i];
  }

  /** Last interval that has begun; -1 before the first. */
  private intervalBefore(wallMs: number): number {
    const from = this.from;
    let low = -1;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (from[middle] <= wallMs) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The model's clocks, running; `null` is calendar time. */
export function runClocks(clocks: readonly Clock[]): readonly (OpenClock | null)[] {
  return clocks.map((clock) => (clock.open === null ? null : new OpenClock(clock.open.fromMs, clock.open.toMs)));
}
