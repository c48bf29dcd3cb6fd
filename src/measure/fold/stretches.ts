import {RatioSums} from '../../statistics/index.ts';
import type {Estimate} from '../results.ts';

const LABEL = {hour: 'yyyy-mm-ddThh'.length, day: 'yyyy-mm-dd'.length} as const;

/** Local hours or local days, and the intervals that lie in each. */
export class Stretches {
  readonly point: 'hour' | 'day';
  /** Local start of each so far. */
  readonly start: string[] = [];
  private readonly localTime: (interval: number) => string;
  private readonly ofInterval: number[] = [];

  constructor(point: 'hour' | 'day', localTime: (interval: number) => string) {
    this.point = point;
    this.localTime = localTime;
  }

  /** Number of the stretch that an interval lies in. */
  of(interval: number): number {
    const length = LABEL[this.point];
    while (this.ofInterval.length <= interval) {
      const at = this.localTime(this.ofInterval.length);
      if (this.start.at(-1)?.slice(0, length) !== at.slice(0, length)) this.start.push(at);
      this.ofInterval.push(this.start.length - 1);
    }
    return this.ofInterval[interval];
  }
}

/** Sums of a ratio by stretch: what falls into one within a replication is added up before it is squared. */
export class StretchSums {
  private readonly stretches: Stretches;
  private readonly sums = new RatioSums();
  private stretch = -1;
  private numerator = 0;
  private denominator = 0;

  constructor(stretches: Stretches) {
    this.stretches = stretches;
  }

  /** Intervals in their order; `close` after the last of a replication. */
  add(interval: number, numerator: number, denominator: number): void {
    const stretch = this.stretches.of(interval);
    if (stretch !== this.stretch) this.close();
    this.stretch = stretch;
    this.numerator += numerator;
    this.denominator += denominator;
  }
  close(): void {
    if (this.stretch >= 0) this.sums.add(this.stretch, this.numerator, this.denominator);
    this.stretch = -1;
    this.numerator = 0;
    this.denominator = 0;
  }
  estimates(replications: number): Estimate[] {
    return this.stretches.start.map((_, stretch) => this.sums.estimate(stretch, replications));
  }
}
