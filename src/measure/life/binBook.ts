import {BIN, type Bin} from '../../engine/observer.ts';
import type {Roster} from '../../model/roster.ts';
import {Tallies} from '../tallies.ts';

/** Per kind of bin (BIN): item-time in it; then those put into it, and how many lie in it at the end. */
export const BIN_FIELD = {
  workbinMs: BIN.workbin,
  inboxMs: BIN.inbox,
  parked: 2,
  assigned: 3,
  workbin: 4,
  inbox: 5,
} as const;
export const BIN_STRIDE = 6;
const KINDS = 2;

/** What a stay that has ended is booked to: by the item's arrival. */
export type BookStay = (item: number, lastedMs: number) => void;

/**
 * What each agent has of his own that is not in hand: parked in his workbin, put into his inbox. As AgentTimes: rows of
 * the current stretch of time, folded into totals of the counted time and, by bin of time, into groups.
 */
export class BinBook {
  private readonly roster: Roster;
  private readonly now: number[];
  private readonly sinceMs: Float64Array;
  private readonly stretch: Float64Array;
  private putMs = new Float64Array(0);
  private readonly book: BookStay;
  /** [agent * BIN_STRIDE + BIN_FIELD], inside the counted time. */
  readonly totals: Float64Array;
  /** By bin, of all time: the class of the tallies is the group; one field a kind of bin. */
  readonly byBin: Tallies;

  constructor(roster: Roster, bins: number, book: BookStay) {
    this.roster = roster;
    this.book = book;
    this.now = new Array<number>(roster.agentCount * KINDS).fill(0);
    this.sinceMs = new Float64Array(roster.agentCount * KINDS);
    this.stretch = new Float64Array(roster.agentCount * KINDS);
    this.totals = new Float64Array(roster.agentCount * BIN_STRIDE);
    this.byBin = new Tallies(KINDS, bins, roster.groupCount);
  }

  put(item: number, agent: number, bin: Bin, nowMs: number, counting: boolean): void {
    if (item >= this.putMs.length) {
      const wider = new Float64Array(Math.max(64, 2 * item));
      wider.set(this.putMs);
      this.putMs = wider;
    }
    this.putMs[item] = nowMs;
    this.change(agent, bin, 1, nowMs);
    if (counting) this.totals[agent * BIN_STRIDE + BIN_FIELD.parked + bin]++;
  }

  left(item: number, agent: number, bin: Bin, nowMs: number): void {
    this.change(agent, bin, -1, nowMs);
    if (bin === BIN.workbin) this.book(item, nowMs - this.putMs[item]);
  }

  private change(agent: number, bin: Bin, by: number, nowMs: number): void {
    const at = agent * KINDS + bin;
    this.stretch[at] += this.now[at] * (nowMs - this.sinceMs[at]);
    this.sinceMs[at] = nowMs;
    this.now[at] += by;
  }

  /** Ends a stretch that lay inside one bin, and wholly inside or outside the counted time. */
  fold(atMs: number, bin: number, counted: boolean): void {
    const {roster, byBin, totals, stretch, now} = this;
    for (let agent = 0; agent < roster.agentCount; agent++) {
      const inBin = byBin.at(bin, roster.group[agent]);
      for (let kind = 0; kind < KINDS; kind++) {
        const at = agent * KINDS + kind;
        const ms = stretch[at] + now[at] * (atMs - this.sinceMs[at]);
        this.sinceMs[at] = atMs;
        stretch[at] = 0;
        byBin.cells[inBin + kind] += ms;
        if (counted) totals[agent * BIN_STRIDE + kind] += ms;
        totals[agent * BIN_STRIDE + BIN_FIELD.workbin + kind] = now[at];
      }
    }
  }
}
