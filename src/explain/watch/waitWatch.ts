/** Watches how one item waits: for whom, at which priority, and what keeps every agent from it. */
import {opensAt} from '../../engine/targets.ts';
import type {Loaded} from '../../experiment/index.ts';
import type {Floor} from '../../floor/floor.ts';
import type {Naming, Point} from '../../journal/index.ts';
import type {PassedOver, Waiting} from '../story/story.ts';
import {neverOf, stretchesOf} from '../story/stretches.ts';
import type {HandsOfAgents} from './hands.ts';
import {PriorityLine} from './priorityLine.ts';
import {Spells} from './spells.ts';

export interface WaitOptions {
  readonly loaded: Loaded;
  /** Every change is a stretch of its own. */
  readonly full: boolean;
  readonly hands: HandsOfAgents;
}

/** Why an agent is not in question, all the while. */
const NEVER: ReadonlySet<string> = new Set(['notSkilled', 'notHisChannel', 'anothersInbox']);

export class WaitWatch {
  readonly #options: WaitOptions;
  readonly #floor: Floor;
  readonly #naming: Naming;
  readonly #spells: Spells;
  readonly #line: PriorityLine;
  /** This item's priority when others were given to agents; by row. */
  readonly #given = new Map<number, {readonly serial: number; readonly own: number}>();
  #forWhom: Pick<Waiting, 'targets' | 'waitsFor' | 'inbox' | 'next'> | null = null;

  constructor(options: WaitOptions, floor: Floor, naming: Naming) {
    const {loaded, hands} = options;
    this.#options = options;
    this.#floor = floor;
    this.#naming = naming;
    this.#line = new PriorityLine(loaded.compiled.model, floor);
    this.#spells = new Spells({
      loaded,
      floor,
      hands,
      nameOf: (item) => naming.item(item),
      ownWhen: (item, serial) => {
        const known = this.#given.get(item);
        return known?.serial === serial ? known.own : Number.NaN;
      },
    });
  }

  /** Whether it is known what the present wait is for. */
  get isRead(): boolean {
    return this.#forWhom !== null;
  }

  /** Another item is given to an agent while this one waits. */
  given(other: number, item: number): void {
    this.#given.set(other, {serial: this.#floor.items.serial(other), own: this.#naming.priority(item)});
  }

  /** Something has happened to an agent, or (-1) to the item. */
  mark(agent: number): void {
    this.#spells.mark(agent);
  }

  /** Looks at what stands in the way, at first since an instant before which nothing has happened to anybody. */
  look(item: number, sinceMs: number): void {
    if (this.#forWhom === null) this.read(item);
    this.#line.look(item, sinceMs);
    this.#spells.look(item, sinceMs);
  }

  /** Reads for whom it waits from now on. */
  read(item: number): void {
    const {items, clocks, pulled} = this.#floor;
    const {model} = this.#options.loaded.compiled;
    const {eligibility, routes, features, names} = model;
    const naming = this.#naming;
    const [route, stage] = [items.route(item), items.stage(item)];
    const waitsFor = features.preferred ? items.waitsFor(item) : -1;
    const opens = stage + 1 < eligibility.stageCount[route] ? opensAt({model, items}, item) : Infinity;
    const nextMs = opens < Infinity ? clocks.wallAt(routes.process[route], opens) : Infinity;
    const inbox = pulled?.has(item) && pulled.belongs(item) ? pulled.owner[item] : -1;
    this.#spells.mark(-1);
    this.#forWhom = {
      targets: Array.from({length: stage + 1}, (_, target) => naming.target(item, target)),
      ...(waitsFor >= 0 && {waitsFor: names.agents[waitsFor]}),
      ...(inbox >= 0 && {inbox: names.agents[inbox]}),
      ...(nextMs < Infinity && {next: {target: naming.target(item, stage + 1), ...naming.point(nextMs)}}),
    };
  }

  /** The wait is over: all that is to be told of it, which is forgotten here. */
  take(item: number, from: Point, to: Point, passedOver: readonly PassedOver[]): Waiting {
    // Nothing has happened since it came but that an agent looked, and took it himself.
    if (this.#forWhom === null && to.ms > from.ms) {
      this.read(item);
      this.#line.look(item, from.ms);
      this.#spells.lookBack(item, from.ms, this.#floor.items.agent(item));
    }
    const forWhom = this.#forWhom ?? {targets: []};
    this.#forWhom = null;
    const point = (ms: number) => this.#naming.point(ms);
    const agentName = (agent: number) => this.#naming.agent(agent);
    const spells = this.#spells.take();
    const pieces = this.#line.take(from.ms, to.ms);
    const never = spells.filter(({why}) => NEVER.has(why));
    const others = spells.filter(({why}) => !NEVER.has(why));
    const stretches = stretchesOf(others, from.ms, to.ms, this.#options.full, agentName);
    return {
      kind: 'waits',
      from,
      to,
      ...forWhom,
      priority: pieces.map(({fromMs, toMs, ...rest}) => ({from: point(fromMs), to: point(toMs), ...rest})),
      never: neverOf(never, agentName),
      stretches: stretches.map(({fromMs, toMs, because}) => ({from: point(fromMs), to: point(toMs), because})),
      passedOver,
    };
  }
}
