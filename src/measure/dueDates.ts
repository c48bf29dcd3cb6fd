import type {Items} from '../floor/items.ts';
import {ALLOWED_FIELDS, ALLOWED_STRIDE, FIELD} from './fields.ts';
import type {Ledger} from './ledger.ts';

/** Wall instant that lies `allowedMs` after an arrival on the clock of a process. */
export type DueAfter = (process: number, arrivedMs: number, allowedMs: number) => number;

/** Without an end of the horizon, due dates further ahead than this are counted in one bin, unless a day is asked of them. */
const DUE_AHEAD_MS = 60 * 86_400_000;

/** Books of due dates: the items' own, and those that goals set instead (`within`), which count counted items only. */
export class DueDates {
  /** Whether goals set any. */
  readonly asked: boolean;
  private readonly ledger: Ledger;
  private readonly allowedMs: readonly number[];
  private readonly dueAfter: DueAfter;
  private readonly daysEndMs: number;

  /** `daysEndMs`: end of the days that are judged by themselves, 0 without any. */
  constructor(ledger: Ledger, allowedMs: readonly number[], dueAfter: DueAfter, daysEndMs: number) {
    this.ledger = ledger;
    this.allowedMs = allowedMs;
    this.dueAfter = dueAfter;
    this.daysEndMs = daysEndMs;
    this.asked = allowedMs.length > 0;
  }

  /** An item with a due date enters (`by` 1), or turns out to be rejected (-1). */
  known(items: Items, item: number, counted: boolean, by: 1 | -1): void {
    const {tallies} = this.ledger;
    const reportClass = items.reportClass(item);
    const arrivedMs = items.arrivedMs(item);
    const dueMs = items.dueMs(item);
    const overdueFrom = tallies.at(this.binOf(arrivedMs, Math.max(arrivedMs, dueMs)), reportClass);
    tallies.cells[overdueFrom + FIELD.becameOverdue] += by;
    if (!counted) return;
    const cohort = tallies.at(this.binOf(arrivedMs, dueMs), reportClass);
    tallies.cells[cohort + FIELD.due] += by;
  }

  /** An item with a due date becomes final. */
  settled(items: Items, item: number, nowMs: number, good: boolean, counted: boolean): void {
    const {tallies, bin} = this.ledger;
    const reportClass = items.reportClass(item);
    const dueMs = items.dueMs(item);
    const cell = tallies.at(this.binOf(items.arrivedMs(item), dueMs), reportClass);
    const inTime = nowMs <= dueMs;
    if (counted) tallies.cells[cell + (good && inTime ? FIELD.met : FIELD.lost)]++;
    if (inTime) tallies.cells[cell + FIELD.becameOverdue]--;
    else tallies.cells[tallies.at(bin, reportClass) + FIELD.ceasedOverdue]++;
  }

  /** The due date of an open item moves; `items` still has the old one. What was overdue until now has been so. */
  moves(items: Items, item: number, toMs: number, nowMs: number, counted: boolean): void {
    const {tallies, bin} = this.ledger;
    const reportClass = items.reportClass(item);
    const arrivedMs = items.arrivedMs(item);
    const add = (inBin: number, field: number, by: 1 | -1): void => {
      // First: it may bring a new array of cells.
      const cell = tallies.at(inBin, reportClass);
      tallies.cells[cell + field] += by;
    };
    const binAt = (dueMs: number) => this.binOf(arrivedMs, dueMs);
    const fromMs = items.dueMs(item);
    if (fromMs < Infinity) {
      if (nowMs <= fromMs) add(binAt(Math.max(arrivedMs, fromMs)), FIELD.becameOverdue, -1);
      else add(bin, FIELD.ceasedOverdue, 1);
      if (counted) add(binAt(fromMs), FIELD.due, -1);
    }
    if (toMs < Infinity) {
      add(binAt(Math.max(nowMs, toMs)), FIELD.becameOverdue, 1);
      if (counted) add(binAt(toMs), FIELD.due, 1);
    }
  }

  /** Called off before it was due it is promised no more; after that the promise is broken. */
  canceled(items: Items, item: number, process: number, nowMs: number, counted: boolean): void {
    const dueMs = items.dueMs(item);
    if (dueMs < nowMs) this.settled(items, item, nowMs, false, counted);
    else this.moves(items, item, Infinity, nowMs, counted);
    if (!this.asked || !counted) return;
    const reportClass = items.reportClass(item);
    const arrivedMs = items.arrivedMs(item);
    this.allowedMs.forEach((allowedMs, k) => {
      const allowedTo = this.dueAfter(process, arrivedMs, allowedMs);
      if (allowedTo < nowMs) this.bookAllowed(k, reportClass, arrivedMs, allowedTo, ALLOWED_FIELDS.lost, 1);
      else this.bookAllowed(k, reportClass, arrivedMs, allowedTo, ALLOWED_FIELDS.due, -1);
    });
  }

  /** The same for due dates that goals set. */
  allowedKnown(items: Items, item: number, process: number, by: 1 | -1): void {
    const reportClass = items.reportClass(item);
    const arrivedMs = items.arrivedMs(item);
    this.allowedMs.forEach((allowedMs, k) => {
      const dueMs = this.dueAfter(process, arrivedMs, allowedMs);
      this.bookAllowed(k, reportClass, arrivedMs, dueMs, ALLOWED_FIELDS.due, by);
    });
  }
  allowedSettled(items: Items, item: number, process: number, now: number, good: boolean): void {
    const reportClass = items.reportClass(item);
    const arrivedMs = items.arrivedMs(item);
    this.allowedMs.forEach((allowedMs, k) => {
      const dueMs = this.dueAfter(process, arrivedMs, allowedMs);
      const field = good && now <= dueMs ? ALLOWED_FIELDS.met : ALLOWED_FIELDS.lost;
      this.bookAllowed(k, reportClass, arrivedMs, dueMs, field, 1);
    });
  }
  private bookAllowed(k: number, reportClass: number, arrivedMs: number, dueMs: number, field: number, by: 1 | -1) {
    const {tallies, allowedAt} = this.ledger;
    const cell = tallies.at(this.binOf(arrivedMs, dueMs), reportClass);
    tallies.cells[cell + allowedAt + k * ALLOWED_STRIDE + field] += by;
  }

  /** Of a due date of an item that arrived then. */
  binOf(arrivedMs: number, dueMs: number): number {
    const {bins} = this.ledger;
    if (Number.isFinite(bins.count)) return bins.binOf(dueMs);
    return bins.binOf(Math.min(dueMs, Math.max(this.daysEndMs, arrivedMs + DUE_AHEAD_MS, DUE_AHEAD_MS)));
  }
}
