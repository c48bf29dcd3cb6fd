import {BusinessClock, clockOf, DAY_MS, localDays} from '../../calendar/index.ts';
import type {Timetable} from '../../demand/context.ts';
import {expectedArrivals} from '../../demand/index.ts';
import type {DistributionSpec} from '../../random/distribution.ts';
import type {Scenario, SourceSpec, Varying} from '../scenario.ts';

/** Days looked at: a mean over more is the same. */
const MOST_DAYS = 400;

const TIMETABLES = new WeakMap<Scenario, Timetable>();

/** Expected arrivals of a source over the horizon (or 400 days of it); null where only a log knows. */
export function meanArrivals(scenario: Scenario, source: SourceSpec): number | null {
  const lengthMs = horizonMs(scenario);
  if (lengthMs === null) return null;
  let timetable = TIMETABLES.get(scenario);
  if (timetable === undefined) {
    timetable = timetableOf(scenario, lengthMs);
    TIMETABLES.set(scenario, timetable);
  }
  return expectedArrivals(source, timetable, [0, lengthMs])?.[0] ?? null;
}

function timetableOf(scenario: Scenario, lengthMs: number): Timetable {
  const {zone, fromEpochMs, calendars} = scenario;
  const clocks = Object.entries(calendars).map(
    ([name, calendar]) => [name, clockOf(calendar, zone, fromEpochMs, -DAY_MS, lengthMs)] as const,
  );
  return {untilMs: lengthMs, dayAt: localDays(zone, fromEpochMs), clocks: new Map(clocks)};
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
  return rows.reduce((sum, row) => sum + row.value.mean, 0) / Math.max(rows.length, 1);
}

/** Open time of a calendar from the start on. */
export function openMs({calendars, zone, fromEpochMs}: Scenario, calendar: string, lengthMs: number): number {
  const spec = calendars[calendar];
  return spec === undefined ? lengthMs : new BusinessClock(clockOf(spec, zone, fromEpochMs, 0, lengthMs)).at(lengthMs);
}
