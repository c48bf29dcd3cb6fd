import type {Bins} from './bins.ts';
import {ALLOWED_STRIDE, ANSWER_LIMIT_STRIDE, FIELD, FIELDS} from './fields.ts';
import {Tallies} from './tallies.ts';

/** Items per class that entered (and were not rejected), were answered, gave up, were completed. */
export interface Stock {
  readonly entered: Float64Array;
  readonly started: Float64Array;
  readonly gaveUp: Float64Array;
  readonly finished: Float64Array;
}

/**
 * Tallies by bin of time and report class, and where in them the clock stands. The recorder writes the cells itself,
 * event by event; room for the present bin and all classes met is made beforehand.
 */
export class Ledger {
  readonly bins: Bins;
  readonly tallies: Tallies;
  readonly stride: number;
  /** Columns of the first allowed time. */
  readonly allowedAt: number;
  /** The bin of the event being told, and where its row of cells begins. */
  bin = 1;
  binFromMs = -0;
  binEndMs: number;
  row = 0;

  constructor(bins: Bins, classes: number, answerLimits: number, allowedCount: number, lifeFields: number) {
    this.bins = bins;
    this.allowedAt = FIELDS + ANSWER_LIMIT_STRIDE * answerLimits;
    this.stride = this.allowedAt + ALLOWED_STRIDE * allowedCount + lifeFields;
    this.tallies = new Tallies(this.stride, Number.isFinite(bins.count) ? bins.count : 64, classes);
    this.binEndMs = bins.startOf(2);
    this.row = this.tallies.at(1, 0);
  }

  /** The clock reaches the start of the next bin. */
  next(): void {
    this.bin++;
    this.binFromMs = this.bins.startOf(this.bin);
    this.binEndMs = this.bin + 1 < this.bins.count ? this.bins.startOf(this.bin + 1) : Infinity;
    this.row = this.tallies.at(this.bin, 0);
  }

  /** A report class is met. */
  meet(reportClass: number): void {
    this.tallies.at(this.bin, reportClass);
    this.row = this.tallies.at(this.bin, 0);
  }

  /** The cell of a class in the bin of an earlier instant. */
  cellAt(ms: number, reportClass: number): number {
    return this.tallies.at(this.bins.binOf(ms), reportClass);
  }

  /** Per class, all time so far. */
  stock(): Stock {
    const {tallies} = this;
    const sum = (field: number) => tallies.sumOverBins(field);
    return {
      entered: sum(FIELD.entered),
      started: sum(FIELD.started),
      gaveUp: sum(FIELD.gaveUp),
      finished: sum(FIELD.finished),
    };
  }
}
