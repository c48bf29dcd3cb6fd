import type {Bins} from './bins.ts';
import {ALLOWED_STRIDE, ANSWER_LIMIT_FIELDS, ANSWER_LIMIT_STRIDE, FIELD, FIELDS} from './fields.ts';
import {Tallies} from './tallies.ts';
import {SHORT_ABANDON_MS} from './tally.ts';

/** Items whose due date lies further ahead than this count their due date in one bin (only where the horizon has no end). */
const DUE_AHEAD_MS = 60 * 86_400_000;

/**
 * Tallies by bin of one kind, intervals or days, written event by event. Hot: every item passes here three times.
 * `counted`: the item arrived inside the counted time; else it only moves the stocks.
 */
export class Ledger {
  readonly bins: Bins;
  readonly tallies: Tallies;
  private readonly answerLimitsMs: Float64Array;
  private readonly allowedAt: number;
  /** The bin of the event being told. */
  bin = 1;
  binFromMs = 0;
  binEndMs: number;

  constructor(bins: Bins, classes: number, answerLimitsMs: readonly number[], allowedCount: number, lifeFields = 0) {
    this.bins = bins;
    this.answerLimitsMs = Float64Array.from(answerLimitsMs);
    this.allowedAt = FIELDS + ANSWER_LIMIT_STRIDE * answerLimitsMs.length;
    const stride = this.allowedAt + ALLOWED_STRIDE * allowedCount + lifeFields;
    this.tallies = new Tallies(stride, Number.isFinite(bins.count) ? bins.count : 64, classes);
    this.binEndMs = bins.startOf(2);
  }

  /** The clock reaches the start of the next bin. */
  next(): void {
    this.bin++;
    this.binFromMs = this.bins.startOf(this.bin);
    this.binEndMs = this.bin + 1 < this.bins.count ? this.bins.startOf(this.bin + 1) : Infinity;
  }

  private arrivalBin(arrivedMs: number): number {
    return arrivedMs >= this.binFromMs ? this.bin : this.bins.binOf(arrivedMs);
  }

  entered(reportClass: number, arrivedMs: number, counted: boolean, redial: boolean): void {
    const cell = this.tallies.at(arrivedMs < 0 ? 0 : this.bin, reportClass);
    const cells = this.tallies.cells;
    cells[cell + FIELD.entered]++;
    if (!counted) return;
    cells[cell + FIELD.offered]++;
    if (redial) cells[cell + FIELD.redials]++;
  }

  rejected(reportClass: number, arrivedMs: number, counted: boolean, redial: boolean): void {
    const cell = this.tallies.at(arrivedMs < 0 ? 0 : this.bin, reportClass);
    const cells = this.tallies.cells;
    cells[cell + FIELD.entered]--;
    if (!counted) return;
    cells[cell + FIELD.offered]--;
    cells[cell + FIELD.rejected]++;
    if (redial) cells[cell + FIELD.redials]--;
  }

  answered(reportClass: number, arrivedMs: number, waitMs: number, limitMs: number, counted: boolean): void {
    const tallies = this.tallies;
    const at = tallies.at(this.bin, reportClass);
    tallies.cells[at + FIELD.started]++;
    if (!counted) return;
    const cell = arrivedMs >= this.binFromMs ? at : tallies.at(this.bins.binOf(arrivedMs), reportClass);
    const cells = tallies.cells;
    cells[cell + FIELD.answered]++;
    if (waitMs > 0) {
      cells[cell + FIELD.waited]++;
      cells[cell + FIELD.waitAnsweredMs] += waitMs;
    }
    if (waitMs <= limitMs) cells[cell + FIELD.answeredIn]++;
    const limits = this.answerLimitsMs;
    for (let k = 0; k < limits.length; k++)
      if (waitMs <= limits[k]) cells[cell + FIELDS + k * ANSWER_LIMIT_STRIDE + ANSWER_LIMIT_FIELDS.answeredIn]++;
  }

  abandoned(reportClass: number, arrivedMs: number, waitMs: number, limitMs: number, counted: boolean): void {
    this.tallies.cells[this.tallies.at(this.bin, reportClass) + FIELD.gaveUp]++;
    if (!counted) return;
    const cell = this.tallies.at(this.arrivalBin(arrivedMs), reportClass);
    const cells = this.tallies.cells;
    cells[cell + FIELD.abandoned]++;
    if (waitMs > 0) {
      cells[cell + FIELD.waited]++;
      cells[cell + FIELD.waitAbandonedMs] += waitMs;
    }
    if (waitMs <= limitMs) cells[cell + FIELD.abandonedIn]++;
    if (waitMs <= SHORT_ABANDON_MS) cells[cell + FIELD.abandonedShort]++;
    const limits = this.answerLimitsMs;
    for (let k = 0; k < limits.length; k++)
      if (waitMs <= limits[k]) cells[cell + FIELDS + k * ANSWER_LIMIT_STRIDE + ANSWER_LIMIT_FIELDS.abandonedIn]++;
  }

  completed(reportClass: number, arrivedMs: number, handleMs: number, counted: boolean, inCountedTime: boolean): void {
    const tallies = this.tallies;
    const at = tallies.at(this.bin, reportClass);
    tallies.cells[at + FIELD.finished]++;
    if (inCountedTime) tallies.cells[at + FIELD.throughput]++;
    if (!counted) return;
    const cell = arrivedMs >= this.binFromMs ? at : tallies.at(this.bins.binOf(arrivedMs), reportClass);
    tallies.cells[cell + FIELD.completed]++;
    tallies.cells[cell + FIELD.handleMs] += handleMs;
  }

  /** Handling of a completed item turns out longer: its wrap-up was paused. */
  handledLonger(reportClass: number, arrivedMs: number, byMs: number): void {
    this.tallies.cells[this.tallies.at(this.arrivalBin(arrivedMs), reportClass) + FIELD.handleMs] += byMs;
  }

  missedOffer(reportClass: number, arrivedMs: number): void {
    this.tallies.cells[this.tallies.at(this.arrivalBin(arrivedMs), reportClass) + FIELD.missedOffers]++;
  }
  interrupted(reportClass: number, arrivedMs: number): void {
    this.tallies.cells[this.tallies.at(this.arrivalBin(arrivedMs), reportClass) + FIELD.interruptions]++;
  }

  /** An item with a due date enters (`by` 1), or turns out to be rejected (-1). */
  due(reportClass: number, arrivedMs: number, dueMs: number, counted: boolean, by: 1 | -1): void {
    const overdueFrom = this.tallies.at(this.dueBin(arrivedMs, Math.max(arrivedMs, dueMs)), reportClass);
    this.tallies.cells[overdueFrom + FIELD.becameOverdue] += by;
    if (!counted) return;
    const cohort = this.tallies.at(this.dueBin(arrivedMs, dueMs), reportClass);
    this.tallies.cells[cohort + FIELD.due] += by;
  }

  /** An item with a due date becomes final. */
  settled(reportClass: number, arrivedMs: number, dueMs: number, nowMs: number, good: boolean, counted: boolean): void {
    const cell = this.tallies.at(this.dueBin(arrivedMs, dueMs), reportClass);
    const cells = this.tallies.cells;
    if (counted) cells[cell + (good && nowMs <= dueMs ? FIELD.met : FIELD.lost)]++;
    if (nowMs <= dueMs) cells[cell + FIELD.becameOverdue]--;
    else this.tallies.cells[this.tallies.at(this.bin, reportClass) + FIELD.ceasedOverdue]++;
  }

  /** The same with the allowed time of number `k` of those asked; counted items only. */
  allowed(k: number, reportClass: number, arrivedMs: number, dueMs: number, field: number, by: 1 | -1): void {
    const cell = this.tallies.at(this.dueBin(arrivedMs, dueMs), reportClass);
    this.tallies.cells[cell + this.allowedAt + k * ALLOWED_STRIDE + field] += by;
  }

  /** Per class, all time so far. */
  stock(): {entered: Float64Array; started: Float64Array; gaveUp: Float64Array; finished: Float64Array} {
    const {tallies} = this;
    const sum = (field: number) => tallies.sumOverBins(field);
    return {
      entered: sum(FIELD.entered),
      started: sum(FIELD.started),
      gaveUp: sum(FIELD.gaveUp),
      finished: sum(FIELD.finished),
    };
  }

  private dueBin(arrivedMs: number, dueMs: number): number {
    if (Number.isFinite(this.bins.count)) return this.bins.binOf(dueMs);
    return this.bins.binOf(Math.min(dueMs, Math.max(0, arrivedMs) + DUE_AHEAD_MS));
  }
}
