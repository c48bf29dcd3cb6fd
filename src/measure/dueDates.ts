import {ALLOWED_FIELDS} from './fields.ts';
import type {Ledger} from './ledger.ts';

/** Wall instant that lies `allowedMs` after an arrival on the clock of a process. */
export type DueAfter = (process: number, arrivedMs: number, allowedMs: number) => number;

/** Books of due dates: the items' own, and those that goals set instead (`within`), which count counted items only. */
export class DueDates {
  private readonly ledgers: readonly Ledger[];
  private readonly allowedMs: readonly number[];
  private readonly dueAfter: DueAfter;
  /** Whether goals set any. */
  readonly asked: boolean;

  constructor(ledgers: readonly Ledger[], allowedMs: readonly number[], dueAfter: DueAfter) {
    this.ledgers = ledgers;
    this.allowedMs = allowedMs;
    this.dueAfter = dueAfter;
    this.asked = allowedMs.length > 0;
  }

  /** An item with a due date enters (`by` 1), or turns out to be rejected (-1). */
  known(reportClass: number, arrivedMs: number, dueMs: number, counted: boolean, by: 1 | -1): void {
    for (const ledger of this.ledgers) ledger.due(reportClass, arrivedMs, dueMs, counted, by);
  }
  /** An item with a due date becomes final. */
  settled(reportClass: number, arrivedMs: number, dueMs: number, now: number, good: boolean, counted: boolean): void {
    for (const ledger of this.ledgers) ledger.settled(reportClass, arrivedMs, dueMs, now, good, counted);
  }

  /** The same for due dates that goals set. */
  allowedKnown(reportClass: number, process: number, arrivedMs: number, by: 1 | -1): void {
    this.each(process, arrivedMs, (k, dueMs, ledger) =>
      ledger.allowed(k, reportClass, arrivedMs, dueMs, ALLOWED_FIELDS.due, by),
    );
  }
  allowedSettled(reportClass: number, process: number, arrivedMs: number, now: number, good: boolean): void {
    this.each(process, arrivedMs, (k, dueMs, ledger) => {
      const field = good && now <= dueMs ? ALLOWED_FIELDS.met : ALLOWED_FIELDS.lost;
      ledger.allowed(k, reportClass, arrivedMs, dueMs, field, 1);
    });
  }
  private each(process: number, arrivedMs: number, book: (k: number, dueMs: number, ledger: Ledger) => void): void {
    this.allowedMs.forEach((allowedMs, k) => {
      const dueMs = this.dueAfter(process, arrivedMs, allowedMs);
      for (const ledger of this.ledgers) book(k, dueMs, ledger);
    });
  }
}
