import type {AttributeValue} from '../context.ts';
import type {Opening} from './opening.ts';

/** A row of a log, read: what it says about one item. Times are ms since the scenario starts; NaN where the log lacks a value. */
export interface LoggedItem {
  /** Number of its row among the rows of data, from 0: its draws are keyed by it. */
  readonly number: number;
  readonly line: number;
  /** '' where the scenario names no column for it. */
  readonly id: string;
  readonly arrivedMs: number;
  readonly channel: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly handleMs: number;
  readonly wrapUpMs: number;
  readonly patienceMs: number;
  readonly dueMs: number;
  /** -Infinity: rejected on arrival. */
  readonly activeMs: number;
  readonly priority: number;
  /** Agent by name, '' none. */
  readonly preferred: string;
  /** Recorded: how long it waited, and whether it hung up. */
  readonly waitMs: number;
  readonly abandoned: boolean;
  /** Of a snapshot: where it stands. */
  readonly opening: Opening | null;
}

/** Hands out items one by one; null at the end. */
export interface LoggedItems {
  next(): LoggedItem | null;
}
