/**
 * Stretches of time that tallies are kept by. Bin 0 is the time before the start (items of an initial backlog arrived
 * there), then interval by interval or day by day; after a horizon that ends at an instant comes one last bin for
 * everything later.
 */
export interface Bins {
  /** Bins of a horizon that ends at an instant, the first and last counted; Infinity where it does not. */
  readonly count: number;
  binOf(ms: number): number;
  /** Start of a bin; -Infinity of bin 0. */
  startOf(bin: number): number;
}

/** Equal intervals from the start on. */
export class IntervalBins implements Bins {
  readonly count: number;
  private readonly widthMs: number;
  private readonly untilMs: number;
  constructor(widthMs: number, untilMs: number) {
    this.widthMs = widthMs;
    this.untilMs = untilMs;
    this.count = Math.ceil(untilMs / widthMs) + 2;
  }
  binOf(ms: number): number {
    if (ms < 0) return 0;
    return ms < this.untilMs ? Math.floor(ms / this.widthMs) + 1 : this.count - 1;
  }
  startOf(bin: number): number {
    if (bin === 0) return -Infinity;
    return bin < this.count - 1 ? (bin - 1) * this.widthMs : this.untilMs;
  }
}

const DAY_MS = 86_400_000;

/** Local days. A horizon without an end has those the reporting names; what is later falls into the last bin. */
export class DayBins implements Bins {
  readonly count: number;
  private readonly startsMs: Float64Array;
  private readonly untilMs: number;
  private latest = 0;
  constructor(startsMs: Float64Array, untilMs: number) {
    this.startsMs = startsMs;
    this.untilMs = Math.min(untilMs, (startsMs.at(-1) ?? 0) + (Number.isFinite(untilMs) ? Infinity : DAY_MS));
    this.count = startsMs.length + 2;
  }
  binOf(ms: number): number {
    if (ms < 0) return 0;
    if (ms >= this.untilMs) return this.count - 1;
    const starts = this.startsMs;
    let day = this.latest;
    if (ms < (starts[day] ?? 0)) day = 0;
    while (day + 1 < starts.length && (starts[day + 1] ?? 0) <= ms) day++;
    this.latest = day;
    return day + 1;
  }
  startOf(bin: number): number {
    if (bin === 0) return -Infinity;
    return bin < this.count - 1 ? Math.max(0, this.startsMs[bin - 1] ?? 0) : this.untilMs;
  }
}

/** Intervals, cut where a day begins inside one: every bin lies in one interval and one day. */
export class CutBins implements Bins {
  readonly count: number;
  /** False where every day begins with an interval: then the intervals alone do. */
  readonly isCut: boolean;
  private readonly intervals: IntervalBins;
  /** Instants, ascending, and the bins that begin there. */
  private readonly cutsMs: readonly number[];
  private readonly cutBins: readonly number[];
  constructor(intervals: IntervalBins, days: DayBins) {
    const borders = Array.from({length: days.count - 2}, (_, index) => days.startOf(index + 2));
    this.intervals = intervals;
    this.cutsMs = borders.filter((ms) => ms < Infinity && intervals.startOf(intervals.binOf(ms)) !== ms);
    this.cutBins = this.cutsMs.map((ms, cut) => intervals.binOf(ms) + cut + 1);
    this.count = intervals.count + this.cutsMs.length;
    this.isCut = this.cutsMs.length > 0;
  }
  binOf(ms: number): number {
    const after = this.cutsMs.findIndex((cutMs) => cutMs > ms);
    return this.intervals.binOf(ms) + (after < 0 ? this.cutsMs.length : after);
  }
  startOf(bin: number): number {
    const after = this.cutBins.findIndex((cutBin) => cutBin > bin);
    const cuts = after < 0 ? this.cutBins.length : after;
    return cuts > 0 && this.cutBins[cuts - 1] === bin ? this.cutsMs[cuts - 1] : this.intervals.startOf(bin - cuts);
  }
}
