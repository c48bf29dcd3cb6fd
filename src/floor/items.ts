/**
 * Items in progress, one column a field. Rows are used again: a row is an item from `create` to `release`; who keeps a
 * row longer reads somebody else. `serial` is the identity.
 *
 * Columns move when they grow: read `items.column` anew after anything that may create an item.
 */
import type {Piece} from '../model/curves.ts';
import type {Brought} from '../model/moves.ts';

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

const WHOLE = [
  'route',
  'reportClass',
  'source',
  'redial',
  'rule',
  'stage',
  'target',
  'agent',
  'preferred',
  'waitsFor',
  'offeredCount',
  'stamp',
  'handNext',
  'handBefore',
  'visit',
  'outcome',
  'hadBy',
  'standing',
  'parent',
  'child',
  'sibling',
] as const;
const REAL = [
  'serial',
  'number',
  'arrivedMs',
  'enteredRoutingMs',
  'origin',
  'targetsFrom',
  'allowedMs',
  'dueMs',
  'leavesMs',
  'handleMs',
  'wrapUpMs',
  'answeredMs',
  'initial',
  'base',
  'remainingMs',
  'pacedMs',
  'rate',
  'speed',
  'notReadyMs',
  'standsMs',
  'updateMs',
  'countsFromMs',
  'placeFromMs',
  'ownDueMs',
  'aloneMs',
] as const;

export class Items {
  status = new Uint8Array(0);
  route = new Int32Array(0);
  reportClass = new Int32Array(0);
  source = new Int32Array(0);
  /** Which call of the customer: 0 the first. */
  redial = new Int32Array(0);
  /** Rule of segmentation that matched. */
  rule = new Int32Array(0);
  /** Targets open so far; -1 while the preferred agent stands alone. */
  stage = new Int32Array(0);
  /** While ringing: the target that took it, -1 its preferred agent alone. */
  target = new Int32Array(0);
  /** Who rings for it or handles it; -1 while it waits. */
  agent = new Int32Array(0);
  /** The preferred agent it came with, -1 none. */
  preferred = new Int32Array(0);
  /** The preferred agent while that still counts: -1 once he missed it, or where the route has no use for him. */
  waitsFor = new Int32Array(0);
  /** Offers made so far. */
  offeredCount = new Int32Array(0);
  /** Moves on whenever what was scheduled for the item is void. */
  stamp = new Int32Array(0);
  /** Where the model has a life cycle, else 0: which visit in agents' hands, from 0; */
  visit = new Int32Array(0);
  /** the row of model.life that became of the last visit, -1 not drawn; */
  outcome = new Int32Array(0);
  /** the agent who had it last, of items that go on after handling, */
  hadBy = new Int32Array(0);
  /** where it stands, a STATUS of model/life.ts, */
  standing = new Int32Array(0);
  /** Where items open others: the item that opened it and waits for it, the first that it waits for, the next beside it; -1 none. */
  parent = new Int32Array(0);
  child = new Int32Array(0);
  sibling = new Int32Array(0);
  /** The other items in the same agent's hands, where the model pauses or slows work. */
  handNext = new Int32Array(0);
  handBefore = new Int32Array(0);

  /** Order of entering the centre, from 0 without gaps: the id of rule R3. */
  serial = new Float64Array(0);
  /** Number in its source. */
  number = new Float64Array(0);
  /** Wall instant; below 0 for an initial backlog. */
  arrivedMs = new Float64Array(0);
  /** Wall instant since which it counts as in routing: arrival less its credit. Breaks ties of priority. */
  enteredRoutingMs = new Float64Array(0);
  /** Process clock at arrival less the credit: the zero of its age. */
  origin = new Float64Array(0);
  /** Process clock from which its targets count: arrival, end of the preferred agent's time, or its last return. */
  targetsFrom = new Float64Array(0);
  /** Due minus arrival on the process's clock, at least 0; 0 without an SLA. */
  allowedMs = new Float64Array(0);
  /** Due, wall instant; Infinity without an SLA. */
  dueMs = new Float64Array(0);
  /** Hangs up, wall instant; Infinity never. */
  leavesMs = new Float64Array(0);
  /** Effort of handling and of wrap-up at speed 1. */
  handleMs = new Float64Array(0);
  wrapUpMs = new Float64Array(0);
  /** Wall instant of the first answer; NaN until then. */
  answeredMs = new Float64Array(0);
  /** Initial priority of its own, NaN none. */
  initial = new Float64Array(0);
  /** Added to the shared curve of its process. */
  base = new Float64Array(0);
  /** Effort that remains of what is being done (handling or wrap-up) at `pacedMs`, worked off at `rate` since. */
  remainingMs = new Float64Array(0);
  pacedMs = new Float64Array(0);
  rate = new Float64Array(0);
  /** Speed of the agent when he began. */
  speed = new Float64Array(0);
  /** While ringing: -1 will be answered, else will be missed and the agent not ready for so long. */
  notReadyMs = new Float64Array(0);
  /** and since when. */
  standsMs = new Float64Array(0);
  /** How long whom it waits for stands alone, on its process's clock; NaN as its route says. */
  aloneMs = new Float64Array(0);
  /** When an update of the source that is under way comes; Infinity none, -Infinity it came while in hand. */
  updateMs = new Float64Array(0);
  /** Wall instant from which the SLA of its process counts: its arrival, unless something has it begin anew; */
  countsFromMs = new Float64Array(0);
  /** that from which its age and place in line do; */
  placeFromMs = new Float64Array(0);
  /** a due date of its own, wall instant, NaN: its process's. */
  ownDueMs = new Float64Array(0);

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

  get rows(): number {
    return this.status.length;
  }

  /** A row for a new item. Its columns hold what the last item left there. */
  create(): number {
    if (this.freeCount === 0) this.grow();
    this.live++;
    return this.free[--this.freeCount];
  }

  /** The item is gone; its row may be another's from now on. */
  release(item: number): void {
    this.status[item] = FREE;
    this.supersede(item);
    this.live--;
    this.free[this.freeCount++] = item;
  }

  /** Voids what is scheduled for the item. */
  supersede(item: number): void {
    this.stamp[item] = (this.stamp[item] + 1) & 0x3ffffff;
  }

  private grow(): void {
    const from = this.rows;
    const rows = from === 0 ? FIRST_ROWS : from * 2;
    const status = new Uint8Array(rows);
    status.set(this.status);
    this.status = status;
    for (const column of WHOLE) {
      const wider = new Int32Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
    for (const column of REAL) {
      const wider = new Float64Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
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
  const since = items.enteredRoutingMs[a];
  const other = items.enteredRoutingMs[b];
  return since < other || (since === other && items.serial[a] < items.serial[b]);
}

/** Priorities closer than this are equal: sums of two curves differ by rounding where the curves do not (rule R3). */
export const TIE = 1e-9;

/** Does `a`, at priority `ofA`, go before `b` at `ofB`? `b` may be -1: nobody. */
export function goesBefore(items: Items, a: number, ofA: number, b: number, ofB: number): boolean {
  const lead = ofA - ofB;
  return lead > TIE || (lead >= -TIE && (b < 0 || isEarlier(items, a, b)));
}
