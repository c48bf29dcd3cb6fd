import type {Model} from '../model/model.ts';
import type {ReportClasses} from '../model/reporting.ts';
import {IntervalBins} from './bins.ts';
import {Tallies} from './tallies.ts';
import {WaitHistograms} from './waitHistogram.ts';

/** Columns of what a log says happened, by interval of arrival and report class. */
export const RECORDED = {
  offered: 0,
  abandoned: 1,
  /** Rows that say how long it waited, all and answered ones; their waits; answered within the process's limit. */
  waits: 2,
  waitMs: 3,
  waitsAnswered: 4,
  waitAnsweredMs: 5,
  answeredIn: 6,
} as const;
export const RECORDED_STRIDE = 7;

/**
 * Where replayed sources put what the log says happened (RecordedSink of demand/context.ts). Counts what lies inside
 * the counted time, so that simulated and recorded speak of the same items.
 */
export class Recorded {
  readonly tallies: Tallies;
  readonly waits: WaitHistograms;
  rows = 0;
  private readonly bins: IntervalBins;
  private readonly classes: ReportClasses;
  private readonly answerWithinMs: Float64Array;
  private readonly fromMs: number;
  private readonly toMs: number;

  constructor(model: Model) {
    const {horizon, reporting} = model;
    this.bins = new IntervalBins(reporting.intervalMs, horizon.untilMs);
    this.classes = reporting.classes;
    this.answerWithinMs = model.processes.answerWithinMs;
    this.fromMs = horizon.warmUpMs;
    this.toMs = horizon.untilMs - horizon.coolDownMs;
    this.tallies = new Tallies(RECORDED_STRIDE, Number.isFinite(this.bins.count) ? this.bins.count : 64, 1);
    this.waits = new WaitHistograms(1);
  }

  /** `waitMs` NaN: the log does not say. */
  record(reportClass: number, arrivedMs: number, waitMs: number, abandoned: boolean): void {
    if (arrivedMs < this.fromMs || arrivedMs >= this.toMs) return;
    this.rows++;
    const cell = this.tallies.at(this.bins.binOf(arrivedMs), reportClass);
    const {cells} = this.tallies;
    cells[cell + RECORDED.offered]++;
    if (abandoned) cells[cell + RECORDED.abandoned]++;
    if (Number.isNaN(waitMs)) return;
    this.waits.add(reportClass, Math.max(0, Math.round(waitMs)));
    cells[cell + RECORDED.waits]++;
    cells[cell + RECORDED.waitMs] += waitMs;
    if (abandoned) return;
    cells[cell + RECORDED.waitsAnswered]++;
    cells[cell + RECORDED.waitAnsweredMs] += waitMs;
    if (waitMs <= this.answerWithinMs[this.classes.process[reportClass]]) cells[cell + RECORDED.answeredIn]++;
  }
}
