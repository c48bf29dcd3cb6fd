import type {Stint} from './schedule/stint.ts';

/** Paid ms per interval and group, of stints as scheduled: unpaid breaks are taken off, absence and shrinkage are not. */
export class PaidTime {
  /** [interval * groupCount + group]. */
  readonly ms: Float64Array;
  readonly #intervalMs: number;
  readonly #groupCount: number;
  readonly #untilMs: number;

  /** Intervals from 0 to `untilMs`, the last one perhaps cut short. */
  constructor(intervalMs: number, groupCount: number, untilMs: number) {
    this.#intervalMs = intervalMs;
    this.#groupCount = groupCount;
    this.#untilMs = untilMs;
    this.ms = new Float64Array(Math.max(0, Math.ceil(untilMs / intervalMs)) * groupCount);
  }

  add(stint: Stint, group: number): void {
    this.#spread(stint.fromMs, stint.toMs, group, 1);
    for (const pause of stint.breaks) if (!pause.paid) this.#spread(pause.fromMs, pause.toMs, group, -1);
  }

  #spread(fromMs: number, toMs: number, group: number, sign: number): void {
    const endMs = Math.min(toMs, this.#untilMs);
    let at = Math.max(fromMs, 0);
    while (at < endMs) {
      const interval = Math.floor(at / this.#intervalMs);
      const next = Math.min(endMs, (interval + 1) * this.#intervalMs);
      this.ms[interval * this.#groupCount + group] += sign * (next - at);
      at = next;
    }
  }
}
