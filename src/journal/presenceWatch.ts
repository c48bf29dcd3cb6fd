/** Who is there, told where it changes: found by comparing every agent with what was told of him last. */
import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';
import type {AgentEvent, Point} from './events.ts';

/** What of an agent is looked at. */
interface Known {
  onDuty: boolean;
  profile: number;
  /** Due for a rest; the row of the one he is on, -1 none. */
  resting: boolean;
  restRow: number;
  notReadyUntilMs: number;
  held: boolean;
}

/** What happened to an agent, his name apart. */
export type What = AgentEvent extends infer Event
  ? Event extends AgentEvent
    ? Omit<Event, 'agent' | 'inHand'>
    : never
  : never;

export class PresenceWatch {
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #reasons: Int32Array;
  readonly #point: (ms: number) => Point;
  readonly #tell: (agent: number, what: What) => void;
  readonly #known: Known[];

  /** `reasons`: of each row of rests. */
  constructor(
    model: Model,
    floor: Floor,
    reasons: Int32Array,
    point: (ms: number) => Point,
    tell: (agent: number, what: What) => void,
  ) {
    this.#model = model;
    this.#floor = floor;
    this.#reasons = reasons;
    this.#point = point;
    this.#tell = tell;
    this.#known = Array.from({length: model.roster.agentCount}, (_, agent) => ({
      onDuty: !model.features.duty,
      profile: floor.agents.profile[agent],
      resting: false,
      restRow: -1,
      notReadyUntilMs: -Infinity,
      held: false,
    }));
  }

  /** Tells what has changed since it was last called. */
  look(): void {
    for (let agent = 0; agent < this.#known.length; agent++) {
      this.#duty(agent);
      this.#rest(agent);
      this.#readiness(agent);
      this.#hold(agent);
    }
  }

  #duty(agent: number): void {
    const {agents} = this.#floor;
    const known = this.#known[agent];
    const onDuty = agents.onDuty[agent] === 1;
    const profile = agents.profile[agent];
    if (onDuty !== known.onDuty) this.#tell(agent, {event: onDuty ? 'comes' : 'leaves'});
    else if (onDuty && profile !== known.profile) this.#tell(agent, {event: 'otherSkills'});
    known.onDuty = onDuty;
    known.profile = profile;
  }

  #rest(agent: number): void {
    const {agents} = this.#floor;
    const known = this.#known[agent];
    const resting = agents.resting[agent] === 1;
    const row = agents.restRow[agent];
    if (row >= 0 && row !== known.restRow) {
      this.#tell(agent, {event: 'rests', reason: this.#model.names.reasons[this.#reasons[row]]});
    } else if (resting && !known.resting) this.#tell(agent, {event: 'restDue'});
    else if (!resting && known.resting && known.onDuty) this.#tell(agent, {event: 'returns'});
    known.resting = resting;
    known.restRow = row;
  }

  #readiness(agent: number): void {
    const known = this.#known[agent];
    const untilMs = this.#floor.agents.notReadyUntilMs[agent];
    const nowMs = this.#floor.clocks.nowMs;
    if (!known.onDuty) known.notReadyUntilMs = -Infinity;
    else if (untilMs > nowMs && untilMs !== known.notReadyUntilMs) {
      this.#tell(agent, {event: 'notReady', until: this.#point(untilMs)});
      known.notReadyUntilMs = untilMs;
    } else if (known.notReadyUntilMs > -Infinity && untilMs <= nowMs) {
      this.#tell(agent, {event: 'ready'});
      known.notReadyUntilMs = -Infinity;
    }
  }

  #hold(agent: number): void {
    const {agents, hold} = this.#floor;
    const known = this.#known[agent];
    const held = known.onDuty && (hold?.isHeld(agent, agents.profile[agent]) ?? false);
    if (held !== known.held && known.onDuty) this.#tell(agent, {event: held ? 'heldBack' : 'heldNoLonger'});
    known.held = held;
  }
}
