import {localDays, parseIsoDate} from '../calendar/index.ts';
import {instantIn, type LocalDay} from '../model/localDay.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from './people.ts';
import {spanOf, stintsOf} from './schedule/index.ts';
import type {Stretch} from './shrinkage.ts';

const HOUR_MS = 3_600_000;

/** Agents as scheduled in the hours of one local week, before absence and shrinkage. */
export interface StaffedHours {
  /** ISO dates, Monday to Sunday. */
  readonly dates: readonly string[];
  /** [group][day * 24 + local hour]: agents on shift on average over the hour, breaks counted. */
  readonly scheduled: readonly Float64Array[];
  /** The same less those on a break. */
  readonly atWork: readonly Float64Array[];
}

/**
 * @param date any day of the week wanted; absent: the week the scenario starts in. An hour that DST skips has nobody;
 *   one that is two hours long shows the average of both.
 */
export function staffedHours(scenario: Scenario, people: People, date?: string): StaffedHours {
  const dayAt = localDays(scenario.zone, scenario.fromEpochMs);
  const asked = date === undefined ? 0 : parseIsoDate(date) - parseIsoDate(dayAt(0).date);
  const monday = asked - dayAt(asked).weekday;
  const days = Array.from({length: 7}, (_, i) => dayAt(monday + i));
  const hours = days.flatMap(hoursOf);
  const span = spanOf(scenario, days[0].startMs, days[6].endMs);
  const empty = () => people.groups.map(() => new Float64Array(hours.length));
  const [scheduled, atWork] = [empty(), empty()];
  for (const [agent, seat] of people.seats.entries()) {
    const {group} = people.agents[agent];
    for (const stint of stintsOf(scenario, seat, span)) {
      addOver(hours, stint, 1, scheduled[group]);
      addOver(hours, stint, 1, atWork[group]);
      for (const pause of stint.breaks) addOver(hours, pause, -1, atWork[group]);
    }
  }
  return {dates: days.map((day) => day.date), scheduled, atWork};
}

function hoursOf(day: LocalDay): Stretch[] {
  return Array.from({length: 24}, (_, hour) => ({
    fromMs: instantIn(day, hour * HOUR_MS),
    toMs: instantIn(day, (hour + 1) * HOUR_MS),
  }));
}

function addOver(hours: readonly Stretch[], stretch: Stretch, sign: number, into: Float64Array): void {
  for (const [i, hour] of hours.entries()) {
    const overlapMs = Math.min(hour.toMs, stretch.toMs) - Math.max(hour.fromMs, stretch.fromMs);
    if (overlapMs > 0) into[i] += (sign * overlapMs) / (hour.toMs - hour.fromMs);
  }
}
