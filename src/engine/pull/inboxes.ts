/** Whose inbox an item is put into. */
import type {PulledLines} from '../../floor/pulledLines.ts';
import {willBeThere} from '../beingThere.ts';
import type {Run} from '../run.ts';

export class Inboxes {
  private readonly run: Run;
  private readonly lines: PulledLines;
  /** Per process: who was given something last, where inboxes are filled in turn. */
  private readonly lastOf: Int32Array;
  /** Per agent: off duty since then, Infinity where he is there. */
  private readonly offSinceMs: Float64Array;

  constructor(run: Run, lines: PulledLines) {
    this.run = run;
    this.lines = lines;
    this.lastOf = new Int32Array(run.model.processes.count).fill(-1);
    this.offSinceMs = new Float64Array(run.agents.count).fill(run.model.features.duty ? 0 : Infinity);
  }

  came(agent: number): void {
    this.offSinceMs[agent] = Infinity;
  }
  left(agent: number): void {
    this.offSinceMs[agent] = this.run.now;
  }

  /** When others get what waits in his inbox, as far as can be said now: Infinity not yet. */
  endsAtMs(agent: number, process: number): number {
    return this.offSinceMs[agent] + this.lines.pull.reassignAfterMs[process];
  }

  /**
   * The agent for an item: its preferred one, else by the rule of its process one of those whom its first target with
   * anybody in it reaches, on duty or coming back; -1 nobody. One who has been away for too long is none of them, unless
   * everybody has.
   */
  ownerFor(item: number): number {
    const owner = this.ownerAmong(item, false);
    return owner < 0 ? this.ownerAmong(item, true) : owner;
  }

  /** The same without those who have been away for too long. */
  otherFor(item: number): number {
    return this.ownerAmong(item, false);
  }

  private ownerAmong(item: number, longAway: boolean): number {
    const {items, model} = this.run;
    const route = items.route(item);
    const preferred = model.features.preferred ? items.waitsFor(item) : -1;
    if (preferred >= 0 && this.isFit(preferred, route, longAway)) return preferred;
    for (let stage = 0; stage < model.eligibility.stageCount[route]; stage++) {
      const owner = this.ownerOf(route, stage, longAway);
      if (owner >= 0) return owner;
    }
    return -1;
  }

  private ownerOf(route: number, stage: number, longAway: boolean): number {
    const {agents, model, floor} = this.run;
    const process = model.routes.process[route];
    const inTurn = this.lines.pull.inTurn[process] === 1;
    const last = this.lastOf[process];
    let best = -1;
    let least = Infinity;
    for (let k = 1; k <= agents.count; k++) {
      const agent = inTurn ? (last + k) % agents.count : k - 1;
      if (!this.lines.reaches(route, stage, agent) || !this.isFit(agent, route, longAway)) continue;
      const has = inTurn
        ? -Infinity
        : this.lines.inboxed[agent] + agents.held[agent] + (floor.workbins?.count[agent] ?? 0);
      if (has >= least) continue;
      best = agent;
      least = has;
      if (inTurn) break;
    }
    if (best >= 0) this.lastOf[process] = best;
    return best;
  }

  /** He will be there, and has room for such items with empty hands. */
  private isFit(agent: number, route: number, longAway: boolean): boolean {
    const {capacity, roster, routes} = this.run.model;
    if (!longAway && this.endsAtMs(agent, routes.process[route]) <= this.run.now) return false;
    const empty = capacity.admits[capacity.start[roster.capacityRule[agent]]];
    return ((empty >>> routes.channel[route]) & 1) === 1 && willBeThere(this.run, agent);
  }
}
