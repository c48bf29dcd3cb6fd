/** Tells the observer what agents have become, once a millisecond has settled, and keeps their times where a rule asks. */
import {type Agents, TIMED} from '../floor/agents.ts';
import type {Floor} from '../floor/floor.ts';
import type {ProcessClocks} from '../floor/processClocks.ts';
import type {Model} from '../model/model.ts';
import {AGENT, type AgentState, type Observer, type WaitObserver} from './observer.ts';

const {off: OFF, ready: READY, busy: BUSY, overtime: OVERTIME, ringing: RINGING, resting: RESTING} = AGENT;

export class Teller {
  private readonly agents: Agents;
  private readonly clocks: ProcessClocks;
  private readonly observer: Observer;
  private readonly waits: WaitObserver | null;
  private readonly told: Uint8Array;
  private readonly toldHeld: Int32Array;
  private readonly toldRest: Int32Array;
  private readonly reasons: Int32Array;
  /** Some selection asks for occupancy. */
  private readonly keepsTimes: boolean;

  /** `reasons`: of each rest of the duty. */
  constructor(model: Model, floor: Floor, observer: Observer, reasons: Int32Array) {
    const {agents} = floor;
    this.agents = agents;
    this.clocks = floor.clocks;
    this.observer = observer;
    this.waits = observer.waiting ?? null;
    this.told = new Uint8Array(agents.count);
    this.toldHeld = new Int32Array(agents.count);
    this.reasons = reasons;
    this.toldRest = new Int32Array(agents.count).fill(-1);
    this.keepsTimes = model.selection.rules.some((rule) => rule.includes('least-occupied'));
  }

  /** Tells if he is in another state, holds another number of items, or rests for another reason than was told last. */
  tell(agent: number): void {
    if (this.waits !== null) this.waits.agent(agent);
    const held = this.agents.held[agent];
    const state = this.stateOf(agent);
    const rest = state === RESTING ? this.reasons[this.agents.restRow[agent]] : -1;
    if (state === this.told[agent] && held === this.toldHeld[agent] && rest === this.toldRest[agent]) return;
    if (this.keepsTimes) this.time(agent, state);
    this.told[agent] = state;
    this.toldHeld[agent] = held;
    this.toldRest[agent] = rest;
    this.observer.agentBecame(agent, state, held);
  }

  stateOf(agent: number): AgentState {
    const agents = this.agents;
    const held = agents.held[agent];
    if (held > 0) {
      if (held === agents.ringing[agent]) return RINGING;
      return agents.onDuty[agent] === 1 ? BUSY : OVERTIME;
    }
    if (agents.onDuty[agent] === 0) return OFF;
    if (agents.resting[agent] === 1) return RESTING;
    return agents.notReadyUntilMs[agent] > this.clocks.nowMs ? AGENT.notReady : READY;
  }

  /** Brings his times up to `now`, and has him timed as `state` from here. */
  private time(agent: number, state: AgentState): void {
    const now = this.clocks.nowMs;
    const agents = this.agents;
    const elapsed = now - agents.timedMs[agent];
    if (agents.timedAs[agent] === TIMED.busy) agents.busyMs[agent] += elapsed;
    else if (agents.timedAs[agent] === TIMED.ready) agents.readyMs[agent] += elapsed;
    agents.timedMs[agent] = now;
    if (state === BUSY || state === OVERTIME) agents.timedAs[agent] = TIMED.busy;
    else agents.timedAs[agent] = state === READY ? TIMED.ready : TIMED.neither;
  }
}
