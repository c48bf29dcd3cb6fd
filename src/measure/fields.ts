import type {Model} from '../model/model.ts';

/**
 * Columns of a tally cell. A cell is one report class in one bin of time; which bin an event falls into depends on the
 * column: by arrival and by due for items inside the counted time, by the event's own instant for all items.
 */
export const FIELD = {
  // by arrival
  offered: 0,
  answered: 1,
  abandoned: 2,
  answeredIn: 3,
  abandonedIn: 4,
  abandonedShort: 5,
  waited: 6,
  waitAnsweredMs: 7,
  waitAbandonedMs: 8,
  rejected: 9,
  completed: 10,
  handleMs: 11,
  redials: 12,
  missedOffers: 13,
  interruptions: 14,
  // by due
  due: 15,
  met: 16,
  /** Completed late, or abandoned. */
  lost: 17,
  // by the event: entered less started less gaveUp wait, started less finished are in hand
  entered: 18,
  started: 19,
  gaveUp: 20,
  finished: 21,
  /** Of `finished`, those inside the counted time. */
  throughput: 22,
  /** Items that are open at their due instant, in its bin; and those that became final after it. */
  becameOverdue: 23,
  ceasedOverdue: 24,
} as const;
export const FIELDS = 25;

/** Beyond FIELDS, what goals ask: per answer limit, per allowed time. */
export const ANSWER_LIMIT_FIELDS = {answeredIn: 0, abandonedIn: 1} as const;
export const ANSWER_LIMIT_STRIDE = 2;
export const ALLOWED_FIELDS = {due: 0, met: 1, lost: 2} as const;
export const ALLOWED_STRIDE = 3;

/** Places per process: the preferred agent, then every target that has a name. */
export const targetStride = ({eligibility, names}: Model): number =>
  Math.max(eligibility.maxStages, ...names.targets.map(({length}) => length)) + 1;

/** Columns per agent, and per process and target. */
export const AGENT_COUNTS = {answered: 0, missed: 1, stride: 2} as const;
export const TARGET_COUNTS = {answered: 0, waitMs: 1, stride: 2} as const;
