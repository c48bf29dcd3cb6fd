import {clockOf, DAY_MS, dayIndexOf, localDays} from '../../calendar/index.ts';
import type {Clock} from '../../model/clock.ts';
import {instantIn, type LocalDay} from '../../model/localDay.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import {type ArrivalsSpec, type Scenario, type SourceSpec, type Varying, WEEKDAYS} from '../scenario.ts';

const HOUR_MS = 3_600_000;
/** Days looked at: a mean over more is the same. */
const MOST_DAYS = 400;

/** Expected arrivals of a source over the horizon (or 400 days of it); null where only a log knows. */
export function meanArrivals(scenario: Scenario, {arrivals}: SourceSpec): number | null {
  const lengthMs = horizonMs(scenario);
  if (lengthMs === null) return null;
  switch (arrivals.kind) {
    case 'at':
      return arrivals.atMs.filter((atMs) => atMs < lengthMs).length;
    case 'perHour':
      return (arrivals.rate * openMs(scenario, arrivals.during, lengthMs)) / HOUR_MS;
    case 'perInterval':
      return sum(daysOf(scenario, lengthMs), (day) => intervalsOf(arrivals, day, lengthMs));
    case 'batch':
      return sum(daysOf(scenario, lengthMs), (day) => batchesOf(arrivals, day, lengthMs)) * arrivals.size.mean;
    case 'steps':
      return stepsOf(arrivals, lengthMs) * (openMs(scenario, arrivals.during, lengthMs) / lengthMs);
    default:
      return null;
  }
}

/** Length of the horizon, at most 400 days; null where it ends after a number of arrivals. */
export function horizonMs({until, fromEpochMs}: Scenario): number | null {
  return 'epochMs' in until ? Math.min(until.epochMs - fromEpochMs, MOST_DAYS * DAY_MS) : null;
}

/** Mean of a value that may differ by interval of arrival: of its entries alike. */
export function meanOf(varying: Varying<DistributionSpec> | undefined): number {
  if (varying === undefined) return 0;
  if ('fixed' in varying) return varying.fixed.mean;
  const {rows} = varying.byInterval;
  return sum(rows, (row) => row.value.mean) / Math.max(rows.length, 1);
}

export function openMs(scenario: Scenario, calendar: string | undefined, lengthMs: number): number {
  const spec = calendar === undefined ? undefined : scenario.calendars[calendar];
  if (spec === undefined) return lengthMs;
  return lengthOf(clockOf(spec, scenario.zone, scenario.fromEpochMs, 0, lengthMs));
}

function lengthOf({open}: Clock): number {
  if (open === null) return Number.POSITIVE_INFINITY;
  return open.fromMs.reduce((total, from, i) => total + (open.toMs[i] ?? from) - from, 0);
}

function daysOf({zone, fromEpochMs}: Scenario, lengthMs: number): LocalDay[] {
  const dayAt = localDays(zone, fromEpochMs);
  const last = dayIndexOf(dayAt, Math.max(lengthMs - 1, 0));
  return Array.from({length: last + 1}, (_, index) => dayAt(index));
}

const isWithin = (atMs: number, lengthMs: number) => atMs >= 0 && atMs < lengthMs;
const weekdayOf = (day: LocalDay) => WEEKDAYS[day.weekday] as (typeof WEEKDAYS)[number];

function intervalsOf(arrivals: ArrivalsSpec & {kind: 'perInterval'}, day: LocalDay, lengthMs: number): number {
  const today = arrivals.rows.filter(
    ({weekdays, fromMs}) => weekdays.includes(weekdayOf(day)) && isWithin(instantIn(day, fromMs), lengthMs),
  );
  return sum(today, (row) => row.count);
}

function batchesOf({weekdays, atMs, everyMs}: ArrivalsSpec & {kind: 'batch'}, day: LocalDay, lengthMs: number): number {
  if (!weekdays.includes(weekdayOf(day))) return 0;
  if (everyMs >= DAY_MS) return isWithin(instantIn(day, atMs), lengthMs) ? DAY_MS / everyMs : 0;
  return Math.max(0, Math.floor((Math.min(day.endMs, lengthMs) - Math.max(instantIn(day, atMs), 0)) / everyMs) + 1);
}

/** Expected arrivals of rates that change, calendars aside. */
function stepsOf({steps, repeatMs}: ArrivalsSpec & {kind: 'steps'}, lengthMs: number): number {
  const periodMs = Number.isNaN(repeatMs) ? lengthMs : repeatMs;
  const once = (untilMs: number) =>
    sum(steps, (step, i) => {
      const endMs = Math.min(steps[i + 1]?.fromMs ?? periodMs, untilMs);
      return (step.perHour * Math.max(0, endMs - step.fromMs)) / HOUR_MS;
    });
  const periods = Math.floor(lengthMs / periodMs);
  return periods * once(periodMs) + once(lengthMs - periods * periodMs);
}

function sum<Of>(of: readonly Of[], value: (one: Of, index: number) => number): number {
  return of.reduce((total, one, index) => total + value(one, index), 0);
}
