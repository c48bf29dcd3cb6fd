import {EVENT} from './events.ts';

/**
 * Future events: a binary heap of instants and slots; what happens stands in the slots, which do not move. Total order:
 * time, then kind, then sequence; the latter two are one number, from which the kind is told again.
 *
 * An event taken leaves a hole at the root, which the first event scheduled after it fills: one sift where taking and
 * scheduling would be two. The next arrivals of a few sources stand beside the heap, in a line by time: an arrival then
 * costs no sift of its own, and what it schedules fills the hole of the end of work before it. Nothing is allocated but when the columns double: instants travel in fields, for a
 * number beyond 31 bits is boxed when it is handed to a function, and `schedule` is short enough to be no call.
 */

/** 2^48: room for 2.8e14 events a run and 32 kinds, every sum exact in a double. */
const KIND_UNIT = 2 ** 48;
const PER_KIND = 2 ** -48;
/** Order of the first event that happens after an arrival of the same instant. */
const AFTER_ARRIVALS = (EVENT.arrival + 1) * KIND_UNIT;
const FIRST_SLOTS = 1024;
/** Sources whose next arrivals stand in the line; an arrival walks past those of others. */
const IN_LINE = 24;
const ARRIVAL = EVENT.arrival;

export class EventList {
  /** The event last taken: instant, kind, subject, and the stamp of its subject when it was scheduled. */
  time = -0;
  kind = 0;
  subject = 0;
  stamp = 0;
  /** First instant whose events are not taken. */
  untilMs = Infinity;
  /** What is being scheduled, and what is being sunk: instants. -0 has them kept as doubles from the start. */
  private scheduledMs = -0;
  private sunkMs = -0;
  private size = 0;
  private hole = false;
  private sequence = 0;
  /** Heap; slots beyond `size` are free. */
  private times = new Float64Array(FIRST_SLOTS);
  private slots = Int32Array.from({length: FIRST_SLOTS}, (_, i) => i);
  /** By slot, 16 bytes: its order, then (in `whole`) subject and stamp. */
  private orders = new Float64Array(2 * FIRST_SLOTS);
  private whole = new Int32Array(this.orders.buffer);

  /** The line: next arrivals, the soonest last, from 1 on, where 0 holds Infinity; and their sources. */
  private readonly comingMs = new Float64Array(IN_LINE + 1).fill(Infinity);
  private readonly comingOf = new Int32Array(IN_LINE + 1);
  private coming = 0;

  /** Takes the next event before `untilMs`; false when there is none. */
  next(): boolean {
    const soonest = this.comingMs[this.coming];
    if (this.hole === true) {
      if (soonest < this.behindHole()) return this.takeArrival();
      this.hole = false;
      this.dropRoot();
    }
    const top = this.size === 0 ? Infinity : this.times[0];
    if (soonest <= top && (soonest < top || this.size === 0 || this.orders[this.slots[0] << 1] >= AFTER_ARRIVALS))
      return this.takeArrival();
    if (top >= this.untilMs) return false;
    const slot = this.slots[0];
    const {whole} = this;
    this.time = top;
    this.kind = (this.orders[slot << 1] * PER_KIND) | 0;
    this.subject = whole[(slot << 2) | 2];
    this.stamp = whole[(slot << 2) | 3];
    this.hole = true;
    return true;
  }

  private takeArrival(): boolean {
    const at = this.coming;
    const time = this.comingMs[at];
    if (time >= this.untilMs) return false;
    this.time = time;
    this.kind = ARRIVAL;
    this.stamp = 0;
    this.subject = this.comingOf[at];
    this.coming = at - 1;
    return true;
  }

  /** Puts the event last taken back where it was, unless it was an arrival; nothing has been scheduled since. */
  putBack(): void {
    this.hole = false;
  }

  /** When the next event is; Infinity when there is none. */
  nextTime(): number {
    const top = this.hole ? this.behindHole() : this.size === 0 ? Infinity : this.times[0];
    return Math.min(top, this.comingMs[this.coming]);
  }

  /** Whether nothing more is to happen at the instant of the event last taken. */
  isLastOfInstant(): boolean {
    const now = this.time;
    const times = this.times;
    const size = this.size;
    if (this.comingMs[this.coming] <= now) return false;
    if (this.hole === false) return size === 0 || times[0] > now;
    return size < 2 || (times[1] > now && (size === 2 || times[2] > now));
  }

  /** The first instant in the heap but for the hole at its root. */
  private behindHole(): number {
    const times = this.times;
    if (this.size < 3) return this.size < 2 ? Infinity : times[1];
    return times[1] < times[2] ? times[1] : times[2];
  }

  /** The next arrival of one of so many sources. */
  scheduleArrival(time: number, source: number, sources: number): void {
    if (sources > IN_LINE) {
      this.schedule(time, ARRIVAL, source, 0);
      return;
    }
    const {comingMs, comingOf} = this;
    let at = ++this.coming;
    for (; comingMs[at - 1] <= time; at--) {
      comingMs[at] = comingMs[at - 1];
      comingOf[at] = comingOf[at - 1];
    }
    comingMs[at] = time;
    comingOf[at] = source;
  }

  schedule(time: number, kind: number, subject: number, stamp: number): void {
    this.scheduledMs = time;
    this.insert(kind, subject, stamp);
  }

  private insert(kind: number, subject: number, stamp: number): void {
    if (this.hole === true) {
      this.hole = false;
      this.sunkMs = this.scheduledMs;
      const slot = this.slots[0];
      this.write(slot, kind, subject, stamp);
      this.sink(slot);
      return;
    }
    let at = this.size;
    if (at === this.times.length) this.grow();
    this.size = at + 1;
    const {times, slots, orders} = this;
    const time = this.scheduledMs;
    const slot = slots[at];
    this.write(slot, kind, subject, stamp);
    const order = orders[slot << 1];
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent];
      if (other < time || (other === time && orders[slots[parent] << 1] < order)) break;
      times[at] = other;
      slots[at] = slots[parent];
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private write(slot: number, kind: number, subject: number, stamp: number): void {
    const {whole} = this;
    this.orders[slot << 1] = kind * KIND_UNIT + this.sequence++;
    whole[(slot << 2) | 2] = subject;
    whole[(slot << 2) | 3] = stamp;
  }

  private dropRoot(): void {
    const last = --this.size;
    if (last === 0) return;
    const slot = this.slots[last];
    this.slots[last] = this.slots[0];
    this.sunkMs = this.times[last];
    this.sink(slot);
  }

  private sink(slot: number): void {
    const time = this.sunkMs;
    const times = this.times;
    const slots = this.slots;
    const orders = this.orders;
    const size = this.size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let earliest = times[child];
      if (child + 1 < size) {
        const right = times[child + 1];
        if (right < earliest || (right === earliest && orders[slots[child + 1] << 1] < orders[slots[child] << 1])) {
          child++;
          earliest = right;
        }
      }
      if (earliest > time || (earliest === time && orders[slots[child] << 1] > orders[slot << 1])) break;
      times[at] = earliest;
      slots[at] = slots[child];
      at = child;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private grow(): void {
    const from = this.times.length;
    const rows = from * 2;
    this.times = copied(new Float64Array(rows), this.times);
    this.whole = copied(new Int32Array(4 * rows), this.whole);
    this.orders = new Float64Array(this.whole.buffer);
    this.slots = copied(new Int32Array(rows), this.slots);
    for (let slot = from; slot < rows; slot++) this.slots[slot] = slot;
  }
}

function copied<T extends Float64Array | Int32Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
