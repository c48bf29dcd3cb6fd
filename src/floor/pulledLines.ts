/**
 * What agents take themselves: a list for every inbox, or for every set of open targets of a process, in the order in
 * which agents take from it. An item stands in one of them, or is hidden while its priority is too low to be seen.
 */
import type {Model} from '../model/model.ts';
import {ORDER, PULLED, type Pull} from '../model/pull.ts';
import {ItemHeap} from './itemHeap.ts';
import {goesBefore, type Items} from './items.ts';
import {Lanes} from './lanes.ts';
import {Links} from './links.ts';
import type {Priorities} from './priorities.ts';
import type {ProcessClocks} from './processClocks.ts';
import {type Sections, VARIETIES} from './sections.ts';
import {bringsOf} from './waitingLines.ts';

const STANDS = {nowhere: 0, hidden: 1, inHeap: 2, inLane: 3} as const;

export class PulledLines {
  readonly pull: Pull;
  /** Standing in lists, hidden ones too; and per agent in his inbox. */
  waiting = 0;
  readonly inboxed: Int32Array;
  /** Whose inbox each item is in; read where `belongs` says that it is the item's own. */
  owner = new Int32Array(0);
  private ownerOf = new Float64Array(0);
  private stands = new Uint8Array(0);
  private heapOf = new Int32Array(0);
  private readonly model: Model;
  private readonly items: Items;
  private readonly profiles: Int32Array;
  private readonly sections: Sections;
  private readonly priorities: Priorities;
  private readonly links = new Links();
  private readonly heaps: ItemHeap[] = [];
  private readonly lanes: Lanes;
  /** By holder (an agent; agents + open targets) and route: its heap; by what items bring as well: its first lane. */
  private readonly heapAt = new Map<number, number>();
  private readonly chainAt = new Map<number, number>();
  /** By holder and route: all its lanes. */
  private readonly lanesAt = new Map<number, number[]>();

  /** `profiles`: that of each agent at the time. */
  constructor(
    model: Model,
    pull: Pull,
    sections: Sections,
    priorities: Priorities,
    items: Items,
    clocks: ProcessClocks,
    profiles: Int32Array,
  ) {
    this.model = model;
    this.pull = pull;
    this.profiles = profiles;
    this.items = items;
    this.sections = sections;
    this.priorities = priorities;
    this.lanes = new Lanes(sections, priorities, items, clocks);
    this.inboxed = new Int32Array(model.roster.agentCount);
  }

  has(item: number): boolean {
    return item < this.stands.length && this.stands[item] !== STANDS.nowhere;
  }

  /** Whether the item has an inbox it belongs into; rows are used again, so the inbox knows whose it was. */
  belongs(item: number): boolean {
    return item < this.owner.length && this.owner[item] >= 0 && this.ownerOf[item] === this.keyOf(item);
  }

  /** The item belongs into an agent's inbox from now on, -1 nobody's. */
  assign(item: number, agent: number): void {
    this.reserve();
    this.owner[item] = agent;
    this.ownerOf[item] = this.keyOf(item);
  }

  /** An item and its process, as one number. */
  private keyOf(item: number): number {
    const {processes, routes} = this.model;
    return this.items.serial(item) * processes.count + routes.process[this.items.route(item)];
  }

  /** Stands an item in its list. */
  add(item: number, isSeen: boolean): void {
    this.reserve();
    this.waiting++;
    const {items, pull, model} = this;
    const route = items.route(item);
    const process = model.routes.process[route];
    if (pull.by[process] === PULLED.byOwner) this.inboxed[this.owner[item]]++;
    if (!isSeen) {
      this.stands[item] = STANDS.hidden;
      return;
    }
    const holder = pull.by[process] === PULLED.byOwner ? this.owner[item] : this.holderOf(items.stage(item));
    const order = pull.order[process];
    if (order === ORDER.priority) {
      this.stands[item] = STANDS.inLane;
      this.lanes.add(item, this.chainOf(holder, route, bringsOf(items, item)));
      return;
    }
    this.stands[item] = STANDS.inHeap;
    const heap = this.heapFor(holder, route);
    this.heapOf[item] = heap;
    const since = items.enteredRoutingMs(item);
    const key = order === ORDER.easiest ? -items.handleMs(item) : order === ORDER.newest ? since : -since;
    this.heaps[heap].push(item, key);
  }

  remove(item: number): void {
    const stands = this.stands[item];
    this.waiting--;
    this.stands[item] = STANDS.nowhere;
    if (this.pull.by[this.model.routes.process[this.items.route(item)]] === PULLED.byOwner)
      this.inboxed[this.owner[item]]--;
    if (stands === STANDS.inLane) this.lanes.remove(item);
    else if (stands === STANDS.inHeap) this.heaps[this.heapOf[item]].remove(item);
  }

  /** What an agent takes first of a process, of channels he has room for; -1 nothing. */
  best(agent: number, process: number, admits: number): number {
    const {model, pull} = this;
    const {routes, eligibility} = model;
    const isOwner = pull.by[process] === PULLED.byOwner;
    this.lanes.turn();
    let best = -1;
    for (let route = 0; route < routes.count; route++) {
      if (routes.process[route] !== process || ((admits >>> routes.channel[route]) & 1) === 0) continue;
      if (isOwner) {
        best = this.better(process, best, this.firstOf(agent, route));
        continue;
      }
      for (let stage = 0; stage < eligibility.stageCount[route]; stage++)
        if (this.reaches(route, stage, agent))
          best = this.better(process, best, this.firstOf(this.holderOf(stage), route));
    }
    return best;
  }

  /** Whether an agent may take items of a route with so many targets open. */
  reaches(route: number, stage: number, agent: number): boolean {
    const {union, words, maxStages} = this.model.eligibility;
    const profile = this.profiles[agent];
    return ((union[(route * maxStages + stage) * words + (profile >>> 5)] >>> (profile & 31)) & 1) === 1;
  }

  /** The one an agent would rather take, by the order of the process. */
  private better(process: number, a: number, b: number): number {
    if (a < 0 || b < 0) return a < 0 ? b : a;
    const {items} = this;

    const order = this.pull.order[process];
    let [ofA, ofB] = [-items.enteredRoutingMs(a), -items.enteredRoutingMs(b)];
    if (order === ORDER.priority) [ofA, ofB] = [this.priorities.of(a), this.priorities.of(b)];
    else if (order === ORDER.easiest) [ofA, ofB] = [-items.handleMs(a), -items.handleMs(b)];
    else if (order === ORDER.newest) [ofA, ofB] = [-ofA, -ofB];
    return goesBefore(items, b, ofB, a, ofA) ? b : a;
  }

  private firstOf(holder: number, route: number): number {
    const at = holder * this.model.routes.count + route;
    const heap = this.heapAt.get(at);
    if (heap !== undefined) return this.heaps[heap].size > 0 ? this.heaps[heap].slots[0] : -1;
    let best = -1;
    let priority = -Infinity;
    for (const lane of this.lanesAt.get(at) ?? []) {
      if (this.lanes.size[lane] === 0) continue;
      const item = this.lanes.best(lane);
      const of = this.priorities.of(item);
      if (!goesBefore(this.items, item, of, best, priority)) continue;
      best = item;
      priority = of;
    }
    return best;
  }

  private holderOf(stage: number): number {
    return this.model.roster.agentCount + stage;
  }

  private heapFor(holder: number, route: number): number {
    const at = holder * this.model.routes.count + route;
    const known = this.heapAt.get(at);
    if (known !== undefined) return known;
    const heap = this.heaps.push(new ItemHeap(this.items, this.links, false)) - 1;
    this.heapAt.set(at, heap);
    return heap;
  }

  private chainOf(holder: number, route: number, brings: number): number {
    const at = holder * this.model.routes.count + route;
    const known = this.chainAt.get(at * VARIETIES + brings);
    if (known !== undefined) return known;
    const lanes = this.lanesAt.get(at) ?? [];
    this.lanesAt.set(at, lanes);
    const first = lanes.length;
    const process = this.model.routes.process[route];
    for (let section = this.sections.first[process * VARIETIES + brings]; section >= 0; ) {
      const lane = this.lanes.open(section);
      if (lanes.length > first) this.lanes.following[lanes[lanes.length - 1]] = lane;
      lanes.push(lane);
      section = this.sections.next[section];
    }
    this.chainAt.set(at * VARIETIES + brings, lanes[first]);
    return lanes[first];
  }

  private reserve(): void {
    const {rows} = this.items;
    if (this.stands.length >= rows) return;
    this.links.grow(rows);
    this.owner = wider(this.owner, new Int32Array(rows).fill(-1));
    this.heapOf = wider(this.heapOf, new Int32Array(rows));
    this.ownerOf = wider(this.ownerOf, new Float64Array(rows));
    this.stands = wider(this.stands, new Uint8Array(rows));
  }
}

function wider<Column extends Int32Array | Uint8Array | Float64Array>(column: Column, into: Column): Column {
  into.set(column);
  return into;
}
