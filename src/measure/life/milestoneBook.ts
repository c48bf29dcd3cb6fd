import type {MilestoneObserver} from '../../engine/observer.ts';
import {Items} from '../../floor/items.ts';
import {type MilestoneTracks, TRACK} from '../../floor/milestones.ts';
import {DayBins} from '../bins.ts';
import type {ItemLog, Occurrence} from '../itemLog.ts';
import type {Ledger} from '../ledger.ts';
import {MILESTONE_DAY, MILESTONE_DAY_STRIDE} from './fields.ts';

/** Columns per milestone, of occurrences of counted items: as many start as are met, violated or open at the end. */
export const MILESTONE = {
  /** Less those that were taken back. */
  started: 0,
  met: 1,
  violated: 2,
  /** Taken back: their items went to another process before the target. */
  withdrawn: 3,
  warned: 4,
  /** Of the violated: reached too late; never to be reached; still open at the end. */
  late: 5,
  missed: 6,
  overdue: 7,
  /** On its clock: time left of those met; of those open at the end; time beyond the target of those violated. */
  metLeftMs: 8,
  openLeftMs: 9,
  lateMs: 10,
} as const;
export const MILESTONE_STRIDE = 11;
type Dated = (typeof MILESTONE_DAY)[keyof typeof MILESTONE_DAY];

export interface MilestoneContext {
  readonly rows: number;
  readonly dayStartsMs: Float64Array;
  readonly untilMs: number;
  readonly ledger: Ledger;
  /** Where the columns of the first milestone begin in a cell. */
  readonly fieldsAt: number;
  readonly log: ItemLog | null;
  readonly pass: () => number;
  readonly isCounted: (item: number) => boolean;
  /** The bin of a target. */
  readonly binOf: (arrivedMs: number, targetMs: number) => number;
}

/** Milestones of one replication: what became of their occurrences, and when they were to be reached. */
export class MilestoneBook implements MilestoneObserver {
  /** [milestone * MILESTONE_STRIDE]. */
  readonly totals: Float64Array;
  /** [(milestone * days + day) * MILESTONE_DAY_STRIDE], days as DayBins counts them. */
  readonly byDay: Float64Array;
  private readonly context: MilestoneContext;
  private readonly days: DayBins;
  private items: Items = new Items();
  private tracks: MilestoneTracks | null = null;
  /** By track, of its last occurrence. */
  private readonly logged: (Occurrence | undefined)[] = [];

  constructor(context: MilestoneContext) {
    this.context = context;
    this.days = new DayBins(context.dayStartsMs, context.untilMs);
    this.totals = new Float64Array(context.rows * MILESTONE_STRIDE);
    this.byDay = new Float64Array(context.rows * this.days.count * MILESTONE_DAY_STRIDE);
  }

  watch(items: Items, tracks: MilestoneTracks | null): void {
    this.items = items;
    this.tracks = tracks;
  }

  started(track: number): void {
    this.context.pass();
    this.date(track, MILESTONE_DAY.started, 1);
    const {log} = this.context;
    const {tracks, items} = this;
    if (log === null || tracks === null) return;
    const occurrence = {
      item: items.serial(tracks.item[track]),
      milestone: tracks.row[track],
      number: tracks.occurrence[track],
      startMs: tracks.startMs[track],
      targetMs: tracks.targetMs[track],
      outcome: 'open' as const,
      leftMs: Number.NaN,
    };
    this.logged[track] = occurrence;
    log.occurrences.push(occurrence);
  }

  warned(track: number): void {
    const now = this.context.pass();
    this.add(track, MILESTONE.warned, 1);
    this.note(track, {warnedMs: now});
  }

  moves(track: number, toMs: number): void {
    this.context.pass();
    this.date(track, MILESTONE_DAY.started, -1);
    this.date(track, MILESTONE_DAY.started, 1, toMs);
    this.note(track, {targetMs: toMs});
  }

  violated(track: number): void {
    const now = this.context.pass();
    this.date(track, MILESTONE_DAY.violated, 1);
    this.note(track, {violatedMs: now, outcome: 'overdue'});
  }

  reached(track: number): void {
    const now = this.context.pass();
    const leftMs = this.leftOf(track);
    const late = this.isViolated(track);
    if (late) {
      this.add(track, MILESTONE.late, 1);
      this.add(track, MILESTONE.lateMs, Math.max(0, -leftMs));
    } else {
      this.date(track, MILESTONE_DAY.met, 1);
      this.add(track, MILESTONE.metLeftMs, Math.max(0, leftMs));
    }
    this.note(track, {endedMs: now, outcome: late ? 'late' : 'met', leftMs});
  }

  dropped(track: number): void {
    const now = this.context.pass();
    const leftMs = this.leftOf(track);
    const missed = this.isViolated(track);
    if (missed) {
      this.add(track, MILESTONE.missed, 1);
      this.add(track, MILESTONE.lateMs, Math.max(0, -leftMs));
    } else {
      this.date(track, MILESTONE_DAY.started, -1);
      this.add(track, MILESTONE.withdrawn, 1);
    }
    this.note(track, {endedMs: now, outcome: missed ? 'missed' : 'withdrawn', leftMs});
  }

  /** What is open now: throws where that is not what has started and is neither met nor violated. */
  closed(): void {
    const {tracks, totals} = this;
    if (tracks === null) return;
    const open = new Float64Array(this.context.rows);
    for (let track = 0; track < tracks.count; track++) {
      const state = tracks.state[track];
      if (state === TRACK.idle || tracks.item[track] < 0) continue;
      const leftMs = this.leftOf(track);
      this.note(track, {leftMs});
      if (!this.isCounted(track)) continue;
      if (state === TRACK.open) open[tracks.row[track]]++;
      if (state === TRACK.open) this.add(track, MILESTONE.openLeftMs, leftMs);
      else this.add(track, MILESTONE.lateMs, Math.max(0, -leftMs));
      if (state === TRACK.violated) this.add(track, MILESTONE.overdue, 1);
    }
    open.forEach((count, row) => {
      const at = row * MILESTONE_STRIDE;
      const [started, met, violated] = totals.subarray(at, at + 3);
      const told = totals[at + MILESTONE.late] + totals[at + MILESTONE.missed] + totals[at + MILESTONE.overdue];
      if (started !== met + violated + count || violated !== told)
        throw new Error(
          `milestone ${row} is broken: ${started} started, but ${met} met + ${violated} violated (${told} told) + ${count} open`,
        );
    });
  }

  /** Of the milestone, by the day and the interval of its target. */
  private date(track: number, field: Dated, by: number, targetMs = this.tracks?.targetMs[track] ?? Number.NaN): void {
    this.add(track, field, by);
    const {tracks, items, days, context} = this;
    if (tracks === null || !this.isCounted(track)) return;
    const item = tracks.item[track];
    const row = tracks.row[track];
    this.byDay[(row * days.count + days.binOf(targetMs)) * MILESTONE_DAY_STRIDE + field] += by;
    const {tallies} = context.ledger;
    const at = tallies.at(context.binOf(items.arrivedMs(item), targetMs), items.reportClass(item));
    tallies.cells[at + context.fieldsAt + row * MILESTONE_DAY_STRIDE + field] += by;
  }

  private add(track: number, field: number, by: number): void {
    const {tracks} = this;
    if (tracks !== null && this.isCounted(track)) this.totals[tracks.row[track] * MILESTONE_STRIDE + field] += by;
  }

  private note(track: number, what: Partial<Occurrence>): void {
    const occurrence = this.logged[track];
    if (occurrence !== undefined) Object.assign(occurrence, what);
  }

  private isCounted(track: number): boolean {
    return this.tracks !== null && this.context.isCounted(this.tracks.item[track]);
  }
  private isViolated(track: number): boolean {
    return this.tracks?.state[track] === TRACK.violated;
  }
  private leftOf(track: number): number {
    return this.tracks?.leftMs(track) ?? Number.NaN;
  }
}
