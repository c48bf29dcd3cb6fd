import type {FirstReplication} from '../../measure/firstReplication.ts';
import {type ItemLog, LOG_ROWS, OUTCOME} from '../../measure/itemLog.ts';
import {VISIT_ROWS} from '../../measure/visitLog.ts';
import type {Model} from '../../model/model.ts';
import type {Telling} from '../formats/itemsCsv.ts';

/** Everything that is known of one replication. */
export interface Told extends Telling {
  readonly log: ItemLog;
  readonly model: Model;
  readonly people: FirstReplication;
}

/** An item of the log; instants in ms since the start, NaN where it did not happen. */
export interface Task {
  readonly row: number;
  readonly source: number;
  readonly number: number;
  readonly redial: number;
  readonly reportClass: number;
  readonly process: number;
  readonly channel: number;
  readonly rule: number;
  readonly arrivedMs: number;
  /** Infinity: promised for no time. */
  readonly dueMs: number;
  readonly answeredMs: number;
  readonly endedMs: number;
  /** A value of OUTCOME. */
  readonly outcome: number;
  readonly priority: number;
  readonly missedOffers: number;
  readonly visits: number;
}

/** Every item that was not rejected, in order of creation. */
export function* tasksOf({log, model}: Told): Generator<Task> {
  const {classes} = model.reporting;
  for (let row = 0; row < log.rows; row++) {
    const chunk = log.chunks[row >>> 16];
    const at = row & (LOG_ROWS - 1);
    if (chunk.outcome[at] === OUTCOME.rejected) continue;
    const reportClass = chunk.reportClass[at];
    yield {
      row,
      source: chunk.source[at],
      number: chunk.number[at],
      redial: chunk.redial[at],
      reportClass,
      process: classes.process[reportClass],
      channel: classes.channel[reportClass],
      rule: chunk.rule[at],
      arrivedMs: chunk.arrivedMs[at],
      dueMs: chunk.dueMs[at],
      answeredMs: chunk.answeredMs[at],
      endedMs: chunk.endedMs[at],
      outcome: chunk.outcome[at],
      priority: chunk.priority[at],
      missedOffers: chunk.missedOffers[at],
      visits: chunk.visits[at],
    };
  }
}

/** Done, with or without the customer's last word. */
export const isCompleted = ({outcome}: Task): boolean => outcome === OUTCOME.completed || outcome === OUTCOME.closed;

/** In the books at that instant: arrived before it, and not final before it. */
export const isOpenAt = ({arrivedMs, endedMs}: Task, ms: number): boolean => arrivedMs < ms && !(endedMs < ms);

/** A time in an agent's hands; `handledMs` NaN: not over at the end. */
export interface Assignment {
  readonly item: number;
  readonly visit: number;
  readonly agent: number;
  readonly process: number;
  readonly target: number;
  readonly fromMs: number;
  readonly handledMs: number;
  readonly wrapUpMs: number;
  readonly outcome: number;
}

/** Every assignment, in order of their beginnings. */
export function* assignmentsOf({log}: Told): Generator<Assignment> {
  for (let row = 0; row < log.visits.rows; row++) {
    const chunk = log.visits.chunks[row >>> 16];
    const at = row & (VISIT_ROWS - 1);
    yield {
      item: chunk.item[at],
      visit: chunk.visit[at],
      agent: chunk.agent[at],
      process: chunk.process[at],
      target: chunk.target[at],
      fromMs: chunk.fromMs[at],
      handledMs: chunk.handledMs[at],
      wrapUpMs: chunk.wrapUpMs[at],
      outcome: chunk.outcome[at],
    };
  }
}

/** Handling and wrap-up of an assignment that is over, ms; NaN of one that is not. */
export const handleMsOf = ({fromMs, handledMs, wrapUpMs}: Assignment): number => handledMs + wrapUpMs - fromMs;

/** By row of the log: handling and wrap-up of all its assignments that are over, ms. */
export function handledByItem(told: Told): Float64Array {
  const handled = new Float64Array(told.log.rows);
  for (const each of assignmentsOf(told)) if (!Number.isNaN(each.handledMs)) handled[each.item] += handleMsOf(each);
  return handled;
}

/** When the reports are drawn up: the end of the horizon, or of the run where that is sooner. */
export const reportedAtMs = ({model, people}: Told): number => Math.min(model.horizon.untilMs, people.endMs);

/** ms to seconds; what did not happen is an empty cell. */
export const inSeconds = (ms: number): number | null => (Number.isFinite(ms) ? ms / 1000 : null);
/** A share; of nothing an empty cell. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
/** Sum of ms over a count, in seconds. */
export const meanSeconds = (sumMs: number, count: number): number | null => (count > 0 ? sumMs / count / 1000 : null);
