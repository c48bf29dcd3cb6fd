/**
 * What happens to items in a run, as numbers that two runs can be compared by: who came, was given to whom, left. Kept
 * only until it has been compared.
 */
import type {LifeObserver, Observer} from '../../engine/observer.ts';
import type {Floor} from '../../floor/floor.ts';
import type {Model, Names} from '../../model/model.ts';

/** What happened. In this order the first of several at one instant is the one worth telling. */
export const HAPPENED = {
  created: 0,
  rejected: 1,
  moved: 2,
  offered: 3,
  answered: 4,
  takenAgain: 5,
  missed: 6,
  abandoned: 7,
  canceled: 8,
  handled: 9,
  completed: 10,
} as const;
type Happened = (typeof HAPPENED)[keyof typeof HAPPENED];

/** An item is given to an agent: a decision. */
export const isGiven = (what: number): boolean => what >= HAPPENED.offered && what <= HAPPENED.takenAgain;

/** What happened to an item: `whom` is its agent, or the process it comes to, in the numbers both runs share; -1 neither. */
export interface Happening {
  readonly ms: number;
  readonly what: number;
  readonly source: number;
  readonly number: number;
  readonly redial: number;
  readonly whom: number;
}

/** Names of two scenarios as one run of numbers: those of the first, then what only the second has. */
export interface SharedNumbers {
  readonly sources: readonly number[];
  readonly processes: readonly number[];
  readonly agents: readonly number[];
}

const numbered = (own: readonly string[], first: readonly string[]): number[] => {
  const known = new Map(first.map((name, index) => [name, index]));
  return own.map((name, index) => known.get(name) ?? first.length + index);
};

/** The numbers of a scenario's own names, shared with those of another. */
export const sharedNumbers = (own: Names, first: Names): SharedNumbers => ({
  sources: numbered(own.sources, first.sources),
  processes: numbered(own.processes, first.processes),
  agents: numbered(own.agents, first.agents),
});

export class Happenings implements Observer {
  /** Not compared yet, in order. */
  readonly list: Happening[] = [];
  readonly life: LifeObserver;
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #shared: SharedNumbers;

  constructor(model: Model, floor: Floor, shared: SharedNumbers) {
    this.#model = model;
    this.#floor = floor;
    this.#shared = shared;
    this.life = {
      stands: () => {},
      handled: (item, agent) => this.#add(HAPPENED.handled, item, this.#agent(agent)),
      takenAgain: (item, agent) => this.#add(HAPPENED.takenAgain, item, this.#agent(agent)),
      moved: (item) => this.#add(HAPPENED.moved, item, this.#process(item)),
      canceled: (item, agent) => this.#add(HAPPENED.canceled, item, this.#agent(agent)),
    };
  }

  created(item: number): void {
    this.#add(HAPPENED.created, item, this.#process(item));
  }
  rejected(item: number): void {
    this.#add(HAPPENED.rejected, item, -1);
  }
  offered(item: number, agent: number): void {
    this.#add(HAPPENED.offered, item, this.#agent(agent));
  }
  missed(item: number, agent: number): void {
    this.#add(HAPPENED.missed, item, this.#agent(agent));
  }
  answered(item: number, agent: number): void {
    this.#add(HAPPENED.answered, item, this.#agent(agent));
  }
  abandoned(item: number): void {
    this.#add(HAPPENED.abandoned, item, -1);
  }
  completed(item: number, agent: number): void {
    this.#add(HAPPENED.completed, item, this.#agent(agent));
  }
  paused(): void {}
  resumed(): void {}
  agentBecame(): void {}
  measured(): void {}
  closed(): void {}

  #agent(agent: number): number {
    return agent < 0 ? -1 : (this.#shared.agents[agent] ?? -1);
  }

  #process(item: number): number {
    return this.#shared.processes[this.#model.routes.process[this.#floor.items.route(item)]] ?? -1;
  }

  #add(what: Happened, item: number, whom: number): void {
    const {items, clocks} = this.#floor;
    this.list.push({
      ms: clocks.nowMs,
      what,
      source: this.#shared.sources[items.source(item)] ?? -1,
      number: items.number(item),
      redial: this.#model.features.redial ? items.redial(item) : 0,
      whom,
    });
  }
}
