/** What processes promise besides being done in time, compiled: a target for every point of an item's life. */
export interface Milestones {
  readonly rows: readonly MilestoneRow[];
  /** Per process: its rows, as they are written. */
  readonly of: readonly (readonly number[])[];
  /** Some action adds to the priority of items. */
  readonly raises: boolean;
  /** Some action sends items to another process. */
  readonly reassigns: boolean;
  /** For journals and reports only: per row. */
  readonly names: readonly string[];
}

/** A point that an item reaches: a STATUS of model/life.ts, or STATUSES + the number of a stage. */
export type Point = number;

export interface MilestoneRow {
  readonly process: number;
  readonly reached: Point;
  /** What an occurrence starts with; ENTERING: the item enters the process. */
  readonly starts: Point;
  /** From the start until the target, and until it warns (NaN: it does not), on the clock. */
  readonly withinMs: number;
  readonly warnAfterMs: number;
  /** Index into the model's clocks. */
  readonly clock: number;
  readonly recurrence: Recurrence;
  readonly onWarning: MilestoneAction | null;
  readonly onViolation: MilestoneAction | null;
  readonly onSuccess: MilestoneAction | null;
}

export const ENTERING: Point = -1;

/**
 * Once per item; whenever its criteria are met and no occurrence is open (`independent`), or so that the next starts no
 * earlier than the previous target (`sequential`).
 */
export type Recurrence = 'none' | 'independent' | 'sequential';

/** What is done with the item, in this order. */
export interface MilestoneAction {
  /** Added to its priority from then on; 0 nothing. */
  readonly raiseBy: number;
  readonly openTargets: 'none' | 'next' | 'all';
  /** The process it goes to; -1 it stays. */
  readonly reassignTo: number;
}
