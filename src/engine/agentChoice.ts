/**
 * Which agent for an item: the preferred one, else of the earliest open target (where those come first) the best by the
 * route's rule, an agent with nothing to interrupt before one who must be interrupted, the lowest id last.
 */
import type {AgentOrder} from '../floor/agentOrder.ts';
import type {Agents} from '../floor/agents.ts';
import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';
import {AgentComparison} from './agentComparison.ts';
import {type LoadRanking, rankLoads} from './loadRanking.ts';

const UNDECIDED = -2;
/** Agents passed at most before the buckets are looked into instead. */
const PATIENT_STEPS = 512;

export class AgentChoice {
  private readonly model: Model;
  private readonly floor: Floor;
  private readonly agents: Agents;
  /** Per route: order of loads, where that and the longest unchanged decide; null where more does. */
  private readonly rankings: readonly (LoadRanking | null)[];
  private readonly comparison: AgentComparison;
  private readonly prefers: boolean;

  /** `lots`: see Duty. */
  constructor(model: Model, floor: Floor, lots?: Int32Array) {
    this.model = model;
    this.floor = floor;
    this.agents = floor.agents;
    this.prefers = model.features.preferred;
    const rankings = model.selection.rules.map((rule) =>
      Array.from({length: model.channelCount}, (_, channel) =>
        rankLoads(model.capacity, model.channelCount, rule, channel),
      ),
    );
    const {channel, count} = model.routes;
    this.rankings = Array.from({length: count}, (_, r) => rankings[model.selection.ruleOf[r]][channel[r]]);
    this.comparison = new AgentComparison(model, floor, lots);
  }

  /** The agent for an item, or -1. */
  for(item: number): number {
    const {items} = this.floor;
    const {routes, eligibility} = this.model;
    const route = items.route(item);
    const stage = items.stage(item);
    const channel = routes.channel[route];
    if (this.prefers) {
      const preferred = items.waitsFor(item);
      if (preferred >= 0 && this.mayTake(preferred, channel)) return preferred;
      if (stage < 0) return -1;
    }
    const at = route * eligibility.maxStages;
    if (stage === 0 || eligibility.prefersInner[route] === 0) {
      return this.best(item, route, channel, eligibility.union, (at + stage) * eligibility.words);
    }
    for (let target = 0; target <= stage; target++) {
      const agent = this.best(item, route, channel, eligibility.own, (at + target) * eligibility.words);
      if (agent >= 0) return agent;
    }
    return -1;
  }

  /** Whether an agent, reach aside, may be given an item of a channel now. */
  mayTake(agent: number, channel: number): boolean {
    const agents = this.agents;
    if (!agents.isListed(agent)) return false;
    if (((this.model.capacity.admits[agents.state[agent]] >>> channel) & 1) === 0) return false;
    const hold = this.floor.hold;
    if (hold === null || !hold.any) return true;
    const profile = agents.profile[agent];
    return !hold.isHeld(agent, profile) || ((hold.exempt[profile] >>> channel) & 1) === 1;
  }

  /** The best of the agents whose profiles are in `reach` from word `at` on, or -1. */
  private best(item: number, route: number, channel: number, reach: Int32Array, at: number): number {
    const ranking = this.rankings[route];
    const hold = this.floor.hold;
    if (ranking === null || hold?.anyPersonal) return this.comparison.best(item, reach, at);
    const agents = this.agents;
    if (agents.order !== null) {
      const met = this.walk(agents.order, ranking, channel, reach, at);
      if (met !== UNDECIDED) return met;
    }
    const {load, rank} = ranking;
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

  /** As `best`, along the order of all agents; UNDECIDED where nobody in reach is met in the first steps. */
  private walk(order: AgentOrder, ranking: LoadRanking, channel: number, reach: Int32Array, at: number): number {
    const {load, rank} = ranking;
    const {first, next} = order;
    const {since, profile, words} = this.agents;
    const hold = this.floor.hold;
    let steps = Math.min(PATIENT_STEPS, this.model.eligibility.profileCount);
    let best = -1;
    let bestSince = Infinity;
    for (let i = 0; i < load.length; i++) {
      if (best >= 0 && rank[i] !== rank[i - 1]) break;
      for (let agent = first[load[i]]; agent >= 0 && since[agent] <= bestSince; agent = next[agent]) {
        if (steps-- === 0) return UNDECIDED;
        const of = profile[agent];
        const word = of >>> 5;
        let set = reach[at + word];
        if (hold?.any) set &= ~hold.held[word] | hold.exemptFrom[channel * words + word];
        if (((set >>> (of & 31)) & 1) === 0) continue;
        if (since[agent] < bestSince || agent < best) {
          best = agent;
          bestSince = since[agent];
        }
        break;
      }
    }
    return best;
  }
}
