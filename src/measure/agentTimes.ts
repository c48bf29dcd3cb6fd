import {AGENT, type AgentState} from '../engine/observer.ts';
import type {Roster} from '../model/roster.ts';
import {Tallies} from './tallies.ts';

/** Columns per agent or group: one a state, then item-time in hand. */
export const HELD_MS = 7;
export const TIME_STRIDE = 8;

/** Columns of an agent's row: those, then since when he is as he is, and how many items he holds. */
const [IN_HAND_MS, SINCE_MS, HELD, ROW] = [HELD_MS, TIME_STRIDE, TIME_STRIDE + 1, TIME_STRIDE + 2];

/** Which rest each agent is taking, -1 none; and the reason of each rest. */
export interface Resting {
  readonly restRow: Int32Array;
  readonly reason: Int32Array;
}

/**
 * How long each agent was in each state. An event writes to the agent's own row of the current stretch of time only;
 * at the end of a stretch (a border of bins or of the counted time) rows are folded into groups and totals.
 */
export class AgentTimes {
  private readonly roster: Roster;
  readonly state: Uint8Array;
  private readonly stretch: Float64Array;
  private readonly reasonCount: number;
  /** Why each agent rests; -1 where he does not. Empty where nobody ever does. */
  private readonly reason: Int32Array;
  private readonly restStretch: Float64Array;
  private present: {readonly nowMs: number} = {nowMs: -0};
  private resting: Resting | null = null;
  /** Inside the counted time: `[agent * reasons + reason]`, ms rested. */
  readonly rests: Float64Array;
  /** Inside the counted time: `[agent * TIME_STRIDE + state]`. */
  readonly totals: Float64Array;
  /** By bin, of all time: the class of the tallies is the group. */
  readonly byBin: Tallies;

  constructor(roster: Roster, bins: number, reasonCount: number) {
    this.roster = roster;
    this.state = new Uint8Array(roster.agentCount);
    this.stretch = new Float64Array(roster.agentCount * ROW);
    this.reasonCount = reasonCount;
    this.reason = new Int32Array(reasonCount === 0 ? 0 : roster.agentCount).fill(-1);
    this.restStretch = new Float64Array(roster.agentCount * reasonCount);
    this.rests = new Float64Array(roster.agentCount * reasonCount);
    this.totals = new Float64Array(roster.agentCount * TIME_STRIDE);
    this.byBin = new Tallies(TIME_STRIDE, bins, roster.groupCount);
  }

  /** Before the run begins. */
  watch(clocks: {readonly nowMs: number}, resting: Resting | null): void {
    this.present = clocks;
    this.resting = resting;
  }

  became(agent: number, state: AgentState, held: number): void {
    const {stretch} = this;
    const now = this.present.nowMs;
    const row = agent * ROW;
    const elapsed = now - stretch[row + SINCE_MS];
    stretch[row + this.state[agent]] += elapsed;
    stretch[row + IN_HAND_MS] += stretch[row + HELD] * elapsed;
    if (this.reasonCount > 0) this.rest(agent, state, now);
    stretch[row + SINCE_MS] = now;
    stretch[row + HELD] = held;
    this.state[agent] = state;
  }

  /** Before `sinceMs` moves on. */
  private rest(agent: number, state: AgentState, now: number): void {
    this.bookRest(agent, now);
    const restRow = state === AGENT.resting && this.resting !== null ? this.resting.restRow[agent] : -1;
    this.reason[agent] = restRow < 0 || this.resting === null ? -1 : this.resting.reason[restRow];
  }
  private bookRest(agent: number, to: number): void {
    const reason = this.reason[agent];
    if (reason >= 0) this.restStretch[agent * this.reasonCount + reason] += to - this.stretch[agent * ROW + SINCE_MS];
  }

  /** Ends a stretch that lay inside one bin, and wholly inside or outside the counted time. */
  fold(atMs: number, bin: number, counted: boolean): void {
    const {stretch, roster, byBin, totals} = this;
    for (let agent = 0; agent < roster.agentCount; agent++) {
      const row = agent * ROW;
      const elapsed = atMs - stretch[row + SINCE_MS];
      stretch[row + this.state[agent]] += elapsed;
      stretch[row + IN_HAND_MS] += stretch[row + HELD] * elapsed;
      if (this.reasonCount > 0) this.bookRest(agent, atMs);
      stretch[row + SINCE_MS] = atMs;
      const inBin = byBin.at(bin, roster.group[agent]);
      for (let column = 0; column < TIME_STRIDE; column++) {
        const ms = stretch[row + column];
        if (ms === 0) continue;
        stretch[row + column] = 0;
        byBin.cells[inBin + column] += ms;
        if (counted) totals[agent * TIME_STRIDE + column] += ms;
      }
    }
    if (counted) for (let row = 0; row < this.rests.length; row++) this.rests[row] += this.restStretch[row];
    this.restStretch.fill(0);
  }

  count(state: AgentState): number {
    let count = 0;
    for (let agent = 0; agent < this.state.length; agent++) if (this.state[agent] === state) count++;
    return count;
  }
  get busy(): number {
    return this.count(AGENT.busy) + this.count(AGENT.overtime);
  }
}
