/**
 * Where an item stands when the scenario starts, in the words of a snapshot. `parked`: in its owner's workbin; `pending`:
 * waiting for the customer; `waiting for children`: until those that name it as their parent are final; what is assigned is
 * in its owner's hands.
 */
export const OPEN_STATUSES = [
  'queued',
  'assigned',
  'held',
  'parked',
  'pending',
  'awaiting confirmation',
  'waiting for children',
] as const;
export type OpenStatus = (typeof OPEN_STATUSES)[number];

/** As a column of ArrivalBlock: the place of the word in OPEN_STATUSES. */
export const OPENING = {queued: 0, assigned: 1, held: 2, parked: 3, pending: 4, awaiting: 5, children: 6} as const;

/** What the engine needs to put open items where they stand; per source, rows of `Life.outcomes`. */
export interface Openings {
  /** What parked items are of: the source's own way of parking, else a row nothing draws. */
  readonly parked: Int32Array;
  /** What items are of whose owner has them in hand and is not there: they wait for him in his workbin. */
  readonly kept: number;
  /** The source's own pending, -1 it has none. */
  readonly pending: Int32Array;
  /** The source's own work orders, else a row that has items go on in distribution; and whether any item has a parent. */
  readonly waiting: Int32Array;
  readonly children: boolean;
  /** Span of the time until the source confirms; -1 it never does. */
  readonly confirmedSpan: Int32Array;
}
