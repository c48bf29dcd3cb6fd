import {AGENT, type AgentState} from '../engine/observer.ts';
import type {Roster} from '../model/roster.ts';
import {Tallies} from './tallies.ts';

/** Columns per agent or group: one a state, then item-time in hand. */
export const HELD_MS = 7;
export const TIME_STRIDE = 8;

/** Which rest each agent is taking, -1 none; and the reason of each rest. */
export interface Resting {
  readonly restRow: Int32Array;
  readonly reason: Int32Array;
}

/** Why an agent rests; -1 where he does not. */
export const reasonOf = ({restRow, reason}: Resting, agent: number): number =>
  restRow[agent] < 0 ? -1 : reason[restRow[agent]];

/**
 * How long each agent was in each state. An event writes to the agent's own row of the current stretch of time only;
 * at the end of a stretch (a border of intervals or days, of the counted time) rows are folded into groups and totals.
 */
export class AgentTimes {
  private readonly roster: Roster;
  readonly state: Uint8Array;
  private readonly held: Float64Array;
  private readonly sinceMs: Float64Array;
  private readonly stretch: Float64Array;
  private readonly reasonCount: number;
  /** Why each agent rests; -1 where he does not. */
  private readonly reason: Int32Array;
  private readonly restStretch: Float64Array;
  /** Inside the counted time: `[agent * reasons + reason]`, ms rested. */
  readonly rests: Float64Array;
  /** Inside the counted time: `[agent * TIME_STRIDE + state]`. */
  readonly totals: Float64Array;
  /** By interval, and by day where asked, of all time: the class of the tallies is the group. */
  readonly byInterval: Tallies;
  readonly byDay: Tallies | null;

  constructor(roster: Roster, intervals: number, days: number, reasonCount: number) {
    this.roster = roster;
    this.state = new Uint8Array(roster.agentCount);
    this.held = new Float64Array(roster.agentCount);
    this.sinceMs = new Float64Array(roster.agentCount);
    this.stretch = new Float64Array(roster.agentCount * TIME_STRIDE);
    this.reasonCount = reasonCount;
    this.reason = new Int32Array(roster.agentCount).fill(-1);
    this.restStretch = new Float64Array(roster.agentCount * reasonCount);
    this.rests = new Float64Array(roster.agentCount * reasonCount);
    this.totals = new Float64Array(roster.agentCount * TIME_STRIDE);
    this.byInterval = new Tallies(TIME_STRIDE, intervals, roster.groupCount);
    this.byDay = days > 0 ? new Tallies(TIME_STRIDE, days, roster.groupCount) : null;
  }

  /** `reason` of a rest, else -1. */
  became(agent: number, state: AgentState, held: number, reason: number, nowMs: number): void {
    const row = agent * TIME_STRIDE;
    const elapsed = nowMs - this.sinceMs[agent];
    this.stretch[row + this.state[agent]] += elapsed;
    this.stretch[row + HELD_MS] += this.held[agent] * elapsed;
    if (this.reason[agent] >= 0) this.restStretch[agent * this.reasonCount + this.reason[agent]] += elapsed;
    this.reason[agent] = reason;
    this.sinceMs[agent] = nowMs;
    this.state[agent] = state;
    this.held[agent] = held;
  }

  /** Ends a stretch that lay inside one interval and one day, and wholly inside or outside the counted time. */
  fold(nowMs: number, interval: number, day: number, counted: boolean): void {
    const {stretch, roster} = this;
    for (let agent = 0; agent < roster.agentCount; agent++) {
      this.became(agent, this.state[agent] as AgentState, this.held[agent], this.reason[agent], nowMs);
      const row = agent * TIME_STRIDE;
      const group = roster.group[agent];
      const inInterval = this.byInterval.at(interval, group);
      const inDay = this.byDay === null ? 0 : this.byDay.at(day, group);
      for (let column = 0; column < TIME_STRIDE; column++) {
        const ms = stretch[row + column];
        if (ms === 0) continue;
        stretch[row + column] = 0;
        this.byInterval.cells[inInterval + column] += ms;
        if (this.byDay !== null) this.byDay.cells[inDay + column] += ms;
        if (counted) this.totals[row + column] += ms;
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
