/**
 * Could this agent take this item now, and if not, what is the first thing that stands in the way? The one place that
 * answers it for one waiting item and one agent, from the state of the floor alone and without the engine's lines and
 * buckets.
 */
import {innermostTarget} from '../engine/innermostTarget.ts';
import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';

/**
 * What stands in the way, in the order in which it is looked for: what training would change, what staffing would, what
 * waiting will, what the capacity rule forbids.
 */
export const OBSTACLE = {
  none: 0,
  /** In no target of the item, now or later, and not its preferred agent. */
  notSkilled: 1,
  /** His capacity rule never gives him the item's channel. */
  notHisChannel: 2,
  offDuty: 3,
  /** The preferred agent stands alone for a while. */
  keptForPreferred: 4,
  /** He is in a target that opens later. */
  notYetOpen: 5,
  /** On a break or another rest, or due for one. */
  resting: 6,
  /** After a missed offer. */
  notReady: 7,
  /** An offer rings, and while it does he is given nothing else. */
  ringing: 8,
  /** No unit, or no place for the item's channel, is free. */
  full: 9,
  /** There is room, but not beside what he has in hand. */
  combination: 10,
  /** He starts nothing else while an item of another channel waits. */
  heldBack: 11,
} as const;
export type ObstacleName = keyof typeof OBSTACLE;
export type Obstacle = (typeof OBSTACLE)[ObstacleName];

export const OBSTACLE_NAMES = Object.keys(OBSTACLE) as readonly ObstacleName[];

export class Obstacles {
  readonly #model: Model;
  readonly #floor: Floor;

  constructor(model: Model, floor: Floor) {
    this.#model = model;
    this.#floor = floor;
  }

  /** The first obstacle between an item that waits, or is about to be given to somebody, and an agent; none: 0. */
  between(item: number, agent: number): Obstacle {
    const {items, agents} = this.#floor;
    const {capacity, eligibility, features, roster, routes} = this.#model;
    const route = items.route(item);
    const channel = routes.channel[route];
    const profile = agents.profile[agent];
    const isPreferred = features.preferred && items.waitsFor(item) === agent;
    const target = isPreferred ? 0 : innermostTarget(eligibility, route, eligibility.stageCount[route] - 1, profile);
    if (target < 0) return OBSTACLE.notSkilled;
    if (!this.#admits(capacity.start[roster.capacityRule[agent]], channel)) return OBSTACLE.notHisChannel;
    if (agents.onDuty[agent] === 0) return OBSTACLE.offDuty;
    if (!isPreferred && items.stage(item) < 0) return OBSTACLE.keptForPreferred;
    if (!isPreferred && target > items.stage(item)) return OBSTACLE.notYetOpen;
    return this.ofAgent(agent, channel);
  }

  /** As `between`, of what is the agent's own: his presence, and what he has in hand. */
  ofAgent(agent: number, channel: number): Obstacle {
    const {agents, clocks, hold} = this.#floor;
    const {roster} = this.#model;
    const profile = agents.profile[agent];
    if (agents.onDuty[agent] === 0) return OBSTACLE.offDuty;
    if (agents.resting[agent] === 1) return OBSTACLE.resting;
    if (agents.notReadyUntilMs[agent] > clocks.nowMs) return OBSTACLE.notReady;
    if (agents.ringing[agent] > 0 && !roster.offers[roster.group[agent]].takesOthers) return OBSTACLE.ringing;
    if (!this.#admits(agents.state[agent], channel)) return this.#noRoom(agent, channel);
    if (hold?.isHeld(agent, profile) && ((hold.exempt[profile] >>> channel) & 1) === 0) return OBSTACLE.heldBack;
    return OBSTACLE.none;
  }

  #admits(load: number, channel: number): boolean {
    return ((this.#model.capacity.admits[load] >>> channel) & 1) === 1;
  }

  /** Full of the channel itself or without a free unit, or kept from it by what else he has in hand. */
  #noRoom(agent: number, channel: number): Obstacle {
    const {capacity, channelCount, roster} = this.#model;
    const load = this.#floor.agents.state[agent];
    if (capacity.free[load] <= 0) return OBSTACLE.full;
    let alone = capacity.start[roster.capacityRule[agent]];
    for (let n = capacity.counts[load * channelCount + channel]; n > 0 && alone >= 0; n--)
      alone = capacity.plus[alone * channelCount + channel];
    return alone >= 0 && this.#admits(alone, channel) ? OBSTACLE.combination : OBSTACLE.full;
  }
}
