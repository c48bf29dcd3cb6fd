/**
 * The journal of a run: every instant at which something was decided, with what it was decided from. An observer that
 * reads the floor and changes nothing; it asks everybody again at every decision, and is as slow as that.
 */
import {ASKED, type Asked, type Observer} from '../engine/observer.ts';
import {opensAt} from '../engine/targets.ts';
import type {Floor} from '../floor/floor.ts';
import {ITEM} from '../floor/items.ts';
import {STATUS} from '../model/life.ts';
import type {Model} from '../model/model.ts';
import type {Duty} from '../model/roster.ts';
import {Candidates} from './candidates.ts';
import type {AgentEvent, Decided, Happening, Hindered, ItemCandidate, JournalEvent, Waits} from './events.ts';
import {LifeJournal} from './lifeJournal.ts';
import {Naming} from './naming.ts';
import {OBSTACLE, OBSTACLE_NAMES, Obstacles} from './obstacle.ts';
import {PresenceWatch, type What} from './presenceWatch.ts';
import {type Part, Selected} from './selection.ts';

export interface JournalOptions {
  readonly model: Model;
  readonly duty: Duty;
  readonly localTime: (ms: number) => string;
  /** What a log calls an item, '' where it does not. */
  readonly idOf: (source: number, number: number) => string;
  readonly part: Part;
  readonly write: (event: JournalEvent) => void;
}

/** Of a list of candidates so many are named, of those whom one thing hinders so many: the count says how many there are. */
const NAMED_CANDIDATES = 20;
const NAMED_HINDERED = 5;

const ASKED_WORDS: Readonly<Record<Asked, Decided['asked']>> = {
  [ASKED.agents]: 'agents',
  [ASKED.items]: 'items',
  [ASKED.pairs]: 'pairs',
  [ASKED.inTurn]: 'in turn',
};

export class Journal implements Observer {
  readonly selected: Selected;
  readonly #options: JournalOptions;
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #naming: Naming;
  readonly #obstacles: Obstacles;
  readonly #candidates: Candidates;
  readonly #presence: PresenceWatch;
  readonly life: LifeJournal;
  /** Per row: the target that opened last, as told; -2 none yet. */
  readonly #toldStage: number[] = [];

  constructor(options: JournalOptions, floor: Floor) {
    const {model, duty, localTime} = options;
    this.#options = options;
    this.#model = model;
    this.#floor = floor;
    this.selected = new Selected(options.part, floor);
    this.#naming = new Naming(model, floor, localTime);
    this.#obstacles = new Obstacles(model, floor);
    this.#candidates = new Candidates(model, floor, this.#obstacles, this.#naming, duty.lots);
    this.life = new LifeJournal(
      model,
      floor,
      this.#naming,
      (item) => this.#wants(item),
      (what) => this.#tell(what),
    );
    this.#presence = new PresenceWatch(
      model,
      floor,
      duty.rests.reason,
      (ms) => this.#naming.point(ms),
      (agent, what) => this.#tellAgent(agent, what),
    );
  }

  created(item: number): void {
    this.#toldStage[item] = -2;
    if (this.selected.has(item)) this.selected.met = true;
    if (!this.#wants(item)) return;
    const {items} = this.#floor;
    const {features, eligibility, names} = this.#model;
    const id = this.#options.idOf(items.source(item), items.number(item));
    const prefers =
      features.preferred && eligibility.usesPreferred[items.route(item)] === 1 ? items.preferred(item) : -1;
    this.#tell({
      event: 'created',
      item: this.#naming.item(item),
      ...(id !== '' && {id}),
      channel: this.#naming.channel(item),
      process: this.#naming.process(item),
      rule: this.#naming.rule(item),
      priority: this.#naming.priority(item),
      ...(items.arrivedMs(item) < this.#floor.clocks.nowMs && {arrived: this.#naming.point(items.arrivedMs(item))}),
      ...(items.dueMs(item) < Infinity && {due: this.#naming.point(items.dueMs(item))}),
      ...(prefers >= 0 && {prefers: names.agents[prefers]}),
      ...this.life.openedBy(item),
    });
  }

  rejected(item: number): void {
    if (this.#wants(item)) this.#tell({event: 'rejected', item: this.#naming.item(item)});
    this.life.enters(item, STATUS.rejected);
  }

  keepsWaiting(item: number): void {
    this.#look();
    this.#tellTargets(item);
    if (!this.#wants(item)) return;
    const {items} = this.#floor;
    const {features, names} = this.#model;
    const stage = items.stage(item);
    const waitsFor = features.preferred ? items.waitsFor(item) : -1;
    const next = this.#nextTarget(item);
    this.#tell({
      event: 'waits',
      item: this.#naming.item(item),
      priority: this.#naming.priority(item),
      targets: Array.from({length: stage + 1}, (_, target) => this.#naming.target(item, target)),
      ...(waitsFor >= 0 && {waitsFor: names.agents[waitsFor]}),
      ...(next !== null && {next}),
      obstacles: this.#hindered(item),
    });
  }

  deciding(item: number, agent: number, asked: Asked): void {
    this.#look();
    this.#tellTargets(item);
    if (!this.selected.nowIsIn) return;
    const passedOver = this.#passedOver(agent);
    if (!this.selected.has(item) && passedOver.length === 0) return;
    const {selection} = this.#model;
    const agents = this.#candidates.agentsFor(item);
    const items = this.#candidates.itemsFor(agent, item);
    const named = items.slice(0, NAMED_CANDIDATES);
    this.#tell({
      event: 'decided',
      item: this.#naming.item(item),
      agent: this.#naming.agent(agent),
      priority: this.#naming.priority(item),
      target: this.#naming.target(item, this.#candidates.target(item, agent)),
      asked: ASKED_WORDS[asked],
      by: selection.rules[selection.ruleOf[this.#floor.items.route(item)]],
      agentCount: agents.length,
      agents: agents.slice(0, NAMED_CANDIDATES).map((one) => this.#candidates.tellAgent(item, one)),
      itemCount: items.length,
      items: [...named, ...passedOver.filter((one) => !named.includes(one))].map((one) =>
        this.#candidates.tellItem(one),
      ),
    });
  }

  offered(item: number, agent: number): void {
    const priority = this.#naming.priority(item);
    if (this.#wants(item)) this.#tell({event: 'rings', ...this.#both(item, agent), priority});
  }

  missed(item: number, agent: number): void {
    if (this.#wants(item)) this.#tell({event: 'missed', ...this.#both(item, agent)});
  }

  answered(item: number, agent: number, stage: number): void {
    if (!this.#wants(item)) return;
    this.#tell({
      event: 'answered',
      ...this.#both(item, agent),
      priority: this.#naming.priority(item),
      target: this.#naming.target(item, stage),
      waitedMs: this.#waited(item),
    });
  }

  abandoned(item: number): void {
    if (this.#wants(item))
      this.#tell({event: 'abandoned', item: this.#naming.item(item), waitedMs: this.#waited(item)});
    this.life.enters(item, STATUS.abandoned);
  }

  completed(item: number, agent: number): void {
    if (this.#wants(item)) this.#tellCompleted(item, agent);
    this.life.enters(item, STATUS.completed);
  }

  #tellCompleted(item: number, agent: number): void {
    if (agent < 0) {
      this.life.confirmed(item);
      return;
    }
    const {clocks, items} = this.#floor;
    const lives = this.#model.life !== undefined;
    const handledMs = lives ? this.life.standsFor(item) : clocks.nowMs - items.answeredMs(item);
    this.#tell({event: 'completed', ...this.#both(item, agent), handledMs});
  }

  wrappedUp(item: number, agent: number): void {
    if (this.#wants(item)) this.#tell({event: 'wrappedUp', ...this.#both(item, agent)});
  }

  paused(item: number, agent: number): void {
    if (this.#wants(item)) this.#tell({event: 'paused', ...this.#both(item, agent)});
  }

  resumed(item: number, agent: number): void {
    if (this.#wants(item)) this.#tell({event: 'resumed', ...this.#both(item, agent)});
  }

  settled(): void {
    this.#look();
  }

  /** Of agents nothing is told where one item is asked for. */
  #look(): void {
    if (this.selected.everything) this.#presence.look();
  }

  agentBecame(): void {}

  measured(): void {}

  closed(): void {
    if (!this.selected.nowIsIn || !this.selected.everything) return;
    const {items} = this.#floor;
    const {rows} = items;
    const count = (...those: number[]) => {
      let found = 0;
      for (let item = 0; item < rows; item++) if (those.includes(items.status(item))) found++;
      return found;
    };
    this.#tell({
      event: 'end',
      waiting: count(ITEM.waiting, ITEM.entering),
      inHand: count(ITEM.ringing, ITEM.working, ITEM.paused, ITEM.wrapping, ITEM.wrappingPaused, ITEM.kept),
      ...(this.#model.life !== undefined && {awaiting: count(ITEM.awaiting)}),
    });
  }

  /** An item as one of those chosen from. */
  protected tellItem(item: number): ItemCandidate {
    return this.#candidates.tellItem(item);
  }

  /** Tells targets that have opened since an item was last asked for, or that it begins again with an earlier one. */
  #tellTargets(item: number): void {
    // What is parked waits for its agent alone; its targets are as they were.
    if (this.#floor.workbins?.has(item)) return;
    const stage = this.#floor.items.stage(item);
    const told = this.#toldStage[item];
    this.#toldStage[item] = stage;
    if (told === -2 || told === stage || !this.#wants(item)) return;
    const priority = this.#naming.priority(item);
    for (let target = stage < told ? stage : told + 1; target <= stage; target++) {
      this.#tell({
        event: 'opens',
        item: this.#naming.item(item),
        target: this.#naming.target(item, target),
        priority,
      });
    }
  }

  #nextTarget(item: number): NonNullable<Waits['next']> | null {
    const {items, clocks} = this.#floor;
    const {eligibility, routes} = this.#model;
    const next = items.stage(item) + 1;
    if (next >= eligibility.stageCount[items.route(item)]) return null;
    const opens = opensAt({model: this.#model, items}, item);
    const atMs = clocks.wallAt(routes.process[items.route(item)], opens);
    return atMs < Infinity ? {target: this.#naming.target(item, next), ...this.#naming.point(atMs)} : null;
  }

  #hindered(item: number): Hindered[] {
    const by: number[][] = OBSTACLE_NAMES.map(() => []);
    const {agentCount} = this.#model.roster;
    for (let agent = 0; agent < agentCount; agent++) by[this.#obstacles.between(item, agent)].push(agent);
    return OBSTACLE_NAMES.flatMap((why) => {
      const agents = by[OBSTACLE[why]];
      if (why === 'none' || agents.length === 0) return [];
      const names = agents.slice(0, NAMED_HINDERED).map((agent) => this.#naming.agent(agent));
      return [{why, count: agents.length, agents: names}];
    });
  }

  /** Where one item is asked for: its calls that wait and that this agent could take now. */
  #passedOver(agent: number): number[] {
    if (this.selected.everything) return [];
    const {items} = this.#floor;
    const {rows} = items;
    const found: number[] = [];
    for (let item = 0; item < rows; item++) {
      if (items.status(item) !== ITEM.waiting || !this.selected.has(item)) continue;
      if (this.#obstacles.between(item, agent) === OBSTACLE.none) found.push(item);
    }
    return found;
  }

  #waited(item: number): number {
    return this.#floor.clocks.nowMs - this.#floor.items.arrivedMs(item);
  }

  #both(item: number, agent: number) {
    return {item: this.#naming.item(item), agent: this.#naming.agent(agent)};
  }

  #wants(item: number): boolean {
    return this.selected.nowIsIn && this.selected.has(item);
  }

  #tellAgent(agent: number, what: What): void {
    if (!this.selected.everything || !this.selected.nowIsIn) return;
    const inHand = this.#floor.agents.held[agent];
    this.#tell({...what, agent: this.#naming.agent(agent), inHand} as AgentEvent);
  }

  #tell(what: Happening): void {
    this.#options.write({...this.#naming.now, ...what});
  }
}
