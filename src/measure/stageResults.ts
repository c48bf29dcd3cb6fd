import type {Move} from './life/moveBook.ts';
import type {Estimate} from './results.ts';

/** The scenario's stages, and statuses it has no stage for. Means per replication, of items that arrived in the counted time. */
export interface StageResults {
  /** Those that are final last. */
  readonly names: readonly {readonly stage: string; readonly status: string; readonly final: boolean}[];
  readonly rows: readonly StageRow[];
  /** Flows that happened. Items begin as `new`. */
  readonly flows: readonly StageFlow[];
}
export interface StageRow {
  readonly process: string;
  readonly stage: string;
  readonly entered: number;
  /** Of those; the rest stand there at the end. */
  readonly left: number;
  /** Of all stays that ended, and of one. */
  readonly seconds: number;
  readonly meanSeconds: Estimate;
}
export interface StageFlow {
  readonly process: string;
  readonly from: string;
  readonly to: string;
  readonly items: number;
}

/**
 * How often items left a process for another, or (`workOrder`, `reply`) opened an item there; `milestone`: sent by one's
 * action. From a process to itself: handed to a group or an agent. Means per replication, of items that arrived in the
 * counted time.
 */
export interface ProcessFlow {
  readonly from: string;
  readonly to: string;
  readonly by: Move;
  readonly items: number;
}
