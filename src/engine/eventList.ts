/**
 * Future events in a binary heap of columns. Total order: time, then kind, then sequence.
 *
 * The event just taken leaves a hole at the root, which the first event its handler schedules fills: one sift where
 * taking and scheduling would be two. Nothing is allocated but when the columns double.
 */

/** 2^48: room for 2.8e14 events a run and 32 kinds, every sum exact in a double. */
const KIND_UNIT = 2 ** 48;
const KIND_BITS = 4;

export class EventList {
  /** The event last taken: instant, kind, subject, and the stamp of its subject when it was scheduled. */
  time = 0;
  kind = 0;
  subject = 0;
  stamp = 0;
  private size = 0;
  private hole = false;
  private sequence = 0;
  private times = new Float64Array(1024);
  private orders = new Float64Array(1024);
  private subjects = new Int32Array(1024);
  /** Stamp and kind in one integer. */
  private tags = new Int32Array(1024);

  /** Takes the next event before `limit`; false when there is none. */
  next(limit: number): boolean {
    if (this.hole) {
      this.hole = false;
      this.dropRoot();
    }
    if (this.size === 0 || this.times[0] >= limit) return false;
    this.time = this.times[0];
    const tag = this.tags[0];
    this.kind = tag & ((1 << KIND_BITS) - 1);
    this.stamp = tag >> KIND_BITS;
    this.subject = this.subjects[0];
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

  schedule(time: number, kind: number, subject: number, stamp: number): void {
    const order = kind * KIND_UNIT + this.sequence++;
    const tag = (stamp << KIND_BITS) | kind;
    if (this.hole) {
      this.hole = false;
      this.sink(time, order, subject, tag);
      return;
    }
    if (this.size === this.times.length) this.grow();
    const times = this.times;
    const orders = this.orders;
    const subjects = this.subjects;
    const tags = this.tags;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent];
      if (other < time || (other === time && orders[parent] < order)) break;
      times[at] = other;
      orders[at] = orders[parent];
      subjects[at] = subjects[parent];
      tags[at] = tags[parent];
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    subjects[at] = subject;
    tags[at] = tag;
  }

  private dropRoot(): void {
    const last = --this.size;
    if (last > 0) this.sink(this.times[last], this.orders[last], this.subjects[last], this.tags[last]);
  }

  private sink(time: number, order: number, subject: number, tag: number): void {
    const times = this.times;
    const orders = this.orders;
    const subjects = this.subjects;
    const tags = this.tags;
    const size = this.size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let earliest = times[child];
      if (child + 1 < size) {
        const right = times[child + 1];
        if (right < earliest || (right === earliest && orders[child + 1] < orders[child])) {
          child++;
          earliest = right;
        }
      }
      if (earliest > time || (earliest === time && orders[child] > order)) break;
      times[at] = earliest;
      orders[at] = orders[child];
      subjects[at] = subjects[child];
      tags[at] = tags[child];
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    subjects[at] = subject;
    tags[at] = tag;
  }

  private grow(): void {
    const rows = this.times.length * 2;
    this.times = copied(new Float64Array(rows), this.times);
    this.orders = copied(new Float64Array(rows), this.orders);
    this.subjects = copied(new Int32Array(rows), this.subjects);
    this.tags = copied(new Int32Array(rows), this.tags);
  }
}

function copied<T extends Float64Array | Int32Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
