import type {Estimate, GoalResult, IntervalRow, Results} from '../measure/results.ts';
import {localInstant} from './charts/timeAxis.ts';

/** A goal held against each interval of the series. */
export interface Trouble {
  /** Intervals with something to judge, and how many of them lie on the wrong side of the limit. */
  readonly judged: number;
  readonly beyond: number;
  /**
   * Start of the interval since which the value up to then has stayed on the wrong side until the end, ISO local
   * date-time; null where the goal's own value is on the good side, or asked of days.
   */
  readonly since: string | null;
}

/** What an interval says to a goal, and how much it counts. */
interface Said {
  readonly value: number | null;
  readonly weight: number;
}

/**
 * When a goal was in trouble; null where its metric is not kept by interval, or by another limit of time. The value up
 * to an interval is the mean of the intervals so far, each counting as much as was offered, due or on duty in it.
 */
export function troubleOf(results: Results, goal: GoalResult): Trouble | null {
  const said = saidBy(results, goal);
  if (said === null) return null;
  const wrong = (value: number) =>
    goal.limit.kind === 'atLeast' ? value < goal.limit.value : value > goal.limit.value;
  const {start, startMs} = results.intervals;
  const [from, until] = counted(results);
  let [judged, beyond, sum, weight] = [0, 0, 0, 0];
  let since: string | null = null;
  for (const [i, at] of start.entries()) {
    const {value = null, weight: own = 0} = said[i] ?? {};
    const startsMs = startMs[i] ?? 0;
    if (value === null || own <= 0 || startsMs < from || startsMs >= until) continue;
    judged++;
    if (wrong(value)) beyond++;
    sum += value * own;
    weight += own;
    if (!wrong(sum / weight)) since = null;
    else since ??= at;
  }
  if (judged === 0) return null;
  const {value} = goal.estimate;
  return {judged, beyond, since: goal.onDays === null && value !== null && wrong(value) ? since : null};
}

/** Ms since the start between which intervals count. */
function counted({horizon}: Results): readonly [number, number] {
  const {warmUpSeconds = 0, coolDownSeconds = 0, from, to} = horizon;
  const length = Date.parse(localInstant(to)) - Date.parse(localInstant(from));
  return [warmUpSeconds * 1000, coolDownSeconds > 0 ? length - coolDownSeconds * 1000 : Number.POSITIVE_INFINITY];
}

type OfRow = (row: IntervalRow, i: number) => Said;

const estimated =
  (estimates: (row: IntervalRow) => readonly Estimate[], weights: (row: IntervalRow) => readonly number[]): OfRow =>
  (row, i) => ({value: estimates(row)[i]?.value ?? null, weight: weights(row)[i] ?? 0});

/** Metrics that rows of process and channel keep by interval; `limit` is the promise they are kept by. */
const BY_ROW: Readonly<Record<string, {readonly of: OfRow; readonly limit?: 'answerWithinSeconds' | 'slaSeconds'}>> = {
  serviceLevel: {
    of: estimated(
      (row) => row.serviceLevel,
      (row) => row.offered,
    ),
    limit: 'answerWithinSeconds',
  },
  slaAttainment: {
    of: estimated(
      (row) => row.slaAttainment,
      (row) => row.judgedDue ?? [],
    ),
    limit: 'slaSeconds',
  },
  abandonment: {
    of: ({offered, abandoned}, i) => {
      const weight = offered[i] ?? 0;
      return {value: weight > 0 ? (abandoned[i] ?? 0) / weight : null, weight};
    },
  },
};

function saidBy(results: Results, {metric, of = {}, withinSeconds}: GoalResult): readonly Said[] | null {
  const {start, rows, groups} = results.intervals;
  if (metric === 'occupancy') {
    const mine = groups.filter(({group}) => group === (of.group ?? group));
    return start.map((_, i) =>
      together(mine.map((row) => ({value: row.occupancy[i] ?? null, weight: row.onDutyAgents[i] ?? 0}))),
    );
  }
  const kept = BY_ROW[metric];
  if (!kept || of.group !== undefined || of.source !== undefined || of.attribute !== undefined) return null;
  const mine = rows.filter(
    ({process, channel}) => process === (of.process ?? process) && channel === (of.channel ?? channel),
  );
  const {limit} = kept;
  if (
    withinSeconds !== undefined &&
    limit &&
    mine.some(({process}) => results.promises?.[process]?.[limit] !== withinSeconds)
  )
    return null;
  return start.map((_, i) => together(mine.map((row) => kept.of(row, i))));
}

function together(parts: readonly Said[]): Said {
  const known = parts.filter(({value, weight}) => value !== null && weight > 0);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return {value: null, weight: 0};
  return {value: known.reduce((sum, part) => sum + (part.value ?? 0) * part.weight, 0) / weight, weight};
}
