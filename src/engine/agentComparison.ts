/**
 * Choosing by rules that loads and the longest unchanged alone do not decide: every criterion in turn over the agents
 * one by one, or over the longest unchanged of each bucket where nothing but that tells the agents of a bucket apart.
 */
import {TIMED} from '../floor/agents.ts';
import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';
import type {AgentCriterion} from '../model/selection.ts';
import {type Criterion, criterionOf} from '../routing/selection/index.ts';
import {innermostTarget} from './innermostTarget.ts';
import {loadState} from './loadRanking.ts';

export class AgentComparison {
  private readonly model: Model;
  private readonly floor: Floor;
  private readonly rules: readonly (readonly Criterion[])[];
  /** Per rule: 1 where agents of one bucket differ by when they changed last only. */
  private readonly headsSuffice: readonly boolean[];
  /** Per criterion key that looks at loads: rank of every load. */
  private readonly rankOfLoad = new Map<AgentCriterion, Float64Array>();

  private readonly lots: Int32Array;

  constructor(model: Model, floor: Floor, lots?: Int32Array) {
    this.model = model;
    this.lots = lots ?? Int32Array.from({length: model.roster.agentCount}, (_, agent) => agent);
    this.floor = floor;
    this.rules = model.selection.rules.map((rule) => rule.map(criterionOf));
    this.headsSuffice = model.selection.rules.map(
      (rule) => rule.includes('longest-idle') && !rule.includes('least-occupied') && !rule.includes('random'),
    );
    for (const criterion of this.rules.flat()) {
      const ranks = Float64Array.from({length: model.capacity.stateCount}, (_, load) =>
        criterion.rankOfLoad(loadState(model.capacity, load)),
      );
      this.rankOfLoad.set(criterion.key, ranks);
    }
  }

  /** The best able agent whose profile is in `reach` from word `at` on, or -1. */
  best(item: number, reach: Int32Array, at: number): number {
    const {agents, items, hold} = this.floor;
    const {capacity, routes, selection} = this.model;
    const route = items.route(item);
    const channel = routes.channel[route];
    const headsSuffice = this.headsSuffice[selection.ruleOf[route]];
    let best = -1;
    for (let load = 0; load < capacity.stateCount; load++) {
      if (((capacity.admits[load] >>> channel) & 1) === 0) continue;
      for (let word = 0; word < agents.words; word++) {
        let set = agents.occupied[load * agents.words + word] & reach[at + word];
        if (hold?.any) set &= ~hold.held[word] | hold.exemptFrom[channel * agents.words + word];
        while (set !== 0) {
          const low = set & -set;
          set ^= low;
          const profile = (word << 5) + 31 - Math.clz32(low);
          for (let agent = agents.head[agents.bucket(load, profile)]; agent >= 0; agent = agents.next[agent]) {
            if (hold?.isHeld(agent, profile) && ((hold.exempt[profile] >>> channel) & 1) === 0) continue;
            if (best < 0 || this.goesBefore(agent, best, item)) best = agent;
            if (headsSuffice) break;
          }
        }
      }
    }
    return best;
  }

  /** Whether `a` is chosen before `b`. */
  goesBefore(a: number, b: number, item: number): boolean {
    const {agents, items} = this.floor;
    const {capacity, channelCount, routes, selection} = this.model;
    const route = items.route(item);
    const channel = routes.channel[route];
    const interrupts =
      capacity.interrupts[agents.state[a] * channelCount + channel] -
      capacity.interrupts[agents.state[b] * channelCount + channel];
    if (interrupts !== 0) return interrupts < 0;
    for (const criterion of this.rules[selection.ruleOf[route]]) {
      const difference = this.rank(criterion, a, item) - this.rank(criterion, b, item);
      if (difference !== 0) return difference < 0;
    }
    return a < b;
  }

  /** Lower goes first. */
  private rank(criterion: Criterion, agent: number, item: number): number {
    const {agents} = this.floor;
    if (criterion.looksAt === 'load') return this.rankOfLoad.get(criterion.key)?.[agents.state[agent]] ?? 0;
    if (criterion.looksAt === 'profile') return criterion.rankOfLevel(this.level(agent, item));
    if (criterion.key === 'longest-idle') return agents.since[agent];
    if (criterion.key === 'least-occupied') return this.occupancy(agent);
    return this.lot(agent, item);
  }

  /** Level that counts at the target through which the agent is reached. */
  level(agent: number, item: number): number {
    const {eligibility, selection} = this.model;
    const {items, agents} = this.floor;
    const route = items.route(item);
    const profile = agents.profile[agent];
    const target = innermostTarget(eligibility, route, items.stage(item), profile);
    return selection.skillLevel[(route * eligibility.maxStages + target) * eligibility.profileCount + profile];
  }

  /** Share of his time since he came that he was busy; 0 at first. */
  occupancy(agent: number): number {
    const {agents, clocks} = this.floor;
    const since = clocks.nowMs - agents.timedMs[agent];
    const as = agents.timedAs[agent];
    const busy = agents.busyMs[agent] + (as === TIMED.busy ? since : 0);
    const ready = agents.readyMs[agent] + (as === TIMED.ready ? since : 0);
    return busy === 0 ? 0 : busy / (busy + ready);
  }

  /** A lot drawn for this agent in this offer of this item: by hashing, so that nobody's stream moves on. */
  lot(agent: number, item: number): number {
    const {items} = this.floor;
    let hash = mix(0x9e3779b9, items.source(item));
    hash = mix(hash, items.number(item));
    hash = mix(hash, items.arrivedMs(item));
    hash = mix(hash, items.redial(item));
    hash = mix(hash, items.offeredCount(item));
    hash = mix(hash, this.lots[agent]);
    return hash >>> 0;
  }
}

/** One round of MurmurHash3 (Austin Appleby, public domain) and its finalizer over both halves of a whole number. */
function mix(hash: number, whole: number): number {
  const low = whole | 0;
  const high = Math.floor(whole / 4294967296) | 0;
  let x = hash ^ Math.imul(low, 0xcc9e2d51) ^ Math.imul(high, 0x1b873593);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
