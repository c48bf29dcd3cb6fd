/** The items for which a replication went worst: those that waited longest, or were done latest past their due date. */
import type {LifeObserver, Observer} from '../engine/observer.ts';
import {type Breathe, type Loaded, runInTurns, watched} from '../experiment/index.ts';
import type {Floor} from '../floor/floor.ts';
import type {ItemKey} from './watch/itemWatch.ts';

export interface WorstRequest {
  readonly loaded: Loaded;
  /** From 0. */
  readonly replication: number;
  /** How many. */
  readonly count: number;
  /** Name of a process; absent: all of them. */
  readonly process?: string | undefined;
}

/** By wait: until the first answer, until the customer gave up, or until the run ended. By lateness: past due. */
export interface Worst {
  readonly by: 'wait' | 'lateness';
  /** The worst first. */
  readonly items: readonly (ItemKey & {readonly ms: number})[];
  /** False: asked to stop before the end. */
  readonly complete: boolean;
}

/**
 * Picks them from a replication, of items that arrive in the counted time. Deferred work (a process with an SLA and no
 * `answerWithin`) is judged by lateness; where processes of both kinds are asked for, all are judged by their wait.
 */
export async function worst(request: WorstRequest, breathe: Breathe = async () => true): Promise<Worst> {
  const {loaded, replication, count, process} = request;
  const {model} = loaded.compiled;
  const {names, processes} = model;
  const asked = names.processes.map((name) => process === undefined || name === process);
  const isDeferred = (id: number) => !Number.isNaN(processes.slaMs[id]) && Number.isNaN(processes.answerWithinMs[id]);
  const by = asked.every((is, id) => !is || isDeferred(id)) ? 'lateness' : 'wait';
  const lists: Longest[] = [];
  const simulation = watched(loaded, replication, (floor) => {
    const longest = new Longest(loaded, floor, {asked, by, count});
    lists.push(longest);
    return longest;
  });
  const complete = await runInTurns(simulation, loaded, breathe);
  return {by, items: lists.flatMap(({list}) => list), complete};
}

interface Choice {
  readonly asked: readonly boolean[];
  readonly by: Worst['by'];
  readonly count: number;
}

type Kept = ItemKey & {readonly ms: number};

class Longest implements Observer {
  /** The worst first, no more than are asked for. */
  readonly list: Kept[] = [];
  readonly life: LifeObserver;
  readonly #loaded: Loaded;
  readonly #floor: Floor;
  readonly #choice: Choice;
  /** By row: what is open. */
  readonly #open = new Map<number, {readonly process: number; answered: boolean}>();

  constructor(loaded: Loaded, floor: Floor, choice: Choice) {
    this.#loaded = loaded;
    this.#floor = floor;
    this.#choice = choice;
    this.life = {
      stands: () => {},
      handled: () => {},
      takenAgain: () => {},
      canceled: (item) => this.#gone(item),
    };
  }

  created(item: number): void {
    const {model} = this.#loaded.compiled;
    const {items} = this.#floor;
    const {untilMs, warmUpMs, coolDownMs} = model.horizon;
    const arrivedMs = items.arrivedMs(item);
    const process = model.routes.process[items.route(item)];
    if (!this.#choice.asked[process] || arrivedMs < warmUpMs || arrivedMs >= untilMs - coolDownMs) return;
    this.#open.set(item, {process, answered: false});
  }

  rejected(item: number): void {
    this.#open.delete(item);
  }
  offered(): void {}
  missed(): void {}
  answered(item: number): void {
    const open = this.#open.get(item);
    if (open === undefined) return;
    if (this.#choice.by === 'wait') this.#keep(item, this.#waitMs(item));
    open.answered = true;
  }
  abandoned(item: number): void {
    if (this.#open.has(item) && this.#choice.by === 'wait') this.#keep(item, this.#waitMs(item));
    this.#open.delete(item);
  }
  completed(item: number): void {
    if (this.#open.has(item) && this.#choice.by === 'lateness') this.#keep(item, this.#lateMs(item));
    this.#open.delete(item);
  }
  paused(): void {}
  resumed(): void {}
  agentBecame(): void {}
  measured(): void {}

  closed(): void {
    for (const [item, {answered}] of this.#open) {
      if (this.#choice.by === 'lateness') this.#keep(item, this.#lateMs(item));
      else if (!answered) this.#keep(item, this.#waitMs(item));
    }
  }

  #gone(item: number): void {
    if (this.#open.has(item) && this.#choice.by === 'lateness') this.#keep(item, this.#lateMs(item));
    this.#open.delete(item);
  }

  #waitMs(item: number): number {
    return this.#floor.clocks.nowMs - this.#floor.items.arrivedMs(item);
  }

  #lateMs(item: number): number {
    return this.#floor.clocks.nowMs - this.#floor.items.dueMs(item);
  }

  /** Where none was late, or waited, there is nothing to tell. */
  #keep(item: number, ms: number): void {
    const {list} = this;
    const {count} = this.#choice;
    const {items} = this.#floor;
    if (!(ms > 0) || (list.length === count && ms <= (list[count - 1]?.ms ?? 0))) return;
    const at = list.findIndex((one) => one.ms < ms);
    const redial = this.#loaded.compiled.model.features.redial ? items.redial(item) : 0;
    list.splice(at < 0 ? list.length : at, 0, {source: items.source(item), number: items.number(item), redial, ms});
    if (list.length > count) list.pop();
  }
}
