/**
 * Waiting lines cut into lanes, inside each of which the best is found without a scan. A lane is one section of a curve
 * for one set of items; who asks knows which lanes concern him. The one place that tells the four forms apart.
 */
import {ItemHeap} from './itemHeap.ts';
import {type Items, isEarlier} from './items.ts';
import {KineticLine} from './kineticLine.ts';
import {Links} from './links.ts';
import {PhaseLine} from './phaseLine.ts';
import type {Priorities} from './priorities.ts';
import type {ProcessClocks} from './processClocks.ts';
import {FORM, type Sections} from './sections.ts';

/** Told when a lane that others are held back for gets its first item or loses its last one. */
export interface LaneWatcher {
  occupied(lane: number): void;
  emptied(lane: number): void;
}

/** Steps an item walks to its place in a first-come list before it goes to the lane's heap of latecomers instead. */
const PATIENT_STEPS = 16;

export class Lanes {
  readonly links = new Links();
  /** Bit set: lane not empty. */
  occupied = new Int32Array(0);
  /** Per lane: how many stand in it; whether a watcher is told. */
  size = new Int32Array(0);
  watched = new Uint8Array(0);
  /** Per lane: its section, and the lane its items go on to. */
  section = new Int32Array(0);
  following = new Int32Array(0);
  count = 0;
  watcher: LaneWatcher | null = null;
  /** First-come and keyed lanes: who comes first, -1 nobody. */
  private top = new Int32Array(0);
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  /** Keyed lanes: all of their items. First-come lanes: those that came out of turn. */
  private readonly heaps: (ItemHeap | null)[] = [];
  private readonly phases: (PhaseLine | null)[] = [];
  private readonly kinetics: (KineticLine | null)[] = [];
  /** Items that will change section, soonest first by wall time. */
  private readonly turnover: ItemHeap;
  private readonly sections: Sections;
  private readonly curve: Priorities;
  private readonly items: Items;
  private readonly clocks: ProcessClocks;

  constructor(sections: Sections, curve: Priorities, items: Items, clocks: ProcessClocks) {
    this.sections = sections;
    this.curve = curve;
    this.items = items;
    this.clocks = clocks;
    this.turnover = new ItemHeap(items, this.links, true);
  }

  /** A new empty lane; `following` may be set later. */
  open(section: number): number {
    const lane = this.count++;
    if (lane >= this.size.length) this.growLanes();
    this.section[lane] = section;
    this.following[lane] = -1;
    this.top[lane] = this.first[lane] = this.last[lane] = -1;
    this.heaps.push(null);
    this.phases.push(null);
    this.kinetics.push(null);
    return lane;
  }

  /** Stands an item in the section of its age; `chain` is the lane of the first section. */
  add(item: number, chain: number): void {
    if (item >= this.links.rows) this.links.grow(this.items.rows);
    let lane = chain;
    if (this.following[lane] >= 0) {
      const age = this.clocks.now(this.sections.process[this.section[lane]]) - this.items.origin(item);
      while (age >= this.sections.untilAge[this.section[lane]]) lane = this.following[lane];
    }
    this.enter(item, lane);
  }

  private enter(item: number, lane: number): void {
    this.links.lane[item] = lane;
    const section = this.section[lane];
    if (this.sections.form[section] === FORM.fifo) this.append(item, lane);
    else this.insert(item, lane, section);
    if (this.sections.untilAge[section] < Infinity) {
      const ends = this.items.origin(item) + this.sections.untilAge[section];
      this.turnover.push(item, -this.clocks.wallAt(this.sections.process[section], ends));
    }
    if (this.size[lane]++ === 0) {
      this.occupied[lane >>> 5] |= 1 << (lane & 31);
      if (this.watched[lane] === 1) this.watcher?.occupied(lane);
    }
  }

  remove(item: number): void {
    const lane = this.links.lane[item];
    const section = this.section[lane];
    const form = this.sections.form[section];
    if (form === FORM.fifo) this.unlink(item, lane);
    else if (form === FORM.keyed) this.unkey(item, lane);
    else if (form === FORM.phase) this.phases[lane]?.remove(item);
    else this.kinetics[lane]?.remove(item, this.clocks.now(this.sections.process[section]));
    if (this.sections.untilAge[section] < Infinity) this.turnover.remove(item);
    this.links.lane[item] = -1;
    if (--this.size[lane] === 0) {
      this.occupied[lane >>> 5] &= ~(1 << (lane & 31));
      if (this.watched[lane] === 1) this.watcher?.emptied(lane);
    }
  }

  /** Moves items whose curve has entered its next section. Must be called before anybody is asked. */
  turn(): void {
    const due = this.turnover;
    while (due.size > 0 && -due.keys[0] <= this.clocks.nowMs) {
      const item = due.slots[0];
      const lane = this.links.lane[item];
      this.remove(item);
      this.add(item, this.following[lane]);
    }
  }

  /** Who comes first in a lane that is not empty. */
  best(lane: number): number {
    const section = this.section[lane];
    if (this.sections.form[section] <= FORM.keyed) return this.top[lane];
    const clockNow = this.clocks.now(this.sections.process[section]);
    return this.phases[lane]?.best(clockNow) ?? this.kinetics[lane]?.best(clockNow) ?? -1;
  }

  /** First lane from `lane` on that is not empty, -1 none. */
  nextOccupied(lane: number): number {
    const words = (this.count + 31) >>> 5;
    let word = lane >>> 5;
    if (word >= words) return -1;
    let set = this.occupied[word] & (-1 << (lane & 31));
    while (set === 0) {
      if (++word >= words) return -1;
      set = this.occupied[word];
    }
    return (word << 5) + 31 - Math.clz32(set & -set);
  }

  /** Forms other than first come, first served. */
  private insert(item: number, lane: number, section: number): void {
    const form = this.sections.form[section];
    const piece = this.sections.piece[section];
    const start = this.items.origin(item) + this.curve.from[piece];
    if (form === FORM.kinetic) {
      const line = this.kinetics[lane] ?? new KineticLine(this.items, this.links);
      this.kinetics[lane] = line;
      line.push(item, this.clocks.now(this.sections.process[section]));
      return;
    }
    const value = this.items.base(item) + this.curve.value[piece];
    if (form === FORM.phase) {
      const line =
        this.phases[lane] ?? new PhaseLine(this.items, this.links, this.curve.period[piece], this.curve.step[piece]);
      this.phases[lane] = line;
      line.push(item, start, value);
      return;
    }
    // P = key + slope * now, so the order of keys is the order of priorities at any time.
    const heap = this.heaps[lane] ?? new ItemHeap(this.items, this.links, false);
    this.heaps[lane] = heap;
    heap.push(item, value - this.curve.slope[piece] * start);
    this.top[lane] = heap.slots[0];
  }

  private unkey(item: number, lane: number): void {
    const heap = this.heaps[lane];
    heap?.remove(item);
    this.top[lane] = heap !== null && heap.size > 0 ? heap.slots[0] : -1;
  }

  private append(item: number, lane: number): void {
    const {next, before} = this.links;
    const last = this.last[lane];
    if (last >= 0 && !this.precedes(last, item)) {
      this.appendOutOfTurn(item, lane);
      return;
    }
    before[item] = last;
    next[item] = -1;
    if (last < 0) this.first[lane] = item;
    else next[last] = item;
    this.last[lane] = item;
    if (last < 0) this.refreshTop(lane);
  }

  /** Comes back or comes late: near the front or the end it is put in its place, else among the latecomers. */
  private appendOutOfTurn(item: number, lane: number): void {
    const {next, before} = this.links;
    let after = this.last[lane];
    if (this.precedes(item, this.first[lane])) {
      after = -1;
    } else {
      let steps = PATIENT_STEPS;
      while (this.precedes(item, after)) {
        after = before[after];
        if (--steps > 0) continue;
        const late = this.heaps[lane] ?? new ItemHeap(this.items, this.links, false);
        this.heaps[lane] = late;
        late.push(item, -this.items.origin(item));
        this.refreshTop(lane);
        return;
      }
    }
    const following = after < 0 ? this.first[lane] : next[after];
    before[item] = after;
    next[item] = following;
    before[following] = item;
    if (after < 0) this.first[lane] = item;
    else next[after] = item;
    if (after < 0) this.refreshTop(lane);
  }

  private unlink(item: number, lane: number): void {
    const {next, before, place} = this.links;
    if (place[item] >= 0) {
      this.heaps[lane]?.remove(item);
      this.refreshTop(lane);
      return;
    }
    const ahead = before[item];
    const behind = next[item];
    if (behind < 0) this.last[lane] = ahead;
    else before[behind] = ahead;
    if (ahead >= 0) {
      next[ahead] = behind;
      return;
    }
    this.first[lane] = behind;
    this.refreshTop(lane);
  }

  private refreshTop(lane: number): void {
    const first = this.first[lane];
    const late = this.heaps[lane];
    if (late === null || late.size === 0) this.top[lane] = first;
    else this.top[lane] = first < 0 || this.precedes(late.slots[0], first) ? late.slots[0] : first;
  }

  /** First come, first served; a credit is the same for all items of a lane. */
  private precedes(a: number, b: number): boolean {
    const {items} = this;
    const origin = items.origin(a);
    const other = items.origin(b);
    return origin < other || (origin === other && isEarlier(items, a, b));
  }

  private growLanes(): void {
    const lanes = Math.max(32, this.size.length * 2);
    this.occupied = widened(this.occupied, lanes >>> 5);
    this.size = widened(this.size, lanes);
    this.section = widened(this.section, lanes);
    this.following = widened(this.following, lanes);
    this.top = widened(this.top, lanes);
    this.first = widened(this.first, lanes);
    this.last = widened(this.last, lanes);
    const watched = new Uint8Array(lanes);
    watched.set(this.watched);
    this.watched = watched;
  }
}

function widened(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(column);
  return wider;
}
