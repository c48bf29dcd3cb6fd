/**
 * What stands between every agent and one item while it waits, spell by spell: an agent's spell lasts as long as the same
 * thing is in his way, with the same items in his hands. Looked at once a millisecond has settled.
 */
import type {Loaded} from '../../experiment/index.ts';
import type {Floor} from '../../floor/floor.ts';
import {OBSTACLE, OBSTACLE_NAMES, Obstacles} from '../../journal/index.ts';
import type {Why} from '../story/story.ts';
import {capacityReason} from './capacityReason.ts';
import type {HandsOfAgents} from './hands.ts';

/** One agent, one thing in his way. Instants in ms. */
export interface Spell {
  readonly agent: number;
  readonly why: Why | 'none';
  readonly fromMs: number;
  readonly toMs: number;
  /** On duty with empty hands. */
  readonly isIdle: boolean;
  /** What keeps him busy; none where something else is in the way. */
  readonly held: readonly HeldItem[];
  readonly rule: string;
}

/** In his hands: its name, and how its priority was to that of the item that waits. */
export interface HeldItem {
  readonly item: string;
  readonly priority: number;
  readonly against: 'before' | 'higher' | 'other';
}

/** Hands are told where they are what stands in the way. */
const BUSY: ReadonlySet<string> = new Set(['full', 'combination', 'ringing']);

export interface SpellOptions {
  readonly loaded: Loaded;
  readonly floor: Floor;
  readonly hands: HandsOfAgents;
  readonly nameOf: (item: number) => string;
  /** Priority of the item that waits when another was given to somebody; NaN: it did not wait then. */
  readonly ownWhen: (given: number, serial: number) => number;
}

export class Spells {
  readonly #options: SpellOptions;
  readonly #obstacles: Obstacles;
  /** Per agent: the spell he is in, and what it is known by. */
  readonly #open: (Spell | null)[];
  readonly #keys: string[];
  readonly #changed = new Set<number>();
  #done: Spell[] = [];
  #all = true;

  constructor(options: SpellOptions) {
    const {model} = options.loaded.compiled;
    this.#options = options;
    this.#obstacles = new Obstacles(model, options.floor);
    this.#open = Array.from({length: model.roster.agentCount}, () => null);
    this.#keys = Array.from({length: model.roster.agentCount}, () => '');
  }

  /** Something has happened to him, or (-1) what is open to the item has changed. */
  mark(agent: number): void {
    if (agent < 0) this.#all = true;
    else this.#changed.add(agent);
  }

  /** Looks at those marked: the item waits, at first since an instant before which nothing has happened to anybody. */
  look(item: number, sinceMs: number): void {
    const {floor} = this.#options;
    if (this.#all || floor.hold !== null)
      for (let agent = 0; agent < this.#open.length; agent++) this.#lookAt(item, agent, sinceMs);
    else for (const agent of this.#changed) this.#lookAt(item, agent, sinceMs);
    this.#all = false;
    this.#changed.clear();
  }

  /** As it was until now, when an agent took it who had not looked before. */
  lookBack(item: number, sinceMs: number, taker: number): void {
    for (let agent = 0; agent < this.#open.length; agent++) {
      this.#lookAt(item, agent, sinceMs);
      const open = this.#open[agent];
      if (open && (agent === taker || open.why === 'none'))
        this.#open[agent] = {...open, why: 'notLooked', held: [], rule: ''};
    }
  }

  /** It waits no longer: its spells so far, those of no length left out. */
  take(): Spell[] {
    const {nowMs} = this.#options.floor.clocks;
    const spells = this.#done;
    for (const [agent, spell] of this.#open.entries()) {
      if (spell && nowMs > spell.fromMs) spells.push({...spell, toMs: nowMs});
      this.#open[agent] = null;
      this.#keys[agent] = '';
    }
    this.#done = [];
    this.#all = true;
    return spells;
  }

  #lookAt(item: number, agent: number, sinceMs: number): void {
    const {floor, hands} = this.#options;
    const {nowMs} = floor.clocks;
    const why = this.#why(item, agent);
    const isIdle =
      floor.agents.onDuty[agent] === 1 && floor.agents.held[agent] === 0 && floor.agents.resting[agent] === 0;
    const held = BUSY.has(why) ? hands.of(agent) : [];
    const key = `${why} ${isIdle} ${held.map(({serial}) => serial).join(' ')}`;
    const open = this.#open[agent];
    if (this.#keys[agent] === key && open) return;
    if (open && nowMs > open.fromMs) this.#done.push({...open, toMs: nowMs});
    this.#keys[agent] = key;
    this.#open[agent] = {
      agent,
      why,
      fromMs: open === null ? sinceMs : nowMs,
      toMs: Infinity,
      isIdle,
      held: held.map((one) => this.#heldItem(one.item, one.serial, one.priority)),
      rule: why === 'full' || why === 'combination' ? this.#rule(item, agent) : '',
    };
  }

  #why(item: number, agent: number): Spell['why'] {
    const {pulled} = this.#options.floor;
    const obstacle = this.#obstacles.between(item, agent);
    if (!pulled?.has(item))
      return this.#onlyRings(agent) && BUSY.has(OBSTACLE_NAMES[obstacle]) ? 'ringing' : OBSTACLE_NAMES[obstacle];
    const isOthers = pulled.belongs(item) && pulled.owner[item] !== agent;
    if (isOthers && obstacle !== OBSTACLE.notSkilled && obstacle !== OBSTACLE.notHisChannel) return 'anothersInbox';
    return obstacle === OBSTACLE.none ? 'notLooked' : OBSTACLE_NAMES[obstacle];
  }

  /** Nothing but offers in his hands. */
  #onlyRings(agent: number): boolean {
    const {ringing, held} = this.#options.floor.agents;
    return held[agent] > 0 && ringing[agent] === held[agent];
  }

  #heldItem(item: number, serial: number, priority: number): HeldItem {
    const own = this.#options.ownWhen(item, serial);
    const against = Number.isNaN(own) ? 'before' : priority > own ? 'higher' : 'other';
    return {item: this.#options.nameOf(item), priority, against};
  }

  #rule(item: number, agent: number): string {
    const {loaded, floor} = this.#options;
    return capacityReason(loaded, floor, agent, loaded.compiled.model.routes.channel[floor.items.route(item)]);
  }
}
