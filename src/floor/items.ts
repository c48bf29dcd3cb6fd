/**
 * Items in progress, one column a field. Rows are used again: a row is an item from `create` to `release`; who keeps a
 * row longer reads somebody else. `serial` is the identity.
 */

import type {Piece} from '../model/curves.ts';
import type {Brought} from '../model/moves.ts';
import {LifeRows} from './lifeRows.ts';

/**
 * Where an item is. Coming: a redial that has not called yet. Entering: disturbed in this millisecond, in no line.
 * Of those in hand, working and wrapping go on, the paused ones stand still. Awaiting: confirmation after Mark Done.
 * Held: put aside by what became of it. Both are in no line and nobody's hands. Kept: handled and wrapped up, in the agent's
 * hands until its source's update, where Mark Done is disabled.
 */
export const ITEM = {
  free: 0,
  coming: 1,
  entering: 2,
  waiting: 3,
  ringing: 4,
  working: 5,
  paused: 6,
  wrapping: 7,
  wrappingPaused: 8,
  awaiting: 9,
  held: 10,
  kept: 11,
} as const;
export type ItemStatus = (typeof ITEM)[keyof typeof ITEM];

const FIRST_ROWS = 1024;
const FREE = ITEM.free;

export class Items extends LifeRows {
  /** Curve of the item's own, where it brought values that its process's curve cannot take by addition. */
  readonly curve: (readonly Piece[] | null)[] = [];

  /** What later moves and deals need of it, where the model has a life cycle. */
  readonly brought: (Brought | null)[] = [];

  /** Rows in use. */
  live = 0;
  /** Items that have entered so far. */
  entered = 0;
  private free = new Int32Array(0);
  private freeCount = 0;

  /** A row for a new item. Its columns hold what the last item left there. */
  create(): number {
    if (this.freeCount === 0) this.grow();
    this.live++;
    return this.free[--this.freeCount];
  }

  /** The item is gone; its row may be another's from now on. */
  release(item: number): void {
    this.setStatus(item, FREE);
    this.supersede(item);
    this.live--;
    this.free[this.freeCount++] = item;
  }

  /** Voids what is scheduled for the item. */
  supersede(item: number): void {
    this.setStamp(item, (this.stamp(item) + 1) & 0x3ffffff);
  }

  private grow(): void {
    const from = this.rows;
    const rows = from === 0 ? FIRST_ROWS : from * 2;
    this.growTo(rows);
    for (let row = from; row < rows; row++) {
      this.curve.push(null);
      this.brought.push(null);
    }
    this.free = new Int32Array(rows);
    for (let row = rows - 1; row >= from; row--) this.free[this.freeCount++] = row;
  }
}

/** Longer in routing, then the lower id: what breaks a tie of priority. */
export function isEarlier(items: Items, a: number, b: number): boolean {
  const since = items.enteredRoutingMs(a);
  const other = items.enteredRoutingMs(b);
  return since < other || (since === other && items.serial(a) < items.serial(b));
}

/** Priorities closer than this are equal: sums of two curves differ by rounding where the curves do not (rule R3). */
export const TIE = 1e-9;

/** Does `a`, at priority `ofA`, go before `b` at `ofB`? `b` may be -1: nobody. */
export function goesBefore(items: Items, a: number, ofA: number, b: number, ofB: number): boolean {
  const lead = ofA - ofB;
  return lead > TIE || (lead >= -TIE && (b < 0 || isEarlier(items, a, b)));
}
