import {type Life, STATUS} from '../../model/life.ts';
import {stageNodes} from '../../model/stageNodes.ts';
import type {Asked} from '../asked.ts';
import {ALLOWED_STRIDE, ANSWER_LIMIT_STRIDE, FIELDS} from '../fields.ts';

/**
 * Columns of a tally cell beside FIELD, at its end, where the model has a life cycle. By arrival, but for `aside`, which
 * is by the event, of all items.
 */
export const LIFE_FIELD = {
  /** Visits after the first, of completed items. */
  laterVisits: 0,
  /** From arrival to completion on the process's clock, of completed items. */
  finishMs: 1,
  /** Time in each status, of items that have left it. */
  queuedMs: STATUS.queued,
  assignedMs: STATUS.assigned,
  awaitingMs: STATUS.awaiting,
  heldMs: STATUS.held,
  /** Put aside, awaiting or held, less taken up again: neither waiting nor in hand. */
  aside: 6,
  /** Stays in workbins that have ended, and how long they lasted. */
  parkedStays: 7,
  parkedMs: 8,
  /** Called off by the source; complete without the customer's reply. */
  canceled: 9,
  lapsed: 10,
  /** Leads contacted, those that converted, what they were worth, and what waiting for the first contact has cost. */
  leadsContacted: 11,
  conversions: 12,
  valueWon: 13,
  valueLost: 14,
} as const;
export const LIFE_FIELDS = 15;

/** Where they begin in a cell. */
export const lifeFieldsAt = ({answerLimitsMs, allowedMs}: Asked): number =>
  FIELDS + ANSWER_LIMIT_STRIDE * answerLimitsMs.length + ALLOWED_STRIDE * allowedMs.length;

/** Behind them how many items stand in each stage that is not final, by the event; see stageNodes.ts. */
export const stageStocksAt = (asked: Asked): number => lifeFieldsAt(asked) + LIFE_FIELDS;

/** Of the occurrences of a milestone, by bin of their targets: started (less taken back), met, violated. */
export const MILESTONE_DAY = {started: 0, met: 1, violated: 2} as const;
export const MILESTONE_DAY_STRIDE = 3;

/** Behind those, where processes have milestones, MILESTONE_DAY of each, by the bin of their targets. */
export const milestonesAt = (asked: Asked, life: Life): number => stageStocksAt(asked) + stageNodes(life).open;

/** Columns of a cell because of a life cycle. */
export const lifeStride = (life: Life): number =>
  LIFE_FIELDS + stageNodes(life).open + MILESTONE_DAY_STRIDE * (life.milestones?.rows.length ?? 0);
