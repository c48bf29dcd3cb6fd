/** Watches one item through a run and writes its story down. Costs next to nothing while the item is not there. */
import type {Asked, LifeObserver, MilestoneObserver} from '../../engine/observer.ts';
import type {Loaded} from '../../experiment/index.ts';
import type {Floor} from '../../floor/floor.ts';
import {ITEM} from '../../floor/items.ts';
import {Journal, type JournalEvent, Naming, OBSTACLE, Obstacles, type Point} from '../../journal/index.ts';
import type {Duty} from '../../model/roster.ts';
import {Chapters} from '../story/chapters.ts';
import type {Arrival, End} from '../story/story.ts';
import type {HandsOfAgents} from './hands.ts';
import {WaitWatch} from './waitWatch.ts';

/** An item, by the numbers of its scenario. */
export interface ItemKey {
  readonly source: number;
  readonly number: number;
  /** 0 the first call of its customer. */
  readonly redial: number;
}

export interface WatchOptions {
  readonly loaded: Loaded;
  readonly duty: Duty;
  readonly localTime: (ms: number) => string;
  readonly idOf: (source: number, number: number) => string;
  readonly key: ItemKey;
  /** Every change is a stretch of its own. */
  readonly full: boolean;
  /** What is to be told of its arrival. */
  readonly ruleMatched: (rule: number, key: ItemKey) => Arrival['rule'];
  readonly hands: HandsOfAgents;
}

export class ItemWatch {
  readonly key: ItemKey;
  /** It is called so where it has come; '' before. */
  name = '';
  readonly chapters: Chapters;
  readonly #options: WatchOptions;
  readonly #floor: Floor;
  readonly #journal: Journal;
  readonly #naming: Naming;
  readonly #obstacles: Obstacles;
  readonly #wait: WaitWatch;
  readonly #children = new Map<number, string>();
  #row = -1;
  #arrivedMs = 0;

  constructor(options: WatchOptions, floor: Floor) {
    const {loaded, duty, localTime, idOf, key} = options;
    const {model} = loaded.compiled;
    this.#options = options;
    this.key = key;
    this.#floor = floor;
    const write = (event: JournalEvent) => this.#told(event);
    this.#journal = new Journal({model, duty, localTime, idOf, part: {item: key}, write}, floor);
    this.#naming = new Naming(model, floor, localTime);
    this.#obstacles = new Obstacles(model, floor);
    this.#wait = new WaitWatch(options, floor, this.#naming);
    this.chapters = new Chapters({
      waited: (from, to, passedOver) => this.#wait.take(this.#row, from, to, passedOver),
      arrived: (event) => this.#arrived(event),
      ended: (at, how, agent) => this.#ended(at, how, agent),
      clock: () => this.#clock(),
      wrapsUp: () => this.#row >= 0 && floor.items.wrapUpMs(this.#row) > 0,
    });
  }

  /** It is in the centre. */
  get isThere(): boolean {
    return this.#row >= 0;
  }

  /** Its row, valid while it is there; -1 else. */
  get row(): number {
    return this.#row;
  }

  /** The journal of this item; to be told only what concerns it. */
  get journal(): Journal {
    return this.#journal;
  }

  get life(): LifeObserver {
    return this.#journal.life;
  }

  get milestones(): MilestoneObserver {
    return this.#journal.life.milestones;
  }

  /** Any item comes: this one, a later call of its customer, or one that it has opened. */
  created(item: number): void {
    const {items} = this.#floor;
    const {model} = this.#options.loaded.compiled;
    const {source, number, redial} = this.key;
    if (items.source(item) === source && items.number(item) === number) {
      const call = model.features.redial ? items.redial(item) : 0;
      if (call === redial) {
        this.#row = item;
        this.name = this.#naming.item(item);
        this.#arrivedMs = items.arrivedMs(item);
        this.#journal.created(item);
      } else if (call === redial + 1 && this.name !== '') {
        this.chapters.moment({kind: 'callsAgain', at: this.#naming.now, item: this.#naming.item(item)});
      }
    }
    if (this.#row >= 0 && model.life?.opened?.[items.source(item)] === 1 && items.parent(item) === this.#row) {
      const child = this.#naming.item(item);
      this.#children.set(item, child);
      this.chapters.moment({kind: 'opensItem', at: this.#naming.now, child, process: this.#naming.process(item)});
    }
  }

  /** Any item is done with. */
  ends(item: number): void {
    const child = this.#children.get(item);
    if (child === undefined || this.#row < 0) return;
    this.#children.delete(item);
    this.chapters.moment({kind: 'childEnds', at: this.#naming.now, child});
  }

  /** Another item is about to be given to an agent: could he have taken this one? */
  deciding(item: number, agent: number, asked: Asked): void {
    if (item === this.#row) {
      this.#journal.deciding(item, agent, asked);
      return;
    }
    if (!this.#isWaiting || this.#floor.pulled?.has(this.#row)) return;
    if (this.#obstacles.between(this.#row, agent) !== OBSTACLE.none) return;
    const [own, priority] = [this.#naming.priority(this.#row), this.#naming.priority(item)];
    const isHis = this.#floor.workbins?.has(item) === true;
    const ahead = priority > own ? 'priority' : priority === own ? 'longer' : isHis ? 'workbin' : 'turn';
    this.chapters.passedOver({
      at: this.#naming.now,
      agent: this.#naming.agent(agent),
      took: this.#naming.item(item),
      priority,
      own,
      because: ahead,
    });
  }

  /** Another item is in an agent's hands from now on. */
  given(item: number): void {
    if (!this.#isWaiting) return;
    this.#wait.given(item, this.#row);
  }

  /** Something has changed about an agent. */
  mark(agent: number): void {
    if (this.#row >= 0) this.#wait.mark(agent);
  }

  keepsWaiting(item: number): void {
    this.#journal.keepsWaiting(item);
    this.#wait.read(this.#row);
  }

  /** It is another process's item from now on; its journal has been told. */
  moved(): void {
    const naming = this.#naming;
    const [row, at] = [this.#row, naming.now];
    this.#wait.mark(-1);
    this.chapters.moves({
      kind: 'moves',
      at,
      process: naming.process(row),
      target: naming.target(row, 0),
      priority: naming.priority(row),
    });
  }

  /** Looks at a wait that has begun and that nobody was asked for. */
  catchUp(): void {
    if (!this.#wait.isRead && this.#isWaiting) this.settled();
  }

  /** Everything of the present millisecond has happened. */
  settled(): void {
    if (this.#row < 0) return;
    const status = this.#floor.items.status(this.#row);
    const {going} = this.chapters;
    if (status === ITEM.waiting) {
      if (going !== 'waits') this.chapters.goOn(this.#naming.now, {kind: 'waits'});
      this.#wait.look(this.#row, this.chapters.sinceMs);
    } else if (going === null || going === 'waits') {
      if (status === ITEM.kept) {
        const agent = this.#naming.agent(this.#floor.items.agent(this.#row));
        this.chapters.goOn(this.#naming.now, {kind: 'aside', where: 'kept', agent});
      } else if (status === ITEM.held) this.chapters.goOn(this.#naming.now, {kind: 'aside', where: 'held'});
    }
  }

  closed(): void {
    if (this.#row < 0) return;
    this.chapters.cut(this.#naming.now);
    this.#row = -1;
  }

  get #isWaiting(): boolean {
    return this.#row >= 0 && this.#floor.items.status(this.#row) === ITEM.waiting;
  }

  #told(event: JournalEvent): void {
    if (!('item' in event) || event.item !== this.name || event.event === 'waits') return;
    this.#wait.mark(-1);
    this.chapters.add(event);
    if (this.chapters.isOver && this.chapters.going !== 'wrapUp') this.#row = -1;
  }

  #arrived(event: Extract<JournalEvent, {event: 'created'}>): Arrival {
    const {model} = this.#options.loaded.compiled;
    const {items} = this.#floor;
    const {at, ms, channel, process, priority, arrived, due, prefers, openedBy} = event;
    const creditMs = model.routes.creditMs[items.route(this.#row)];
    const clock = this.#clock();
    return {
      kind: 'arrives',
      at: {at, ms},
      channel,
      process,
      rule: this.#options.ruleMatched(items.rule(this.#row), this.key),
      priority,
      ...(creditMs > 0 && {creditMs}),
      ...(arrived && {arrived}),
      ...(due && {due}),
      ...(prefers !== undefined && {prefers}),
      ...(openedBy !== undefined && {openedBy}),
      ...(clock !== undefined && {clock}),
    };
  }

  #ended(at: Point, how: End['how'], agent?: string): End {
    const dueMs = this.#floor.items.dueMs(this.#row);
    const isDue = dueMs < Infinity && how !== 'rejected';
    return {
      kind: 'ends',
      at,
      how,
      ...(agent !== undefined && {agent}),
      afterMs: at.ms - this.#arrivedMs,
      ...(isDue && {due: this.#naming.point(dueMs), lateMs: at.ms - dueMs}),
    };
  }

  /** The calendar of its process; none: all the time. */
  #clock(): string | undefined {
    const {scenario, compiled} = this.#options.loaded;
    const {processes, routes} = compiled.model;
    if (this.#row < 0) return undefined;
    return Object.keys(scenario.calendars)[processes.clock[routes.process[this.#floor.items.route(this.#row)]] - 1];
  }
}
