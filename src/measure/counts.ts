import {ITEM, type Items} from '../floor/items.ts';
import {STATUS} from '../model/life.ts';

/** Columns of the balance, in the order of `Balance`. */
export const BALANCE = [
  'created',
  'rejected',
  'cancelled',
  'completed',
  'abandoned',
  'inHand',
  'waiting',
  'held',
  'redials',
  'opened',
] as const;

/** How many items went where in one replication, told by the events; all items, whenever they arrived. */
export class Counts {
  created = 0;
  rejected = 0;
  answered = 0;
  completed = 0;
  abandoned = 0;
  canceled = 0;
  /** Answered and called off; complete without ever having been answered. */
  canceledAnswered = 0;
  completedUnanswered = 0;
  redials = 0;
  /** Of the created, those that other items opened. */
  opened = 0;

  /**
   * The balance as a row of numbers, checked against what stands on the floor at the end: two accounts kept apart.
   * Throws where created = rejected + cancelled + completed + abandoned + in hand + waiting + held does not hold.
   */
  close(items: Items): Float64Array {
    let inHand = 0;
    let waiting = 0;
    let held = 0;
    let inHandOnce = 0;
    for (let row = 0; row < items.rows; row++) {
      const status = items.status(row);
      const isWrapping = status === ITEM.wrapping || status === ITEM.wrappingPaused;
      if (status === ITEM.working || status === ITEM.paused || status === ITEM.kept) inHand++;
      else if (isWrapping && items.standing(row) === STATUS.assigned) inHand++;
      else if (status === ITEM.awaiting || status === ITEM.held) held++;
      // Parked, its time has come, and its agent has no room yet.
      else if (status === ITEM.waiting && items.standing(row) === STATUS.held) held++;
      else if (status === ITEM.entering || status === ITEM.waiting || status === ITEM.ringing) waiting++;
      else continue;
      if (!Number.isNaN(items.answeredMs(row))) inHandOnce++;
    }
    const cancelled = this.canceled;
    const accounted = this.rejected + cancelled + this.completed + this.abandoned + inHand + waiting + held;
    const told = this.answered - this.completed + this.completedUnanswered - this.canceledAnswered;
    if (this.created !== accounted || told !== inHandOnce)
      throw new Error(
        `the balance of items is broken: ${this.created} created, but ${this.rejected} rejected + ${cancelled} cancelled + ` +
          `${this.completed} completed + ${this.abandoned} abandoned + ${inHand} in hand + ${waiting} waiting + ${held} held ` +
          `= ${accounted}; ${told} should have been answered and be open, ${inHandOnce} are`,
      );
    return Float64Array.of(
      this.created,
      this.rejected,
      cancelled,
      this.completed,
      this.abandoned,
      inHand,
      waiting,
      held,
      this.redials,
      this.opened,
    );
  }
}
