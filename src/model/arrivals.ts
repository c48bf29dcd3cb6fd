/**
 * How demand reaches the event loop: every source is a feed that fills blocks of items in order of arrival, with
 * everything random about them drawn. Nothing that happens later changes a draw.
 */
import type {Commands} from './commands.ts';
import type {LifeDraws} from './life.ts';
import type {Brought, Moves} from './moves.ts';

export interface Feed {
  /** Fills `block` from its start and sets `count`; 0 says the source has ended. Rows are in order of `arrivedMs`. */
  fill(block: ArrivalBlock): void;
  /**
   * The same customer calls again: the draws of attempt `attempt` (1, 2, …) of item `number` of this source, keyed by
   * both, or null when he gives up. Called when an item of a source with redial abandons, in any order.
   * `abandonedMs` is when that was: handle times that differ by interval of arrival are those of the new arrival
   * (absent: those at the start of the scenario).
   */
  redial(number: number, attempt: number, abandonedMs?: number): Redial | null;
  /**
   * Of a source whose items other items open: the draws of number `number`, opened at an instant by an item that results
   * count under the values `reported` of its attributes.
   */
  opened?(number: number, reported: Readonly<Record<string, string>>, atMs: number): Opened;
  /** Draws of what happens after arrival; where the model has a life cycle, of every source. */
  readonly life?: LifeDraws;
  /** What the source says of its items as they live; of logs that have commands beside them. */
  readonly commands?: Commands;
  /** Where its items may move to; of sources whose items do. */
  readonly moves?: Moves;
}

/** What an item brings that another one opens. */
export interface Opened {
  readonly route: number;
  readonly rule: number;
  readonly reportClass: number;
  /** Initial priority of its own, NaN: the curve's. */
  readonly initial: number;
  readonly brought: Brought;
  readonly handleMs: number;
  readonly wrapUpMs: number;
}

export interface Redial {
  readonly afterMs: number;
  readonly handleMs: number;
  readonly wrapUpMs: number;
  readonly patienceMs: number;
}

/** Few enough for the blocks of a dozen sources to stay in the cache nearest to the core but one: of 1,024 rows W2 took a sixth longer. */
export const BLOCK_ROWS = 128;

/** Columns of up to BLOCK_ROWS items. Those a model's features do not use stay unread. */
export class ArrivalBlock {
  count = 0;
  /** Arrival; may be before 0 for an initial backlog: it enters at 0 with its true age. */
  readonly arrivedMs = new Float64Array(BLOCK_ROWS);
  /** Number of the item in its source, from 0. */
  readonly number = new Float64Array(BLOCK_ROWS);
  readonly route = new Int32Array(BLOCK_ROWS);
  readonly reportClass = new Int32Array(BLOCK_ROWS);
  readonly handleMs = new Float64Array(BLOCK_ROWS);
  readonly wrapUpMs = new Float64Array(BLOCK_ROWS);
  /** Infinity: never hangs up. */
  readonly patienceMs = new Float64Array(BLOCK_ROWS);
  /** Due instant of the item's own, NaN: arrival plus the process's SLA. */
  readonly dueMs = new Float64Array(BLOCK_ROWS);
  /** Initial priority of the item's own, NaN: the curve's. */
  readonly initial = new Float64Array(BLOCK_ROWS);
  /** Agent id, -1 none. */
  readonly preferred = new Int32Array(BLOCK_ROWS);
  /** Not distributed before this instant; NaN: at once; -Infinity: never, it is rejected on arrival. Written and read where `model.life.activates`. */
  readonly activeMs = new Float64Array(BLOCK_ROWS);
  /** Of a snapshot: where the item stands (OPENING), with whom (-1 nobody), until when (NaN not known). Read where `model.life.openings`. */
  readonly opening = new Uint8Array(BLOCK_ROWS);
  readonly owner = new Int32Array(BLOCK_ROWS);
  readonly untilMs = new Float64Array(BLOCK_ROWS);
  /** And the number of the item of its source that waits for it; -1 none. Read where `openings.children`. */
  readonly parent = new Float64Array(BLOCK_ROWS);
  /** Rule of segmentation that matched (index into names.rules). */
  readonly rule = new Int32Array(BLOCK_ROWS);
  /** What later moves and deals need of it; null where its source has neither. */
  readonly brought: (Brought | null)[] = new Array<Brought | null>(BLOCK_ROWS).fill(null);
}
