import {CALENDAR_TIME, clockOf, DAY_MS, localDays} from '../calendar/index.ts';
import type {Clock} from '../model/clock.ts';
import type {Horizon} from '../model/model.ts';
import type {Reporting} from '../model/reporting.ts';
import type {Scenario} from '../scenario/scenario.ts';

/** Business clocks know the past of items that arrived before the start, and the time after it for due dates and draining. */
const PAST_MS = 400 * DAY_MS;
const FUTURE_MS = 800 * DAY_MS;
/** A run that ends after a number of arrivals ends at an instant nobody knows: so long is provided for. */
const UNKNOWN_END_MS = 3660 * DAY_MS;

/** Ms since the start at which the horizon ends; Infinity where it ends after a number of arrivals. */
export const untilMsOf = ({until, fromEpochMs}: Scenario): number =>
  'epochMs' in until ? until.epochMs - fromEpochMs : Number.POSITIVE_INFINITY;

export function horizonOf(scenario: Scenario): Horizon {
  const {until} = scenario;
  return {
    untilMs: untilMsOf(scenario),
    arrivals: 'arrivals' in until ? until.arrivals : Number.POSITIVE_INFINITY,
    warmUpMs: scenario.warmUpMs,
    coolDownMs: scenario.coolDownMs,
    drains: scenario.atEnd === 'drain',
    measureAtMs: Float64Array.from(scenario.measureAtMs).sort(),
  };
}

/** Calendar time, then the business clocks of the calendars in their order. */
export function clocksOf(scenario: Scenario): Clock[] {
  const end = Math.min(untilMsOf(scenario), UNKNOWN_END_MS);
  const business = Object.values(scenario.calendars).map((calendar) =>
    clockOf(calendar, scenario.zone, scenario.fromEpochMs, -PAST_MS, end + FUTURE_MS),
  );
  return [CALENDAR_TIME, ...business];
}

/** Local days that the horizon touches; of a horizon without an end, ten years of them. */
export function reportingOf(scenario: Scenario): Reporting {
  const dayAt = localDays(scenario.zone, scenario.fromEpochMs);
  const end = Math.min(untilMsOf(scenario), UNKNOWN_END_MS);
  const starts: number[] = [];
  const names: string[] = [];
  for (let index = 0; dayAt(index).startMs < end; index++) {
    const day = dayAt(index);
    if (day.endMs === day.startMs) continue;
    starts.push(day.startMs);
    names.push(day.date);
  }
  return {
    intervalMs: scenario.intervalMs,
    dayStartsMs: Float64Array.from(starts),
    dayNames: names,
    classes: {count: 0, source: [], channel: [], process: [], attributes: []},
  };
}
