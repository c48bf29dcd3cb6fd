/**
 * Work that agents take themselves, by process: it stands in no shared line. Pushed work goes first: what is pulled is
 * looked for when nobody has anything left to be given.
 */
export interface Pull {
  /** Per process: PULLED. */
  readonly by: Uint8Array;
  /** Per process: ORDER, that of the agents' own. */
  readonly order: Uint8Array;
  /** Per process: lowest priority that is seen, -Infinity all; 1 where it must be higher than that. */
  readonly seesFrom: Float64Array;
  readonly seesAbove: Uint8Array;
  /** Per process: 1 where inboxes are filled in turn, 0 the one with least first. */
  readonly inTurn: Uint8Array;
  /** Per process: time off duty after which an owner's inbox is put into others'; Infinity where it is kept. */
  readonly reassignAfterMs: Float64Array;
  /** Per process: 1 where agents look now and then (LookDraws), 0 where they see at once what there is. */
  readonly looks: Uint8Array;
}

/** Not at all, by whom it was assigned to on arrival, by anyone whom it reaches. */
export const PULLED = {not: 0, byOwner: 1, byAnyone: 2} as const;
export const ORDER = {oldest: 0, newest: 1, easiest: 2, priority: 3} as const;

/** How long an agent takes until he looks, keyed by agent, process and how many times he has looked there. */
export interface LookDraws {
  afterMs(agent: number, process: number, look: number): number;
}
