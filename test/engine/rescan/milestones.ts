/** Targets on the way of items, in the obvious engine. */
import {STATUS} from '../../../src/model/life.ts';
import {ENTERING, type MilestoneAction, type MilestoneRow} from '../../../src/model/milestones.ts';
import {Hands} from './hands.ts';
import type {RItem, Track} from './rules.ts';
import type {Kind} from './timeline.ts';

export abstract class Milestones extends Hands {
  protected abstract withdraw(item: RItem): boolean;
  protected abstract requeue(item: RItem, anew?: boolean): void;
  /** Whether a milestone has acted in this millisecond: what that brings about waits for the others. */
  private actedAt = -Infinity;

  protected comesToStand(item: RItem, where: 'queued' | 'assigned' | 'awaiting' | 'held' | 'completed'): void {
    if (!this.spec.milestones) return;
    if (!item.isIn) this.entersProcess(item, item.counts);
    const status = STATUS[where];
    for (const track of item.tracks) if (track.state !== 'idle' && track.row.reached === status) this.reach(track);
    if (where === 'completed') this.endMilestones(item);
    else this.mayStart(item, status, this.now);
  }
  protected entersProcess(item: RItem, at: number): void {
    item.isIn = true;
    this.mayStart(item, ENTERING, at);
  }
  /** What is open is taken back as if it had not started; so is being sent elsewhere. */
  protected leavesProcess(item: RItem): void {
    for (const track of item.tracks) this.drop(track);
    item.sentTo = -1;
  }
  /** What is never reached is violated when the item is done. */
  protected endMilestones(item: RItem): void {
    for (const track of item.tracks) {
      if (track.state === 'open') this.violate(track);
      this.drop(track);
    }
  }
  protected stopMilestones(item: RItem): void {
    for (const track of item.tracks) {
      if (track.state !== 'open') continue;
      track.stoppedAt = this.now;
      track.target = Infinity;
      this.tellOf(track, 'until Infinity');
      this.schedule(track);
    }
  }
  protected goOnMilestones(item: RItem): void {
    for (const track of item.tracks) {
      if (track.state !== 'open' || track.stoppedAt === null) continue;
      const stood = this.clockOf(track, this.now) - this.clockOf(track, track.stoppedAt);
      track.stoppedAt = null;
      track.targets.push((track.targets.pop() ?? 0) + stood);
      track.target = this.wallOf(track, lastOf(track));
      this.tellOf(track, `until ${track.target}`);
      this.schedule(track);
    }
  }

  private mayStart(item: RItem, point: number, at: number): void {
    for (const row of this.spec.milestones ?? []) {
      if (row.process !== (this.rules.routeOf(item).process ?? 0) || row.starts !== point) continue;
      const known = item.tracks.find((one) => one.row === row);
      const track = known ?? newTrack(item, row);
      if (!known) item.tracks.push(track);
      if (track.state !== 'idle' || (row.recurrence === 'none' && track.targets.length > 0)) continue;
      const clock = this.clockOf(track, at);
      const from = row.recurrence === 'sequential' ? Math.max(clock, lastOf(track)) : clock;
      track.state = 'open';
      track.targets.push(from + row.withinMs);
      track.hasWarned = false;
      track.stoppedAt = null;
      track.start = from > clock ? this.wallOf(track, from) : at;
      track.target = this.wallOf(track, lastOf(track));
      this.tellOf(track, `starts ${track.start} until ${track.target}`);
      this.schedule(track);
    }
  }
  private reach(track: Track): void {
    if (track.state === 'open' && this.now > track.target) this.violate(track);
    this.tellOf(track, track.state === 'violated' ? 'late' : 'met');
    track.state = 'idle';
    track.stamp++;
    const {onSuccess} = track.row;
    if (onSuccess) this.at(this.now, 'milestone', () => this.act(track.item, onSuccess));
  }
  private violate(track: Track): void {
    track.state = 'violated';
    this.tellOf(track, 'violated');
  }
  private drop(track: Track): void {
    if (track.state === 'idle') return;
    this.tellOf(track, 'dropped');
    if (track.state === 'open') track.targets.pop();
    track.state = 'idle';
    track.stamp++;
  }
  /** Its warning, or its target, whichever comes first; at one instant the warning. */
  private schedule(track: Track): void {
    const {row} = track;
    const stamp = ++track.stamp;
    const isNow = () => track.stamp === stamp;
    const warnsAt = this.wallOf(track, lastOf(track) - row.withinMs + row.warnAfterMs);
    const warns = track.stoppedAt === null ? Math.max(warnsAt, track.start) : Infinity;
    if (!track.hasWarned && warns <= track.target) {
      const warn = () => {
        track.hasWarned = true;
        this.tellOf(track, 'warns');
        this.schedule(track);
        this.act(track.item, row.onWarning);
      };
      if (warns < Infinity) this.at(Math.max(warns, this.now), 'milestone', warn, isNow);
    } else if (track.target < Infinity) {
      const violate = () => {
        this.violate(track);
        this.act(track.item, row.onViolation);
      };
      this.at(Math.max(track.target, this.now), 'milestone', violate, isNow);
    }
  }

  /** In this order; of an item that is done nothing. */
  private act(item: RItem, action: MilestoneAction | null): void {
    if (!action || item.final || item.status === 'gone') return;
    this.actedAt = this.now;
    item.raised += action.raiseBy;
    if (action.openTargets !== 'none') this.widen(item, action.openTargets);
    if (action.reassignTo < 0) return;
    // Once a millisecond: processes that send it to each other would do so for ever.
    if (this.isDistributed(item) && item.sentAt === this.now) return;
    item.sentTo = action.reassignTo;
    if (!this.isDistributed(item)) return;
    item.sentAt = this.now;
    this.withdraw(item);
    this.requeue(item, true);
  }
  private widen(item: RItem, which: 'next' | 'all'): void {
    const last = this.rules.routeOf(item).targets.length - 1;
    if (item.stage >= last || !this.isDistributed(item)) return;
    if (item.stage < 0) this.endAlone(item);
    else item.stage++;
    if (which === 'all') item.stage = last;
    this.openTargets(item);
    if (item.status !== 'waiting') return;
    item.stamp++;
    this.fresh.push(item);
  }
  private isDistributed(item: RItem): boolean {
    return !item.parked && (item.status === 'waiting' || item.status === 'ringing');
  }
  /** Deadlines come after everything else of their millisecond, offers included; what they do is offered once more. */
  protected settlesBefore(kind: Kind, at: number): boolean {
    return kind === 'milestone' && this.actedAt !== at;
  }

  private clockOf({row}: Track, wall: number): number {
    return this.rules.clockAt(row.clock, wall);
  }
  private wallOf({row}: Track, clock: number): number {
    return this.rules.wallOf(row.clock, clock);
  }
  private tellOf({item, row}: Track, what: string): void {
    this.tell(item, `m${this.spec.milestones?.indexOf(row)} ${what}`);
  }
}

/** On its clock, of its last occurrence. */
const lastOf = ({targets}: Track): number => targets.at(-1) ?? -Infinity;

const newTrack = (item: RItem, row: MilestoneRow): Track => ({
  item,
  row,
  state: 'idle',
  targets: [],
  hasWarned: false,
  start: 0,
  target: 0,
  stoppedAt: null,
  stamp: 0,
});
