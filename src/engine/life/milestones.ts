/**
 * Milestones of items: started, warned, violated and reached as items come to stand elsewhere and time passes. What is
 * reached at the very instant of its target, an offer of that instant included, is in time: deadlines come after
 * everything else of their millisecond.
 */
import {ITEM} from '../../floor/items.ts';
import {type MilestoneTracks, TRACK} from '../../floor/milestones.ts';
import {isFinal, STATUSES, type Status} from '../../model/life.ts';
import {ENTERING, type MilestoneAction, type Milestones, type Point} from '../../model/milestones.ts';
import {EVENT} from '../events.ts';
import type {MilestoneObserver} from '../observer.ts';
import type {Run} from '../run.ts';
import {carryOut} from './milestoneActions.ts';

const NOWHERE: Point = -2;
const {idle: IDLE, open: OPEN, violated: VIOLATED} = TRACK;

/** An action that is due once everything of its millisecond has happened. */
interface Pending {
  readonly item: number;
  readonly serial: number;
  readonly action: MilestoneAction;
}

export class MilestoneWatch {
  /** The present, where this millisecond's offers have been made and milestones alone have disturbed it since. */
  actedMs = -Infinity;
  private readonly run: Run;
  private readonly rows: Milestones['rows'];
  private readonly of: Milestones['of'];
  private readonly tracks: MilestoneTracks;
  private readonly succeeded: Pending[] = [];
  private readonly tell: MilestoneObserver | null;

  constructor(run: Run, {rows, of}: Milestones, tracks: MilestoneTracks) {
    this.run = run;
    this.rows = rows;
    this.of = of;
    this.tracks = tracks;
    this.tell = run.observer.life?.milestones ?? null;
  }

  /** The item enters its process, at its arrival or from another process at an instant. */
  enters(item: number, atMs: number): void {
    for (const row of this.of[this.processOf(item)])
      if (this.rows[row].starts === ENTERING) this.mayStart(this.tracks.of(item, row), atMs);
  }

  /** What becomes of the item's visit is known. */
  drawn(item: number): void {
    const outcome = this.run.items.outcome(item);
    if (outcome >= 0) this.tracks.noteOutcome(item, outcome);
  }

  /** The item leaves its process: what is open and not violated is taken back. */
  leaves(item: number): void {
    this.dropAll(item);
    this.tracks.noteProcess(item, -1);
  }

  /** The item's clock stops: what is open and not violated is to be reached at no time until it goes on. */
  standsStill(item: number): void {
    const {tracks, run} = this;
    for (let track = tracks.firstOf(item); track >= 0; track = tracks.next[track]) {
      if (tracks.state[track] !== OPEN) continue;
      tracks.stoppedMs[track] = run.now;
      this.moveTarget(track, Infinity);
      tracks.warnMs[track] = Infinity;
      this.schedule(track);
    }
  }

  /** It goes on: target and warning are later by as much as their clock has shown meanwhile. */
  goesOn(item: number): void {
    const {tracks, run} = this;
    for (let track = tracks.firstOf(item); track >= 0; track = tracks.next[track]) {
      const stopped = tracks.stoppedMs[track];
      if (tracks.state[track] !== OPEN || Number.isNaN(stopped)) continue;
      const row = tracks.row[track];
      const stood = tracks.clockAt(row, run.now) - tracks.clockAt(row, stopped);
      tracks.stoppedMs[track] = Number.NaN;
      tracks.targetClockMs[track] += stood;
      tracks.warnClockMs[track] += stood;
      this.moveTarget(track, tracks.wallAt(row, tracks.targetClockMs[track]));
      this.takeWarning(track);
      this.schedule(track);
    }
  }

  private moveTarget(track: number, toMs: number): void {
    this.tell?.moves(track, toMs);
    this.tracks.targetMs[track] = toMs;
  }

  /** The item comes to stand there, now. */
  reaches(item: number, status: Status): void {
    const {tracks, rows, run} = this;
    const stage = this.stageOf(item, status);
    const process = this.processOf(item);
    const isThere = (point: Point) => point === status || point === stage;
    for (let track = tracks.firstOf(item); track >= 0; track = tracks.next[track])
      if (tracks.state[track] !== IDLE && isThere(rows[tracks.row[track]].reached)) this.reach(track);
    if (isFinal(status)) {
      this.end(item);
      return;
    }
    for (const row of this.of[process]) if (isThere(rows[row].starts)) this.mayStart(tracks.of(item, row), run.now);
  }

  /** The item is done with: what it has not reached it never will, and counts as violated. */
  end(item: number): void {
    const {tracks} = this;
    for (let track = tracks.firstOf(item); track >= 0; track = tracks.next[track])
      if (tracks.state[track] === OPEN) this.violate(track);
    this.dropAll(item);
  }

  /** The item has left the centre. */
  forget(item: number): void {
    this.end(item);
    this.tracks.forget(item);
  }

  /** A deadline, `track` -1: actions on success. */
  due(track: number): void {
    const {tracks, run, rows} = this;
    if (track < 0) {
      for (const {item, serial, action} of this.succeeded.splice(0))
        if (run.items.serial(item) === serial && run.items.status(item) !== ITEM.free) this.act(item, action);
      return;
    }
    const {onWarning, onViolation} = rows[tracks.row[track]];
    const item = tracks.item[track];
    if (tracks.warned[track] === 0 && tracks.warnMs[track] <= run.now) {
      tracks.warned[track] = 1;
      this.tell?.warned(track);
      this.schedule(track);
      this.act(item, onWarning);
    } else {
      this.violate(track);
      this.act(item, onViolation);
    }
  }

  private act(item: number, action: MilestoneAction | null): void {
    if (action === null || isFinal(this.run.items.standing(item))) return;
    this.actedMs = this.run.now;
    carryOut(this.run, item, action);
  }

  private mayStart(track: number, atMs: number): void {
    const {tracks} = this;
    const {recurrence} = this.rows[tracks.row[track]];
    if (tracks.state[track] !== IDLE || (recurrence === 'none' && tracks.occurrence[track] > 0)) return;
    this.start(track, atMs, recurrence === 'sequential' && tracks.occurrence[track] > 0);
  }

  /** `follows`: it starts no earlier than the previous target. */
  private start(track: number, atMs: number, follows: boolean): void {
    const {tracks} = this;
    const row = tracks.row[track];
    const {withinMs, warnAfterMs} = this.rows[row];
    const clock = tracks.clockAt(row, atMs);
    const previous = tracks.targetClockMs[track];
    const waits = follows && previous > clock;
    const from = waits ? previous : clock;
    tracks.state[track] = OPEN;
    tracks.occurrence[track]++;
    tracks.warned[track] = 0;
    tracks.startMs[track] = waits ? tracks.wallAt(row, from) : atMs;
    tracks.stoppedMs[track] = Number.NaN;
    tracks.previousClockMs[track] = previous;
    tracks.targetClockMs[track] = from + withinMs;
    tracks.targetMs[track] = tracks.wallAt(row, from + withinMs);
    tracks.warnClockMs[track] = Number.isNaN(warnAfterMs) ? Infinity : from + warnAfterMs;
    this.tell?.started(track);
    this.takeWarning(track);
    this.schedule(track);
  }

  private takeWarning(track: number): void {
    const {tracks} = this;
    const clock = tracks.warnClockMs[track];
    tracks.warnMs[track] =
      clock < Infinity ? Math.max(tracks.startMs[track], tracks.wallAt(tracks.row[track], clock)) : Infinity;
  }

  private schedule(track: number): void {
    const {tracks, run} = this;
    const warns = tracks.warned[track] === 0 && tracks.warnMs[track] <= tracks.targetMs[track];
    const at = warns ? tracks.warnMs[track] : tracks.targetMs[track];
    tracks.stamp[track] = (tracks.stamp[track] + 1) & 0x3ffffff;
    if (at < Infinity) run.events.schedule(Math.max(at, run.now), EVENT.milestone, track, tracks.stamp[track]);
  }

  private violate(track: number): void {
    this.tracks.state[track] = VIOLATED;
    this.tell?.violated(track);
  }

  private reach(track: number): void {
    const {tracks, run} = this;
    if (tracks.state[track] === OPEN && run.now > tracks.targetMs[track]) this.violate(track);
    this.tell?.reached(track);
    this.close(track);
    const {onSuccess} = this.rows[tracks.row[track]];
    if (onSuccess === null) return;
    const item = tracks.item[track];
    if (this.succeeded.length === 0) run.events.schedule(run.now, EVENT.milestone, -1, 0);
    this.succeeded.push({item, serial: run.items.serial(item), action: onSuccess});
  }

  /** What was open is taken back, as if it had not started; what is violated remains so. */
  private dropAll(item: number): void {
    const {tracks} = this;
    for (let track = tracks.firstOf(item); track >= 0; track = tracks.next[track]) {
      if (tracks.state[track] === IDLE) continue;
      this.tell?.dropped(track);
      if (tracks.state[track] === OPEN) {
        tracks.occurrence[track]--;
        tracks.targetClockMs[track] = tracks.previousClockMs[track];
      }
      this.close(track);
    }
  }

  private close(track: number): void {
    const {tracks} = this;
    tracks.state[track] = IDLE;
    tracks.stamp[track] = (tracks.stamp[track] + 1) & 0x3ffffff;
  }

  /** The scenario's own stage that the item stands in with a status; a status no stage is on top of has none. */
  private stageOf(item: number, status: Status): Point {
    const {stages} = this.run.lifeOf;
    if (stages === undefined) return NOWHERE;
    this.drawn(item);
    const last = this.tracks.outcomeOf(item);
    const named = last < 0 ? -1 : stages.named[last * STATUSES + status];
    const stage = named < 0 ? stages.status.indexOf(status) : named;
    return stage < 0 ? NOWHERE : STATUSES + stage;
  }

  private processOf(item: number): number {
    return this.run.model.routes.process[this.run.items.route(item)];
  }
}
