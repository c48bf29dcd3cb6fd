/**
 * Which agent for an item: the preferred one, else of the earliest open target (where those come first) the best by the
 * route's rule, an agent with nothing to interrupt before one who must be interrupted, the lowest id last.
 */
import type {Agents} from '../floor/agents.ts';
import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';
import {AgentComparison} from './agentComparison.ts';
import {type LoadRanking, rankLoads} from './loadRanking.ts';

export class AgentChoice {
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #agents: Agents;
  /** [rule * channelCount + channel]: order of loads, where that and the longest unchanged decide; null where more does. */
  readonly #rankings: readonly (LoadRanking | null)[];
  readonly #comparison: AgentComparison;
  readonly #prefers: boolean;

  /** `lots`: see Duty. */
  constructor(model: Model, floor: Floor, lots?: Int32Array) {
    this.#model = model;
    this.#floor = floor;
    this.#agents = floor.agents;
    this.#prefers = model.features.preferred;
    this.#rankings = model.selection.rules.flatMap((rule) =>
      Array.from({length: model.channelCount}, (_, channel) =>
        rankLoads(model.capacity, model.channelCount, rule, channel),
      ),
    );
    this.#comparison = new AgentComparison(model, floor, lots);
  }

  /** The agent for an item, or -1. */
  for(item: number): number {
    const {items} = this.#floor;
    const {routes, eligibility} = this.#model;
    const route = items.route[item];
    const stage = items.stage[item];
    const channel = routes.channel[route];
    if (this.#prefers) {
      const preferred = items.waitsFor[item];
      if (preferred >= 0 && this.mayTake(preferred, channel)) return preferred;
      if (stage < 0) return -1;
    }
    const at = route * eligibility.maxStages;
    if (stage === 0 || eligibility.prefersInner[route] === 0) {
      return this.#best(item, route, channel, eligibility.union, (at + stage) * eligibility.words);
    }
    for (let target = 0; target <= stage; target++) {
      const agent = this.#best(item, route, channel, eligibility.own, (at + target) * eligibility.words);
      if (agent >= 0) return agent;
    }
    return -1;
  }

  /** Whether an agent, reach aside, may be given an item of a channel now. */
  mayTake(agent: number, channel: number): boolean {
    const agents = this.#agents;
    if (!agents.isListed(agent)) return false;
    if (((this.#model.capacity.admits[agents.state[agent]] >>> channel) & 1) === 0) return false;
    const hold = this.#floor.hold;
    if (hold === null || !hold.any) return true;
    const profile = agents.profile[agent];
    return !hold.isHeld(agent, profile) || ((hold.exempt[profile] >>> channel) & 1) === 1;
  }

  /** The best of the agents whose profiles are in `reach` from word `at` on, or -1. */
  #best(item: number, route: number, channel: number, reach: Int32Array, at: number): number {
    const {selection, channelCount} = this.#model;
    const ranking = this.#rankings[selection.ruleOf[route] * channelCount + channel];
    const hold = this.#floor.hold;
    if (ranking === null || (hold?.anyPersonal ?? false)) return this.#comparison.best(item, reach, at);
    const {load, rank} = ranking;
    const agents = this.#agents;
    const {occupied, head, since, words} = agents;
    const holds = hold?.any ?? false;
    let best = -1;
    let bestSince = Infinity;
    for (let i = 0; i < load.length; i++) {
      if (best >= 0 && rank[i] !== rank[i - 1]) break;
      const state = load[i];
      for (let word = 0; word < words; word++) {
        let set = occupied[state * words + word] & reach[at + word];
        if (holds && hold !== null) set &= ~hold.held[word] | hold.exemptFrom[channel * words + word];
        while (set !== 0) {
          const low = set & -set;
          set ^= low;
          const agent = head[agents.bucket(state, (word << 5) + 31 - Math.clz32(low))];
          const unchanged = since[agent];
          if (unchanged < bestSince || (unchanged === bestSince && agent < best)) {
            best = agent;
            bestSince = unchanged;
          }
        }
      }
    }
    return best;
  }
}
