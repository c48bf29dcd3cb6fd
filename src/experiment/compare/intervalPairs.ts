import {Stretches} from '../../measure/fold/stretches.ts';
import type {ByIntervalMetric} from '../../measure/intervalRatios.ts';
import {PairedRatioSums, type Ratio} from '../../statistics/index.ts';
import type {Loaded} from '../loaded.ts';
import {localTimeOf} from '../localTime.ts';
import type {ComparedCandidate} from './comparison.ts';

/** A picture holds no more points: what is longer is told by local hour, then by local day. */
const MOST_POINTS = 100;
const MOST_HOURS = 14 * 24;
const HOUR_MS = 3_600_000;

export interface ProcessRatios {
  readonly process: string;
  readonly metric: ByIntervalMetric;
  /** By reporting interval. */
  readonly ratios: readonly Ratio[];
}

/** Paired differences point by point in time, summed over replications as they come. */
export class IntervalPairs {
  private readonly point: 'interval' | 'hour' | 'day';
  private readonly rows = new Map<string, {readonly row: ProcessRatios; readonly sums: PairedRatioSums}>();
  private intervals = 0;
  private replications = 0;
  private readonly startOf: (interval: number) => string;
  private readonly stretches: Stretches | null;

  constructor(loaded: Loaded) {
    const {reporting, horizon} = loaded.compiled.model;
    const localTime = localTimeOf(loaded);
    this.startOf = (interval) => localTime(interval * reporting.intervalMs);
    const few = horizon.untilMs <= MOST_POINTS * reporting.intervalMs;
    const hours = reporting.intervalMs < HOUR_MS && horizon.untilMs <= MOST_HOURS * HOUR_MS;
    this.point = few ? 'interval' : hours ? 'hour' : 'day';
    this.stretches = this.point === 'interval' ? null : new Stretches(this.point, this.startOf);
  }

  /** Point in time of a reporting interval. */
  private pointOf(interval: number): number {
    return this.stretches?.of(interval) ?? interval;
  }

  add(after: readonly ProcessRatios[], before: readonly ProcessRatios[]): void {
    this.replications++;
    const keyOf = ({process, metric}: ProcessRatios) => JSON.stringify([process, metric]);
    const others = new Map(before.map((row) => [keyOf(row), row]));
    for (const row of after) {
      const other = others.get(keyOf(row));
      if (other === undefined) continue;
      const known = this.rows.get(keyOf(row)) ?? {row, sums: new PairedRatioSums()};
      this.rows.set(keyOf(row), known);
      this.addRow(known.sums, row.ratios, other.ratios);
    }
  }

  private addRow(sums: PairedRatioSums, after: readonly Ratio[], before: readonly Ratio[]): void {
    const count = Math.max(after.length, before.length);
    this.intervals = Math.max(this.intervals, count);
    for (let interval = 0; interval < count; ) {
      const point = this.pointOf(interval);
      const [left, right]: [[number, number], [number, number]] = [
        [0, 0],
        [0, 0],
      ];
      for (; interval < count && this.pointOf(interval) === point; interval++) {
        addTo(left, after[interval]);
        addTo(right, before[interval]);
      }
      sums.add(point, left, right);
    }
  }

  results(): ComparedCandidate['intervals'] {
    const start = this.stretches?.start ?? Array.from({length: this.intervals}, (_, k) => this.startOf(k));
    const rows = [...this.rows.values()].flatMap(({row: {process, metric}, sums}) => {
      const difference = start.map((_, point) => sums.estimate(point, this.replications));
      return difference.some(({value}) => value !== null) ? [{process, metric, difference}] : [];
    });
    return {point: this.point, start: [...start], rows};
  }
}

function addTo(sum: [number, number], ratio: Ratio | undefined): void {
  sum[0] += ratio?.[0] ?? 0;
  sum[1] += ratio?.[1] ?? 0;
}
