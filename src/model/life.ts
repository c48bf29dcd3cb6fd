import type {LeadDraws, Leads} from './leads.ts';
import type {Milestones} from './milestones.ts';
import type {Openings} from './opening.ts';

/**
 * What becomes of items when an agent is done with them, compiled: per source a run of outcomes, of which demand draws
 * one for every visit. A row holds the parameters of one outcome; what it does is src/engine/life/<kind>.ts.
 */
export interface Life {
  /** Per source: 1 where items of other sources open its items. Absent: nothing opens any. */
  readonly opened?: Uint8Array;
  /** Per source: row of its first outcome; the draw of demand counts from there. */
  readonly first: Int32Array;
  readonly outcomes: readonly OutcomeRow[];
  /** Per process: how long the source's update after Mark Done may take, on the process's clock; Infinity: for ever. */
  readonly confirmMs: Float64Array;
  /** Per route: 1 where target times begin anew for what comes back after handling. */
  readonly restarts: Uint8Array;
  /** Absent: no process has any. */
  readonly milestones?: Milestones;
  /** Items may be parked in agents' workbins. */
  readonly workbins?: boolean;
  /** The scenario's own stages on top of statuses; absent: it names none. */
  readonly stages?: Stages;
  /** What may be won, and what is noted of items; absent: nothing. */
  readonly leads?: Leads;
  /** Some items are there at the start, each where a snapshot says. */
  readonly openings?: Openings;
  /** Items of some log come with an activation date (ArrivalBlock.activeMs). */
  readonly activates?: boolean;
  /** Sources command their items (Feed.commands). */
  readonly commands?: boolean;
}

/**
 * What a scenario calls where its items stand. Of several stages of one status an item stands in the one that its last
 * outcome names, else in the first.
 */
export interface Stages {
  readonly names: readonly string[];
  /** Per stage: its status. */
  readonly status: Uint8Array;
  /** `[outcome * STATUSES + status]`: the stage the outcome names, -1 none. */
  readonly named: Int32Array;
}

/** Parameters of every kind of outcome. A duration that is drawn is the number of a span: see LifeDraws. */
export type OutcomeRow =
  | CompleteRow
  | MarkDoneRow
  | ParkRow
  | PendingRow
  | RescheduleRow
  | ReclassifyRow
  | WorkOrderRow
  | TransferRow
  | ComesBackRow;

/** It is done. `confirmedSpan`: how long the source's update takes; -1: it is there when handling ends. */
export interface CompleteRow {
  readonly kind: 'complete';
  readonly confirmedSpan: number;
  /** Mark Done is disabled: until the update comes it stays in the agent's hands. */
  readonly stays?: boolean;
}

/** The agent says it is done, and the source never confirms it. */
export interface MarkDoneRow {
  readonly kind: 'markDone';
}

/** Into the workbin of the agent who has it. */
export interface ParkRow {
  readonly kind: 'park';
  readonly forSpan: number;
  /** Share of the visit's effort still to be done; NaN: the next visit draws its own. */
  readonly left: number;
  /** Ahead of new work, once its time has come. */
  readonly first: boolean;
  /** Time off duty after which it is taken from its agent; Infinity: only where he never comes back. */
  readonly returnAfterMs: number;
  /** To a colleague's workbin, else back into distribution. */
  readonly toColleague: boolean;
}

/**
 * Put off until an activation date (`activateSpan` -1: at once), with a new SLA from there, on the process's clock; NaN
 * that of the process.
 */
export interface RescheduleRow {
  readonly kind: 'reschedule';
  readonly activateSpan: number;
  readonly slaMs: number;
}

/** It waits for the customer's reply; without one within `closeAfterMs` (Infinity: for ever) it is closed. */
export interface PendingRow {
  readonly kind: 'pending';
  readonly replySpan: number;
  readonly closeAfterMs: number;
  /** Age, targets and due date stand still meanwhile. */
  readonly stops: boolean;
  /** Sources whose next items a reply is; none: it needs no handling of its own. */
  readonly opens: readonly number[];
  /** Goes on with the agent who had it, who is waited for so long on the process's clock; else routed. */
  readonly sameAgent: boolean;
  readonly waitForAgentMs: number;
}

/** Its attributes change and segmentation decides again; `outcome`: which entry of its source's handling, see Moves. */
export interface ReclassifyRow {
  readonly kind: 'reclassify';
  readonly outcome: number;
  /** Age, place and due date count from now on, not from its arrival. */
  readonly restarts: boolean;
}

/** Handed over, after a while (`afterSpan` -1: at once); `outcome` as in ReclassifyRow. */
export interface TransferRow {
  readonly kind: 'transfer';
  readonly outcome: number;
  readonly keepsPlace: boolean;
  readonly afterSpan: number;
}

/** Back after a while, with its age. */
export interface ComesBackRow {
  readonly kind: 'comesBack';
  readonly afterSpan: number;
}

/** It opens items of other sources. Rows are counted within those of its own source. */
export interface WorkOrderRow {
  readonly kind: 'workOrder';
  /** Sources whose next items it opens, in order. */
  readonly opens: readonly number[];
  /** It waits until all of them are final; else it is complete at once. */
  readonly waits: boolean;
  /** Finished by the agent who had it, who is waited for so long on the process's clock; else by whom routing finds. */
  readonly sameAgent: boolean;
  readonly waitForAgentMs: number;
  /** Effort of finishing: drawn (`finishSpan`), its source's, or none: closed by the last that it opened. */
  readonly finish: 'span' | 'source' | 'none';
  readonly finishSpan: number;
  /** The row of what is complete: what becomes of the visit that finishes it. */
  readonly completeAt: number;
  /** As of CompleteRow. */
  readonly confirmedSpan: number;
}

/**
 * Draws of items after their arrival, keyed by (item, redial, visit): asked in any order, or not at all, without moving
 * any other draw. `visit` counts from 0, the first time in an agent's hands.
 */
export interface LifeDraws {
  /** What becomes of the item after this visit: counted from the source's first row. */
  outcome(number: number, redial: number, visit: number): number;
  /** Effort of a visit after the first, ms; where it differs by interval of arrival, of the item's arrival. */
  handleMs(number: number, redial: number, visit: number, arrivedMs: number): number;
  wrapUpMs(number: number, redial: number, visit: number, arrivedMs: number): number;
  /** A duration of an outcome, ms; `span` as its row says. */
  spanMs(number: number, redial: number, visit: number, span: number): number;
  /** Where anything is won or noted of the source's items. */
  readonly lead?: LeadDraws;
}

/**
 * Where an item stands, in the words of Genesys iWD; `awaiting`, confirmation after Mark Done, is ours. New and captured
 * last no time here: classifying and prioritising are instantaneous. An offer that rings leaves an item queued; wrap-up
 * of an item that is not final leaves it assigned. The last four are final.
 */
export const STATUS = {
  new: 0,
  captured: 1,
  queued: 2,
  assigned: 3,
  awaiting: 4,
  held: 5,
  completed: 6,
  canceled: 7,
  rejected: 8,
  abandoned: 9,
} as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];
export const STATUSES = 10;

/** Every status in the words of the language, in the order of STATUS. */
export const STATUS_NAMES = [
  'new',
  'captured',
  'queued',
  'assigned',
  'awaiting confirmation',
  'held',
  'completed',
  'canceled',
  'rejected',
  'abandoned',
] as const;
export type StatusName = (typeof STATUS_NAMES)[number];

/** Whether an item that stands there is done with, for good or bad. */
export const isFinal = (status: number): boolean => status >= STATUS.completed;
