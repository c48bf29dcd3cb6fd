import type {
  Estimate,
  GroupIntervalRow,
  IntervalRow,
  IntervalSeries,
  JoinedRatios,
  Results,
} from '../../measure/results.ts';
import {localInstant} from './timeAxis.ts';

/** More points than this are noise in a picture of this width. */
const MOST_POINTS = 400;

/** The series as a chart shows it: one point an interval, a local hour or a local day. */
export interface Coarse {
  readonly series: IntervalSeries;
  readonly point: 'interval' | 'hour' | 'day';
  /** Length of each point. */
  readonly seconds: readonly number[];
}

/**
 * The series with neighbouring intervals joined to hours or days until a chart can show them: counts add up, ratios are
 * those the results keep by hour and day (else weighted by what was offered or on duty, without intervals of
 * confidence), and of what stands at an instant, the fullest of these instants is kept.
 */
export function coarse(results: Results, mostPoints = MOST_POINTS): Coarse {
  const {spans, point} = pointsOf(results.intervals.start, mostPoints);
  const {intervalSeconds} = results.horizon;
  const ratios = results.intervals.joined?.find((each) => each.point === point && each.start.length === spans.length);
  return {
    series: point === 'interval' ? results.intervals : join(results.intervals, spans, ratios),
    point,
    seconds: spans.map(
      ({first, end}) =>
        (end - first) * intervalSeconds - (end === results.intervals.start.length ? missing(results) : 0),
    ),
  };
}

/** What the last interval lacks where the horizon ends inside it. */
function missing({horizon, intervals}: Results): number {
  const last = intervals.start.at(-1);
  if (last === undefined) return 0;
  const length = (Date.parse(localInstant(horizon.to)) - Date.parse(localInstant(last))) / 1000;
  return length > 0 && length < horizon.intervalSeconds ? horizon.intervalSeconds - length : 0;
}

/** Which intervals, by their local start, one point stands for. */
export function pointsOf(
  start: readonly string[],
  mostPoints = MOST_POINTS,
): {readonly spans: readonly Span[]; readonly point: Coarse['point']} {
  if (start.length <= mostPoints) return {spans: start.map((_, i) => ({first: i, end: i + 1})), point: 'interval'};
  const hours = spansBy(start, 'yyyy-mm-ddThh'.length);
  if (hours.length < start.length && hours.length <= mostPoints) return {spans: hours, point: 'hour'};
  return {spans: spansBy(start, 'yyyy-mm-dd'.length), point: 'day'};
}

/** Neighbours whose local start begins alike. */
function spansBy(start: readonly string[], length: number): Span[] {
  const firsts = start.map((_, i) => i).filter((i) => start[i]?.slice(0, length) !== start[i - 1]?.slice(0, length));
  return firsts.map((first, k) => ({first, end: firsts[k + 1] ?? start.length}));
}

function join(series: IntervalSeries, spans: readonly Span[], ratios: JoinedRatios | undefined): IntervalSeries {
  return {
    start: spans.map(({first}) => series.start[first] ?? ''),
    startMs: spans.map(({first}) => series.startMs[first] ?? 0),
    rows: series.rows.map((row, k) => ({...joinRow(row, spans), ...ratios?.rows[k]})),
    groups: series.groups.map((row, k) => ({...joinGroup(row, spans), ...occupancyOf(ratios, k)})),
  };
}

export interface Span {
  readonly first: number;
  readonly end: number;
}
export const sums = (values: readonly number[], spans: readonly Span[]) =>
  spans.map(({first, end}) => values.slice(first, end).reduce((a, b) => a + b, 0));
const means = (values: readonly number[], spans: readonly Span[]) =>
  sums(values, spans).map((sum, i) => sum / Math.max(1, (spans[i]?.end ?? 0) - (spans[i]?.first ?? 0)));
const NOTHING: Estimate = {value: null, halfWidth: null};
const nothing = (spans: readonly Span[]) => spans.map(() => null);

/** The mean of those that are known, each counting as much as its weight. */
export function weightedMean(values: readonly (number | null)[], weights: readonly number[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const [i, value] of values.entries()) {
    if (value === null) continue;
    sum += value * (weights[i] ?? 0);
    weight += weights[i] ?? 0;
  }
  return weight > 0 ? sum / weight : null;
}

export const weighted = (values: readonly (number | null)[], weights: readonly number[], spans: readonly Span[]) =>
  spans.map(({first, end}) => weightedMean(values.slice(first, end), weights.slice(first, end)));
const ratios = (values: readonly Estimate[], weights: readonly number[], spans: readonly Span[]): Estimate[] =>
  weighted(
    values.map(({value}) => value),
    weights,
    spans,
  ).map((value) => ({value, halfWidth: null}));

function occupancyOf(ratios: JoinedRatios | undefined, group: number): Partial<GroupIntervalRow> {
  const occupancy = ratios?.groups[group]?.occupancy;
  if (occupancy === undefined) return {};
  return {
    occupancy: occupancy.map(({value}) => value),
    occupancyHalfWidth: occupancy.map(({halfWidth}) => halfWidth),
  };
}

/** The interval in each span at whose start most was unfinished. */
function fullestOf({backlogNotStarted, backlogInHand, backlogByStage}: IntervalRow, spans: readonly Span[]): number[] {
  return spans.map(({first, end}) => {
    let fullest = first;
    const parts = backlogByStage ?? [backlogNotStarted, backlogInHand];
    const total = (i: number) => parts.reduce((sum, counts) => sum + (counts[i] ?? 0), 0);
    for (let i = first + 1; i < end; i++) if (total(i) > total(fullest)) fullest = i;
    return fullest;
  });
}

function joinRow(row: IntervalRow, spans: readonly Span[]): IntervalRow {
  const fullest = fullestOf(row, spans);
  const then = (values: readonly number[]) => fullest.map((i) => values[i] ?? 0);
  return {
    process: row.process,
    channel: row.channel,
    offered: sums(row.offered, spans),
    answered: sums(row.answered, spans),
    abandoned: sums(row.abandoned, spans),
    rejected: sums(row.rejected, spans),
    serviceLevel: ratios(row.serviceLevel, row.offered, spans),
    slaAttainment: row.judgedDue ? ratios(row.slaAttainment, row.judgedDue, spans) : spans.map(() => NOTHING),
    ...(row.judgedDue ? {judgedDue: sums(row.judgedDue, spans)} : {}),
    meanWaitSeconds: weighted(row.meanWaitSeconds, row.offered, spans),
    backlogNotStarted: then(row.backlogNotStarted),
    backlogInHand: then(row.backlogInHand),
    backlogOverdue: then(row.backlogOverdue),
    backlogHalfWidth: fullest.map((i) => row.backlogHalfWidth[i] ?? null),
    ...(row.backlogByStage && {backlogByStage: row.backlogByStage.map(then)}),
    handledSeconds: sums(row.handledSeconds, spans),
  };
}

function joinGroup(row: GroupIntervalRow, spans: readonly Span[]): GroupIntervalRow {
  return {
    group: row.group,
    onDutyAgents: means(row.onDutyAgents, spans),
    busyAgents: means(row.busyAgents, spans),
    paidAgents: means(row.paidAgents, spans),
    occupancy: weighted(row.occupancy, row.onDutyAgents, spans),
    occupancyHalfWidth: nothing(spans),
  };
}
