import type {Items} from '../floor/items.ts';
import {VisitLog} from './visitLog.ts';

/** Rows a chunk: whole chunks are kept, because growing by doubling copies and touches every page again. */
export const LOG_ROWS = 65_536;

export const OUTCOME = {
  waiting: 0,
  inHand: 1,
  completed: 2,
  abandoned: 3,
  rejected: 4,
  awaiting: 5,
  held: 6,
  canceled: 7,
  /** Completed, by inactivity. */
  closed: 8,
} as const;

/** One row an item in order of creation. Instants in ms since the start, NaN where it did not happen. */
export class LogChunk {
  readonly source = new Int32Array(LOG_ROWS);
  readonly number = new Float64Array(LOG_ROWS);
  readonly redial = new Int32Array(LOG_ROWS);
  readonly reportClass = new Int32Array(LOG_ROWS);
  readonly rule = new Int32Array(LOG_ROWS);
  readonly arrivedMs = new Float64Array(LOG_ROWS);
  readonly dueMs = new Float64Array(LOG_ROWS);
  readonly answeredMs = new Float64Array(LOG_ROWS).fill(Number.NaN);
  /** Completed, abandoned, canceled or rejected. */
  readonly endedMs = new Float64Array(LOG_ROWS).fill(Number.NaN);
  readonly wrapUpMs = new Float64Array(LOG_ROWS);
  /** Target that took it; -1 the preferred agent before any target; -2 nobody. */
  readonly stage = new Int32Array(LOG_ROWS).fill(-2);
  readonly agent = new Int32Array(LOG_ROWS).fill(-1);
  /** Priority when it was taken. */
  readonly priority = new Float64Array(LOG_ROWS).fill(Number.NaN);
  readonly missedOffers = new Int32Array(LOG_ROWS);
  /** Times it was in an agent's hands. */
  readonly visits = new Int32Array(LOG_ROWS);
  readonly outcome = new Uint8Array(LOG_ROWS);
  /** Where it stands in the scenario's words, a row of stageNodes; null where it has none. */
  standsIn: Int32Array | null = null;
  /** Row of the item that opened it, -1 none; null where none of the chunk was opened. */
  parent: Float64Array | null = null;
  /** Of items that were not opened and not rejected, whole time by owner, then time past due by owner, `[row * width]`, ms; null where nobody asks. */
  owners: Float64Array | null = null;
}

/** One occurrence of a milestone; instants in ms since the start. */
export interface Occurrence {
  /** Row of the item. */
  readonly item: number;
  readonly milestone: number;
  /** From 1. */
  readonly number: number;
  readonly startMs: number;
  targetMs: number;
  warnedMs?: number;
  violatedMs?: number;
  /** Reached, or never to be reached from then on. */
  endedMs?: number;
  /** Reached in time or late; never reached; taken back; open at the end, before or after its target. */
  outcome: 'met' | 'late' | 'missed' | 'withdrawn' | 'open' | 'overdue';
  /** On its clock, when it ended or at the end; negative beyond the target. */
  leftMs: number;
}

/** Everything that happened to each item; memory grows with the items, so it is kept on request only. */
export class ItemLog {
  rows = 0;
  readonly chunks: LogChunk[] = [];
  /** Of milestones, in the order in which they started. */
  readonly occurrences: Occurrence[] = [];
  readonly visits = new VisitLog();

  private chunk(row: number): LogChunk {
    return this.chunks[row >>> 16];
  }

  created(items: Items, item: number): void {
    const row = items.serial(item);
    while (this.chunks.length <= row >>> 16) this.chunks.push(new LogChunk());
    this.rows = Math.max(this.rows, row + 1);
    const chunk = this.chunk(row);
    const at = row & (LOG_ROWS - 1);
    chunk.source[at] = items.source(item);
    chunk.number[at] = items.number(item);
    chunk.redial[at] = items.redial(item);
    chunk.reportClass[at] = items.reportClass(item);
    chunk.rule[at] = items.rule(item);
    chunk.arrivedMs[at] = items.arrivedMs(item);
    chunk.dueMs[at] = items.dueMs(item);
    chunk.outcome[at] = OUTCOME.waiting;
  }
  answered(row: number, agent: number, stage: number, priority: number, nowMs: number): void {
    const chunk = this.chunk(row);
    const at = row & (LOG_ROWS - 1);
    chunk.answeredMs[at] = nowMs;
    chunk.visits[at] = 1;
    chunk.agent[at] = agent;
    chunk.stage[at] = stage;
    chunk.priority[at] = priority;
    chunk.outcome[at] = OUTCOME.inHand;
  }
  takenAgain(row: number): void {
    this.chunk(row).visits[row & (LOG_ROWS - 1)]++;
  }
  /** Where it is from now on, as an OUTCOME that is not final. */
  stands(row: number, outcome: number): void {
    this.chunk(row).outcome[row & (LOG_ROWS - 1)] = outcome;
  }
  dueMoves(row: number, toMs: number): void {
    this.chunk(row).dueMs[row & (LOG_ROWS - 1)] = toMs;
  }
  entersStage(row: number, node: number): void {
    const chunk = this.chunk(row);
    chunk.standsIn ??= new Int32Array(LOG_ROWS);
    chunk.standsIn[row & (LOG_ROWS - 1)] = node;
  }
  openedBy(row: number, parent: number): void {
    const chunk = this.chunk(row);
    chunk.parent ??= new Float64Array(LOG_ROWS).fill(-1);
    chunk.parent[row & (LOG_ROWS - 1)] = parent;
  }
  /** Who had it for how long: `count` owners, from `from` on in both columns. */
  owned(row: number, whole: Float64Array, pastDue: Float64Array, from: number, count: number): void {
    const chunk = this.chunk(row);
    chunk.owners ??= new Float64Array(LOG_ROWS * 2 * count).fill(Number.NaN);
    const at = (row & (LOG_ROWS - 1)) * 2 * count;
    chunk.owners.set(whole.subarray(from, from + count), at);
    chunk.owners.set(pastDue.subarray(from, from + count), at + count);
  }
  missed(row: number): void {
    this.chunk(row).missedOffers[row & (LOG_ROWS - 1)]++;
  }
  ended(row: number, outcome: number, wrapUpMs: number, nowMs: number): void {
    const chunk = this.chunk(row);
    const at = row & (LOG_ROWS - 1);
    chunk.endedMs[at] = nowMs;
    chunk.wrapUpMs[at] = wrapUpMs;
    if (chunk.outcome[at] !== OUTCOME.closed) chunk.outcome[at] = outcome;
  }
  /** Wrap-up took another time than it was to. */
  wrappedUp(row: number, wrapUpMs: number): void {
    this.chunk(row).wrapUpMs[row & (LOG_ROWS - 1)] = wrapUpMs;
  }
}
