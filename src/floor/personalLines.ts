/**
 * Items that wait for a preferred agent, alone or besides others: a lane for every (agent, route, section), opened when
 * first needed. An item stands here as well as in the shared lines, once those are open to it.
 */
import type {Model} from '../model/model.ts';
import type {Items} from './items.ts';
import {Lanes} from './lanes.ts';
import type {Priorities} from './priorities.ts';
import type {ProcessClocks} from './processClocks.ts';
import {type Sections, VARIETIES} from './sections.ts';
import {bringsOf} from './waitingLines.ts';
import type {Workbins} from './workbins.ts';

export class PersonalLines {
  readonly lanes: Lanes;
  /** Waiting per agent, and in all. */
  readonly waitingFor: Int32Array;
  waiting = 0;
  /** Per agent: his lanes. */
  readonly of: readonly number[][];
  /** Per lane: whose it is, what it holds. */
  readonly agent: number[] = [];
  readonly channel: number[] = [];
  /** Per lane: 1 where what it holds goes ahead of all that is new. */
  readonly ahead: number[] = [];
  readonly #chain = new Map<number, number>();
  readonly #items: Items;
  readonly #sections: Sections;
  readonly #model: Model;
  readonly #workbins: Workbins | null;

  constructor(
    model: Model,
    sections: Sections,
    curve: Priorities,
    items: Items,
    clocks: ProcessClocks,
    workbins: Workbins | null,
  ) {
    this.#model = model;
    this.#workbins = workbins;
    this.#items = items;
    this.#sections = sections;
    this.lanes = new Lanes(sections, curve, items, clocks);
    this.waitingFor = new Int32Array(model.roster.agentCount);
    this.of = Array.from({length: model.roster.agentCount}, () => []);
  }

  /** Stands the item in the lines of the agent it waits for. */
  add(item: number): void {
    const agent = this.#items.waitsFor(item);
    const ahead = this.#workbins?.has(item) ? this.#workbins.ahead[item] : 0;
    this.lanes.add(item, this.#chainOf(agent, this.#items.route(item), bringsOf(this.#items, item), ahead));
    this.waitingFor[agent]++;
    this.waiting++;
  }

  remove(item: number): void {
    this.waitingFor[this.agent[this.lanes.links.lane[item]]]--;
    this.waiting--;
    this.lanes.remove(item);
  }

  has(item: number): boolean {
    return item < this.lanes.links.rows && this.lanes.links.lane[item] >= 0;
  }

  #chainOf(agent: number, route: number, brings: number, ahead: number): number {
    const key = ((agent * this.#model.routes.count + route) * VARIETIES + brings) * 2 + ahead;
    const known = this.#chain.get(key);
    if (known !== undefined) return known;
    const process = this.#model.routes.process[route];
    const channel = this.#model.routes.channel[route];
    const heldFor = this.#model.capacity.heldFor[this.#model.roster.capacityRule[agent]];
    let first = -1;
    let previous = -1;
    for (let section = this.#sections.first[process * VARIETIES + brings]; section >= 0; ) {
      const lane = this.lanes.open(section);
      this.agent.push(agent);
      this.channel.push(channel);
      this.ahead.push(ahead);
      this.of[agent].push(lane);
      this.lanes.watched[lane] = (heldFor >>> channel) & 1;
      if (previous < 0) first = lane;
      else this.lanes.following[previous] = lane;
      previous = lane;
      section = this.#sections.next[section];
    }
    this.#chain.set(key, first);
    return first;
  }
}
