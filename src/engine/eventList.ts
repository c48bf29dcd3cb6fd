/**
 * Future events: a binary heap of instants and slots; what happens stands in the slots, which do not move. Total order:
 * time, then kind, then sequence.
 *
 * The event just taken leaves a hole at the root, which the first event its handler schedules fills: one sift where
 * taking and scheduling would be two. Nothing is allocated but when the columns double: instants travel in fields, for a
 * number beyond 31 bits is boxed when it is handed to a function, and `schedule` is short enough to be no call.
 */

/** 2^48: room for 2.8e14 events a run and 32 kinds, every sum exact in a double. */
const KIND_UNIT = 2 ** 48;
const FIRST_SLOTS = 1024;

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
  /** By slot. */
  private orders = new Float64Array(FIRST_SLOTS);
  private kinds = new Uint8Array(FIRST_SLOTS);
  private subjects = new Int32Array(FIRST_SLOTS);
  private stamps = new Int32Array(FIRST_SLOTS);

  /** Takes the next event before `untilMs`; false when there is none. */
  next(): boolean {
    if (this.hole === true) {
      this.hole = false;
      this.dropRoot();
    }
    if (this.size === 0 || this.times[0] >= this.untilMs) return false;
    const slot = this.slots[0];
    this.time = this.times[0];
    this.kind = this.kinds[slot];
    this.stamp = this.stamps[slot];
    this.subject = this.subjects[slot];
    this.hole = true;
    return true;
  }

  /** When the next event is; Infinity when there is none. */
  nextTime(): number {
    if (!this.hole) return this.size === 0 ? Infinity : this.times[0];
    const times = this.times;
    if (this.size > 2) return Math.min(times[1], times[2]);
    return this.size === 2 ? times[1] : Infinity;
  }

  /** Whether nothing more is to happen at the instant of the event last taken. */
  isLastOfInstant(): boolean {
    const now = this.time;
    const times = this.times;
    const size = this.size;
    if (this.hole === false) return size === 0 || times[0] > now;
    return size < 2 || (times[1] > now && (size === 2 || times[2] > now));
  }

  schedule(time: number, kind: number, subject: number, stamp: number): void {
    this.scheduledMs = time;
    this.insert(kind, subject, stamp);
  }

  private insert(kind: number, subject: number, stamp: number): void {
    if (this.size === this.times.length) this.grow();
    const time = this.scheduledMs;
    const order = kind * KIND_UNIT + this.sequence++;
    const times = this.times;
    const slots = this.slots;
    const orders = this.orders;
    let at = this.hole === true ? 0 : this.size;
    const slot = slots[at];
    orders[slot] = order;
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
    this.stamps[slot] = stamp;
    if (this.hole === true) {
      this.hole = false;
      this.sunkMs = time;
      this.sink(slot);
      return;
    }
    this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent];
      if (other < time || (other === time && orders[slots[parent]] < order)) break;
      times[at] = other;
      slots[at] = slots[parent];
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
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
        if (right < earliest || (right === earliest && orders[slots[child + 1]] < orders[slots[child]])) {
          child++;
          earliest = right;
        }
      }
      if (earliest > time || (earliest === time && orders[slots[child]] > orders[slot])) break;
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
    this.orders = copied(new Float64Array(rows), this.orders);
    this.kinds = copied(new Uint8Array(rows), this.kinds);
    this.subjects = copied(new Int32Array(rows), this.subjects);
    this.stamps = copied(new Int32Array(rows), this.stamps);
    this.slots = copied(new Int32Array(rows), this.slots);
    for (let slot = from; slot < rows; slot++) this.slots[slot] = slot;
  }
}

function copied<T extends Float64Array | Int32Array | Uint8Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
