import type {Floor} from '../floor/floor.ts';

/** Which part of a run is told: everything, or what concerns one item, or a window of time. */
export interface Part {
  /** The item asked for: any call of this source and number. */
  readonly item?: {readonly source: number; readonly number: number};
  /** Ms since the start; half-open. */
  readonly fromMs?: number;
  readonly toMs?: number;
}

/** The part, asked of the floor. */
export class Selected {
  readonly #part: Part;
  readonly #floor: Floor;
  /** The item asked for has come. */
  met = false;

  constructor(part: Part, floor: Floor) {
    this.#part = part;
    this.#floor = floor;
  }

  get everything(): boolean {
    return this.#part.item === undefined;
  }

  get nowIsIn(): boolean {
    const now = this.#floor.clocks.nowMs;
    return now >= (this.#part.fromMs ?? -Infinity) && now < (this.#part.toMs ?? Infinity);
  }

  /** Whether an item is the one asked for, or any will do. */
  has(item: number): boolean {
    const {item: asked} = this.#part;
    if (asked === undefined) return true;
    const {items} = this.#floor;
    return items.source(item) === asked.source && items.number(item) === asked.number;
  }
}
