/** Tells the observer what agents have become, once a millisecond has settled, and keeps their times where a rule asks. */
import {type Agents, TIMED} from '../floor/agents.ts';
import type {Floor} from '../floor/floor.ts';
import type {ProcessClocks} from '../floor/processClocks.ts';
import type {Model} from '../model/model.ts';
import {AGENT, type AgentState, type Observer} from './observer.ts';

export class Teller {
  readonly #agents: Agents;
  readonly #clocks: ProcessClocks;
  readonly #observer: Observer;
  readonly #told: Uint8Array;
  readonly #toldHeld: Int32Array;
  readonly #toldRest: Int32Array;
  readonly #reasons: Int32Array;
  /** Some selection asks for occupancy. */
  readonly #keepsTimes: boolean;

  /** `reasons`: of each rest of the duty. */
  constructor(model: Model, floor: Floor, observer: Observer, reasons: Int32Array) {
    const {agents} = floor;
    this.#agents = agents;
    this.#clocks = floor.clocks;
    this.#observer = observer;
    this.#told = new Uint8Array(agents.count);
    this.#toldHeld = new Int32Array(agents.count);
    this.#reasons = reasons;
    this.#toldRest = new Int32Array(agents.count).fill(-1);
    this.#keepsTimes = model.selection.rules.some((rule) => rule.includes('least-occupied'));
  }

  /** Tells if he is in another state, holds another number of items, or rests for another reason than was told last. */
  tell(agent: number): void {
    const held = this.#agents.held[agent];
    const state = this.stateOf(agent);
    const rest = state === AGENT.resting ? this.#reasons[this.#agents.restRow[agent]] : -1;
    if (state === this.#told[agent] && held === this.#toldHeld[agent] && rest === this.#toldRest[agent]) return;
    if (this.#keepsTimes) this.#time(agent, state);
    this.#told[agent] = state;
    this.#toldHeld[agent] = held;
    this.#toldRest[agent] = rest;
    this.#observer.agentBecame(agent, state, held);
  }

  stateOf(agent: number): AgentState {
    const agents = this.#agents;
    const held = agents.held[agent];
    if (held > 0) {
      if (held === agents.ringing[agent]) return AGENT.ringing;
      return agents.onDuty[agent] === 1 ? AGENT.busy : AGENT.overtime;
    }
    if (agents.onDuty[agent] === 0) return AGENT.off;
    if (agents.resting[agent] === 1) return AGENT.resting;
    return agents.notReadyUntilMs[agent] > this.#clocks.nowMs ? AGENT.notReady : AGENT.ready;
  }

  /** Brings his times up to `now`, and has him timed as `state` from here. */
  #time(agent: number, state: AgentState): void {
    const now = this.#clocks.nowMs;
    const agents = this.#agents;
    const elapsed = now - agents.timedMs[agent];
    if (agents.timedAs[agent] === TIMED.busy) agents.busyMs[agent] += elapsed;
    else if (agents.timedAs[agent] === TIMED.ready) agents.readyMs[agent] += elapsed;
    agents.timedMs[agent] = now;
    if (state === AGENT.busy || state === AGENT.overtime) agents.timedAs[agent] = TIMED.busy;
    else agents.timedAs[agent] = state === AGENT.ready ? TIMED.ready : TIMED.neither;
  }
}
