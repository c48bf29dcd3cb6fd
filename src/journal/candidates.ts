/**
 * What was chosen from: agents who could take an item now, and items an agent could take now, both in the order of
 * choice, found by asking everybody. Slow, and for that reason easy to believe.
 */
import {AgentComparison} from '../engine/agentComparison.ts';
import {innermostTarget} from '../engine/innermostTarget.ts';
import type {Floor} from '../floor/floor.ts';
import {ITEM, isEarlier, TIE} from '../floor/items.ts';
import type {Model} from '../model/model.ts';
import type {AgentCandidate, ItemCandidate} from './events.ts';
import type {Naming} from './naming.ts';
import {OBSTACLE, type Obstacles} from './obstacle.ts';

export class Candidates {
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #obstacles: Obstacles;
  readonly #naming: Naming;
  readonly #comparison: AgentComparison;

  /** `lots`: of the duty, that agents chosen at random draw with. */
  constructor(model: Model, floor: Floor, obstacles: Obstacles, naming: Naming, lots?: Int32Array) {
    this.#model = model;
    this.#floor = floor;
    this.#obstacles = obstacles;
    this.#naming = naming;
    this.#comparison = new AgentComparison(model, floor, lots);
  }

  /** Agents who could take an item now: its preferred agent, those of earlier targets where they come first, the rest. */
  agentsFor(item: number): number[] {
    const {eligibility} = this.#model;
    const inner = eligibility.prefersInner[this.#floor.items.route(item)] === 1;
    const rank = (agent: number): number => {
      if (this.#isPreferred(item, agent)) return -1;
      return inner ? this.target(item, agent) : 0;
    };
    return Array.from({length: this.#model.roster.agentCount}, (_, agent) => agent)
      .filter((agent) => this.#obstacles.between(item, agent) === OBSTACLE.none)
      .sort((a, b) => rank(a) - rank(b) || (this.#comparison.goesBefore(a, b, item) ? -1 : 1));
  }

  /** Items an agent could take now, `decided` among them, which may stand in no line. */
  itemsFor(agent: number, decided: number): number[] {
    const {items} = this.#floor;
    const found: {readonly item: number; readonly priority: number}[] = [];
    for (let item = 0; item < items.rows; item++) {
      if (item !== decided && items.status(item) !== ITEM.waiting) continue;
      if (this.#floor.pulled?.has(item)) continue;
      if (this.#obstacles.between(item, agent) !== OBSTACLE.none) continue;
      found.push({item, priority: this.#floor.priority(item)});
    }
    const {workbins} = this.#floor;
    const ahead = (item: number): number => (workbins?.has(item) ? workbins.ahead[item] : 0);
    found.sort((a, b) => {
      const parked = ahead(b.item) - ahead(a.item);
      if (parked !== 0) return parked;
      const lead = b.priority - a.priority;
      if (Math.abs(lead) > TIE) return lead;
      return isEarlier(items, a.item, b.item) ? -1 : 1;
    });
    return found.map(({item}) => item);
  }

  /** The target through which he is reached; -1 as the preferred agent only. */
  target(item: number, agent: number): number {
    const {items, agents} = this.#floor;
    return innermostTarget(this.#model.eligibility, items.route(item), items.stage(item), agents.profile[agent]);
  }

  tellAgent(item: number, agent: number): AgentCandidate {
    const {items, agents} = this.#floor;
    const {capacity, channelCount, routes} = this.#model;
    const channel = routes.channel[items.route(item)];
    return {
      agent: this.#naming.agent(agent),
      target: this.#naming.target(item, this.target(item, agent)),
      ...(capacity.interrupts[agents.state[agent] * channelCount + channel] === 1 && {interrupts: true}),
      ...this.#compared(item, agent),
    };
  }

  tellItem(item: number): ItemCandidate {
    const inRoutingMs = this.#floor.clocks.nowMs - this.#floor.items.enteredRoutingMs(item);
    return {item: this.#naming.item(item), priority: this.#naming.priority(item), inRoutingMs};
  }

  /** What the rule of the item's route compares, and nothing else. */
  #compared(item: number, agent: number): Partial<AgentCandidate> {
    const {agents, items, clocks} = this.#floor;
    const {capacity, selection} = this.#model;
    const of = {
      'longest-idle': () => ({idleMs: clocks.nowMs - agents.since[agent]}),
      'least-active': () => ({active: capacity.active[agents.state[agent]]}),
      'most-available': () => ({free: capacity.free[agents.state[agent]]}),
      'least-occupied': () => ({occupancy: Number(this.#comparison.occupancy(agent).toFixed(6))}),
      'best-skilled': () => (this.target(item, agent) < 0 ? {} : {level: this.#comparison.level(agent, item)}),
      random: () => ({lot: this.#comparison.lot(agent, item)}),
    };
    const rule = selection.rules[selection.ruleOf[items.route(item)]];
    return Object.assign({}, ...rule.map((criterion) => of[criterion]()));
  }

  #isPreferred(item: number, agent: number): boolean {
    return this.#model.features.preferred && this.#floor.items.waitsFor(item) === agent;
  }
}
