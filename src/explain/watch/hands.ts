/** What agents have in hand, and at which priority they were given it. One for all items that are watched in a run. */
import type {Floor} from '../../floor/floor.ts';
import {ITEM} from '../../floor/items.ts';

/** An item in somebody's hands. */
export interface InHand {
  readonly item: number;
  readonly serial: number;
  /** When it was given to him, and its priority then. */
  readonly givenMs: number;
  readonly priority: number;
}

const IN_HAND: ReadonlySet<number> = new Set([
  ITEM.ringing,
  ITEM.working,
  ITEM.paused,
  ITEM.wrapping,
  ITEM.wrappingPaused,
  ITEM.kept,
]);

export class HandsOfAgents {
  readonly #floor: Floor;
  readonly #held: InHand[][];

  constructor(agentCount: number, floor: Floor) {
    this.#floor = floor;
    this.#held = Array.from({length: agentCount}, () => []);
  }

  /** An item is given to him, now. */
  given(item: number, agent: number): void {
    const {items, clocks} = this.#floor;
    const held = this.of(agent);
    const serial = items.serial(item);
    if (held.some((one) => one.item === item && one.serial === serial)) return;
    held.push({item, serial, givenMs: clocks.nowMs, priority: Number(this.#floor.priority(item).toFixed(6))});
  }

  /** What he has in hand now, in the order he was given it. */
  of(agent: number): InHand[] {
    const {items} = this.#floor;
    const held = this.#held[agent].filter(
      ({item, serial}) =>
        items.serial(item) === serial && items.agent(item) === agent && IN_HAND.has(items.status(item)),
    );
    this.#held[agent] = held;
    return held;
  }
}
