/**
 * What the handlers of a run share: the model, the floor, the event list, and what the present millisecond has
 * disturbed. Between milliseconds no waiting item has an able agent, so only the disturbed need be asked again.
 */
import type {Agents} from '../floor/agents.ts';
import {Floor} from '../floor/floor.ts';
import type {Items} from '../floor/items.ts';
import type {ProcessClocks} from '../floor/processClocks.ts';
import type {ArrivalBlock, Feed} from '../model/arrivals.ts';
import type {Life} from '../model/life.ts';
import type {Model} from '../model/model.ts';
import type {LookDraws} from '../model/pull.ts';
import type {Duty, OfferDraws} from '../model/roster.ts';
import {AgentChoice} from './agentChoice.ts';
import {goesDirectly, opensOneByOne} from './direct.ts';
import {DutyCursors} from './dutyCursors.ts';
import {EventList} from './eventList.ts';
import {SourceCommands} from './life/commands.ts';
import {outcomeOf} from './life/index.ts';
import {MilestoneWatch} from './life/milestones.ts';
import {OpeningPlace} from './life/openings.ts';
import type {Outcome} from './life/outcome.ts';
import {WorkOrders} from './life/workOrders.ts';
import type {Observer, WaitObserver} from './observer.ts';
import {Pulls} from './pull/pulls.ts';
import {Teller} from './teller.ts';

export class Run {
  readonly model: Model;
  readonly duty: Duty;
  readonly feeds: readonly Feed[];
  readonly blocks: readonly ArrivalBlock[];
  /** Per source: row of its block that comes next. */
  readonly nextRow: Int32Array;
  readonly dutyCursors: DutyCursors;
  readonly offers: OfferDraws | null;
  readonly observer: Observer;
  readonly floor: Floor;
  /** Parts of the floor that every handler touches. */
  readonly items: Items;
  readonly agents: Agents;
  readonly clocks: ProcessClocks;
  readonly events = new EventList();
  readonly choice: AgentChoice;
  readonly teller: Teller;
  /** Who keeps account of what items wait for; null where nobody does. */
  readonly waits: WaitObserver | null;
  /** Work is paused or slowed somewhere: its pace is kept track of. */
  readonly paces: boolean;
  /** The observer wants to see decisions before they are carried out. */
  readonly journals: boolean;
  /** What becomes of items after handling, by row of model.life; null where they are complete. */
  readonly life: readonly Outcome[] | null;
  readonly lifeOf: Life;
  /** What items open, and wait for; null where nothing is opened. */
  readonly orders: WorkOrders | null;
  /** Work that agents take themselves; null where all is given to them. */
  readonly pulls: Pulls | null;
  /** What becomes of a visit is drawn when it begins. */
  readonly foresees: boolean;
  /** What sources say of their items; null where they say nothing. */
  readonly commands: SourceCommands | null;
  /** Where what is open at the start stands; null where all of it waits in line. */
  readonly openings: OpeningPlace | null;
  /** Items may arrive with an activation date. */
  readonly activates: boolean;
  /** Milestones of items; null where no process has any. */
  readonly milestones: MilestoneWatch | null;
  /** Some group's offers ring. */
  readonly rings: boolean;
  /** Per route: 1 where nothing but the arrival itself says what becomes of its items. */
  readonly isPlain: Uint8Array;
  /** Events that disturb one item or one agent may go the short way (direct.ts); and per route, 1 where arrivals may, too. */
  readonly direct: boolean;
  readonly entersDirectly: Uint8Array;
  /** Arrivals from feeds so far; whether more may come, and redials; sources that have not ended. */
  arrivals = 0;
  arriving = true;
  admitting = true;
  sourcesLeft: number;
  /** First instant at which nothing happens any more; and before which the caller wants to look. */
  limitMs: number;
  private untilMs = Infinity;
  /** Customers who will call again. */
  comingAgain = 0;

  /** Somebody may have to be asked before the next millisecond. */
  unsettled = false;
  /** Disturbed in this millisecond: items in no line yet, and agents. */
  freshItems = new Int32Array(64);
  freshItemCount = 0;
  readonly freshAgents: Int32Array;
  freshAgentCount = 0;
  private readonly isFresh: Uint8Array;
  /** Lanes that may hold the next item to be given, while a millisecond is settled. */
  readonly candidates: Int32Array;

  constructor(
    model: Model,
    feeds: readonly Feed[],
    blocks: readonly ArrivalBlock[],
    duty: Duty,
    offers: OfferDraws | null,
    observer: (floor: Floor) => Observer,
    looks: LookDraws | null = null,
  ) {
    this.model = model;
    this.feeds = feeds;
    this.blocks = blocks;
    this.nextRow = new Int32Array(feeds.length);
    this.dutyCursors = new DutyCursors(model.roster.agentCount);
    this.duty = duty;
    this.offers = offers;
    this.floor = new Floor(model, duty);
    this.items = this.floor.items;
    this.agents = this.floor.agents;
    this.clocks = this.floor.clocks;
    this.observer = observer(this.floor);
    this.waits = this.observer.waiting ?? null;
    this.journals = this.observer.deciding !== undefined;
    this.isPlain = plainRoutes(model);
    this.rings = offers !== null;
    this.lifeOf = model.life ?? NO_LIFE;
    this.commands = this.lifeOf.commands === true ? new SourceCommands(this) : null;
    this.activates = this.lifeOf.activates === true;
    this.openings = this.lifeOf.openings === undefined ? null : new OpeningPlace(this.lifeOf.openings);
    this.life = model.life?.outcomes.map(outcomeOf) ?? null;
    this.foresees = this.life?.some(({begins}) => begins !== undefined) ?? false;
    const {milestones} = this.lifeOf;
    this.milestones =
      milestones && this.floor.milestones ? new MilestoneWatch(this, milestones, this.floor.milestones) : null;
    const opens = this.lifeOf.opened !== undefined || this.lifeOf.openings?.children === true;
    this.orders = opens ? new WorkOrders() : null;
    this.choice = new AgentChoice(model, this.floor, duty.lots);
    this.teller = new Teller(model, this.floor, this.observer, duty.rests.reason);
    this.paces =
      model.sources.slowdown.some((slowdown) => slowdown > 0) || model.capacity.paused.some((mask) => mask !== 0);
    this.pulls = this.floor.pulled === null ? null : new Pulls(this, this.floor.pulled, looks);
    this.direct = goesDirectly(this);
    this.entersDirectly = opensOneByOne(model);
    this.limitMs = model.horizon.untilMs;
    this.sourcesLeft = feeds.length;
    this.freshAgents = new Int32Array(model.roster.agentCount);
    this.isFresh = new Uint8Array(model.roster.agentCount);
    this.candidates = new Int32Array(this.floor.lines.words);
  }

  /** The present, ms. */
  get now(): number {
    return this.clocks.nowMs;
  }

  /** Schedules something that happens to an item, void once the item's stamp moves on. */
  scheduleItem(time: number, kind: number, item: number): void {
    this.events.schedule(time, kind, item, this.items.stamp(item));
  }

  /** What the clock of the item's process shows now. */
  clockOf(item: number): number {
    return this.clocks.now(this.model.routes.process[this.items.route(item)]);
  }

  /** The item has left the centre. */
  release(item: number): void {
    const {items} = this.floor;
    if (this.commands !== null) this.commands.ends(this, item);
    if (this.milestones !== null) this.milestones.forget(item);
    if (this.model.features.ownValues) items.curve[item] = null;
    if (this.life !== null) items.brought[item] = null;
    if (this.orders !== null) this.orders.ends(this, item);
    items.release(item);
  }

  /** The item needs an agent, and stands in no line. */
  disturbItem(item: number): void {
    if (this.pulls?.takes(this.items.route(item)) && !this.floor.workbins?.has(item)) {
      this.pulls.enter(item);
      return;
    }
    if (this.freshItemCount === this.freshItems.length) {
      const wider = new Int32Array(this.freshItemCount * 2);
      wider.set(this.freshItems);
      this.freshItems = wider;
    }
    this.freshItems[this.freshItemCount++] = item;
    this.unsettled = true;
  }

  /** The item, disturbed in this millisecond, needs no agent after all. */
  forgetDisturbed(item: number): void {
    const at = this.freshItems.subarray(0, this.freshItemCount).indexOf(item);
    if (at < 0) return;
    this.freshItems.copyWithin(at, at + 1, this.freshItemCount);
    this.freshItemCount--;
  }

  /** The agent may be able to take more, or is in another state than he was. */
  disturbAgent(agent: number): void {
    this.unsettled = true;
    if (this.isFresh[agent] === 1) return;
    this.isFresh[agent] = 1;
    this.freshAgents[this.freshAgentCount++] = agent;
  }

  /** Tells what became of the disturbed agents, and forgets them. */
  tellAgents(): void {
    for (let i = 0; i < this.freshAgentCount; i++) {
      this.isFresh[this.freshAgents[i]] = 0;
      this.teller.tell(this.freshAgents[i]);
    }
    this.freshAgentCount = 0;
  }

  /**
   * No more arrivals from feeds, nor redials unless `admitting` says so. A run without an end of its own then ends when
   * nothing is left, or, where it is cut, with this millisecond.
   */
  stopArrivals(admitting: boolean): void {
    this.arriving = false;
    this.admitting = admitting;
    if (this.model.horizon.untilMs === Infinity && !this.model.horizon.drains) this.limitMs = this.now + 1;
    this.runUntil(this.untilMs);
  }

  /** Events before an instant are to happen, as far as the run goes. */
  runUntil(untilMs: number): void {
    this.untilMs = untilMs;
    this.events.untilMs = Math.min(untilMs, this.limitMs);
  }
}

const NO_LIFE: Life = {
  first: new Int32Array(0),
  outcomes: [],
  confirmMs: new Float64Array(0),
  restarts: new Uint8Array(0),
};

/** Routes on calendar time without credit, due date, closing hours, values of the items' own or a snapshot. */
function plainRoutes(model: Model): Uint8Array {
  const {processes, routes, features} = model;
  return Uint8Array.from(routes.process, (process, route) => {
    const special =
      features.ownValues ||
      model.life?.openings !== undefined ||
      model.clocks[processes.clock[process]]?.open !== null ||
      !Number.isNaN(processes.slaMs[process]) ||
      (processes.rejectsWhenClosed[process] === 1 && model.clocks[processes.openClock[process]].open !== null) ||
      routes.creditMs[route] !== 0;
    return special ? 0 : 1;
  });
}
