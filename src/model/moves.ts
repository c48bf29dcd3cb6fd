/**
 * Items that move to another process, group or agent when somebody has had them in hand. What segmentation needs for
 * that it saw at arrival: it travels with the item, opaque to the event loop.
 */

/** Text, number, or nothing; dates are ISO text. */
export type AttributeValue = string | number | null;

/** What an item came with. Shared by items that are alike: never changed. */
export interface Brought {
  readonly channel: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Initial priority its source gave it, NaN none. */
  readonly priority: number;
}

/** Where it goes from here. */
export interface Moved {
  readonly route: number;
  /** Initial priority of its own, NaN: the curve's. */
  readonly initial: number;
  readonly brought: Brought;
}

/** Of one source. `outcome`: which entry of its handling says so, from 0; drawn values are keyed by item and visit. */
export interface Moves {
  /** Segmented again, with attributes that changed. */
  reclassified(brought: Brought, outcome: number, number: number, redial: number, visit: number): Moved;
  /** Handed over by a person, out of the process it is in. */
  transferred(brought: Brought, outcome: number, process: number): Moved;
  /** To another process, by a rule of the one it is in. */
  reassigned(brought: Brought, process: number): Moved;
}
