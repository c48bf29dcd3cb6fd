import type {Floor} from '../floor/floor.ts';
import type {Model} from '../model/model.ts';
import type {Point} from './events.ts';

/** The words for what stands as numbers on the floor. */
export class Naming {
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #localTime: (ms: number) => string;

  constructor(model: Model, floor: Floor, localTime: (ms: number) => string) {
    this.#model = model;
    this.#floor = floor;
    this.#localTime = localTime;
  }

  /** `calls.12`; `calls.12#2` where the customer calls for the second time. */
  item(item: number): string {
    const {items} = this.#floor;
    const call = this.#model.features.redial && items.redial(item) > 0 ? `#${items.redial(item) + 1}` : '';
    return `${this.#model.names.sources[items.source(item)]}.${items.number(item)}${call}`;
  }

  agent(agent: number): string {
    return this.#model.names.agents[agent];
  }

  /** A target of an item; -1 its preferred agent alone. */
  target(item: number, target: number): string {
    if (target < 0) return 'preferred agent';
    const {routes, names} = this.#model;
    const route = this.#floor.items.route(item);
    return names.targets[routes.process[route]][(routes.firstTarget?.[route] ?? 0) + target];
  }

  process(item: number): string {
    return this.#model.names.processes[this.#model.routes.process[this.#floor.items.route(item)]];
  }

  channel(item: number): string {
    return this.#model.names.channels[this.#model.routes.channel[this.#floor.items.route(item)]];
  }

  rule(item: number): string {
    return this.#model.names.rules[this.#floor.items.rule(item)];
  }

  point(ms: number): Point {
    const at = this.#localTime(ms);
    return {at: at.includes('.') ? at : `${at}.000`, ms};
  }

  get now(): Point {
    return this.point(this.#floor.clocks.nowMs);
  }

  /** Priority of an item now, without what sums of halves leave behind. */
  priority(item: number): number {
    return Number(this.#floor.priority(item).toFixed(6));
  }
}
