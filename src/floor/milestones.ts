/**
 * Milestones of items as they stand. A track is one milestone of one item, from when the item first enters its process
 * until the item is gone; occurrences follow each other on it, one at a time.
 *
 * Columns move when they grow: read `tracks.column` anew after anything that may start one.
 */

import type {MilestoneRow, Milestones} from '../model/milestones.ts';
import type {Model} from '../model/model.ts';
import {type OpenClock, runClocks} from './clock.ts';

/** Of a track: no occurrence is open; one is, and its target to come; one is, and its target has passed. */
export const TRACK = {idle: 0, open: 1, violated: 2} as const;

const FIRST_ROWS = 256;

export class MilestoneTracks {
  item = new Int32Array(0);
  /** Row of the model's milestones. */
  row = new Int32Array(0);
  state = new Uint8Array(0);
  /** Occurrences so far: the number of the last one, from 1. */
  occurrence = new Int32Array(0);
  /** Of the last occurrence: it has warned. */
  warned = new Uint8Array(0);
  /** Its start, target and warning, wall instants; the first ones at which the clock shows them. */
  startMs = new Float64Array(0);
  targetMs = new Float64Array(0);
  warnMs = new Float64Array(0);
  /** Its target and warning, on its clock; Infinity: it does not warn. */
  targetClockMs = new Float64Array(0);
  warnClockMs = new Float64Array(0);
  /** On its clock, the target of the occurrence before it, which is the last one again where it is taken back. */
  previousClockMs = new Float64Array(0);
  /** Wall instant since which its clock stands still with that of its item; NaN: it runs. */
  stoppedMs = new Float64Array(0);
  /** Moves on whenever what was scheduled for the track is void. */
  stamp = new Int32Array(0);
  /** The next track of the same item, -1 none. */
  next = new Int32Array(0);
  /** By item: its first track, -1 none; its last outcome, -1 none yet; what its milestones have added to its priority. */
  private first = new Int32Array(0);
  private outcome = new Int32Array(0);
  /** By item: the process it is to go to when it comes back into distribution, -1 none. */
  private process = new Int32Array(0);
  private raised = new Float64Array(0);
  /** By item: when it was last sent to another process while it was in distribution. */
  private sentMs = new Float64Array(0);
  private free: number[] = [];
  private readonly rows: readonly MilestoneRow[];
  private readonly clocks: readonly (OpenClock | null)[];
  private readonly present: {readonly nowMs: number};

  constructor(model: Model, {rows}: Milestones, present: {readonly nowMs: number}) {
    this.rows = rows;
    this.clocks = runClocks(model.clocks);
    this.present = present;
  }

  firstOf(item: number): number {
    return item < this.first.length ? this.first[item] : -1;
  }

  raisedBy(item: number): number {
    return item < this.raised.length ? this.raised[item] : 0;
  }

  outcomeOf(item: number): number {
    return item < this.outcome.length ? this.outcome[item] : -1;
  }

  processFor(item: number): number {
    return item < this.process.length ? this.process[item] : -1;
  }

  noteProcess(item: number, process: number): void {
    if (item >= this.first.length) this.reach(item);
    this.process[item] = process;
  }

  /** Whether it may be sent on now, and will be: once at an instant. */
  mayBeSent(item: number, nowMs: number): boolean {
    if (this.sentMs[item] === nowMs) return false;
    this.sentMs[item] = nowMs;
    return true;
  }

  noteOutcome(item: number, outcome: number): void {
    if (item >= this.first.length) this.reach(item);
    this.outcome[item] = outcome;
  }

  /** The track of a milestone of an item; made where there is none yet, as its last. */
  of(item: number, row: number): number {
    let last = -1;
    for (let track = this.firstOf(item); track >= 0; track = this.next[track]) {
      if (this.row[track] === row) return track;
      last = track;
    }
    if (item >= this.first.length) this.reach(item);
    if (this.free.length === 0) this.grow();
    const track = this.free.pop() ?? -1;
    this.item[track] = item;
    this.row[track] = row;
    this.state[track] = TRACK.idle;
    this.occurrence[track] = 0;
    this.targetClockMs[track] = -Infinity;
    this.next[track] = -1;
    if (last < 0) this.first[item] = track;
    else this.next[last] = track;
    return track;
  }

  raise(item: number, by: number): void {
    if (item >= this.first.length) this.reach(item);
    this.raised[item] += by;
  }

  /** The item is gone. */
  forget(item: number): void {
    for (let track = this.firstOf(item); track >= 0; track = this.next[track]) {
      this.stamp[track] = (this.stamp[track] + 1) & 0x3ffffff;
      this.item[track] = -1;
      this.free.push(track);
    }
    if (item >= this.first.length) return;
    this.first[item] = -1;
    this.outcome[item] = -1;
    this.process[item] = -1;
    this.raised[item] = 0;
    this.sentMs[item] = Number.NaN;
  }

  /** What the clock of a milestone shows at a wall instant, and the first instant at which it shows that. */
  clockAt(row: number, wallMs: number): number {
    return this.clocks[this.rows[row].clock]?.at(wallMs) ?? wallMs;
  }
  wallAt(row: number, clockMs: number): number {
    return this.clocks[this.rows[row].clock]?.wallAt(clockMs) ?? clockMs;
  }

  /** From now until the target of an open occurrence on its clock; negative: it is over. */
  leftMs(track: number): number {
    const stopped = this.stoppedMs[track];
    const atMs = Number.isNaN(stopped) ? this.present.nowMs : stopped;
    return this.targetClockMs[track] - this.clockAt(this.row[track], atMs);
  }

  get count(): number {
    return this.item.length;
  }

  private reach(item: number): void {
    const from = this.first.length;
    const rows = Math.max(FIRST_ROWS, from * 2, item + 1);
    this.first = widened(this.first, new Int32Array(rows).fill(-1));
    this.outcome = widened(this.outcome, new Int32Array(rows).fill(-1));
    this.process = widened(this.process, new Int32Array(rows).fill(-1));
    this.raised = widened(this.raised, new Float64Array(rows));
    this.sentMs = widened(this.sentMs, new Float64Array(rows).fill(Number.NaN));
  }

  private grow(): void {
    const from = this.count;
    const rows = Math.max(FIRST_ROWS, from * 2);
    this.item = widened(this.item, new Int32Array(rows).fill(-1));
    this.row = widened(this.row, new Int32Array(rows));
    this.state = widened(this.state, new Uint8Array(rows));
    this.occurrence = widened(this.occurrence, new Int32Array(rows));
    this.warned = widened(this.warned, new Uint8Array(rows));
    this.startMs = widened(this.startMs, new Float64Array(rows));
    this.targetMs = widened(this.targetMs, new Float64Array(rows));
    this.warnMs = widened(this.warnMs, new Float64Array(rows));
    this.targetClockMs = widened(this.targetClockMs, new Float64Array(rows));
    this.warnClockMs = widened(this.warnClockMs, new Float64Array(rows));
    this.previousClockMs = widened(this.previousClockMs, new Float64Array(rows));
    this.stoppedMs = widened(this.stoppedMs, new Float64Array(rows));
    this.stamp = widened(this.stamp, new Int32Array(rows));
    this.next = widened(this.next, new Int32Array(rows));
    for (let track = rows - 1; track >= from; track--) this.free.push(track);
  }
}

function widened<Column extends Int32Array | Float64Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
