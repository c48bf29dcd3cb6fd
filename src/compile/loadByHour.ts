import {localDays} from '../calendar/index.ts';
import {ARRIVALS} from '../demand/arrivals/index.ts';
import type {Timetable} from '../demand/context.ts';
import {valueAt} from '../demand/items/varying.ts';
import {LocalTime} from '../demand/localStretches.ts';
import type {Clock} from '../model/clock.ts';
import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import {channelsOf, logOf} from './channels.ts';
import {clocksOf, untilMsOf} from './horizon.ts';
import {processShares} from './processShares.ts';
import {outcomesFor} from './routes.ts';
import {WEEK_HOURS, type Week} from './week.ts';

const HOUR_MS = 3_600_000;

/** Means of what is offered to a process in the hours of a week, by the sources whose arrivals are generated. */
export interface ProcessLoad {
  readonly process: string;
  readonly channels: readonly string[];
  /** Items in each hour of the week. */
  readonly items: Float64Array;
  /** Agent hours of handling and wrap-up that they bring, at speed 1 and one at a time. */
  readonly workHours: Float64Array;
  /** Logs that may bring more: what they hold is known only when they are read. */
  readonly logs: readonly string[];
}

export function loadByHour(scenario: Scenario, week: Week): ProcessLoad[] {
  const sources = scenario.demand.map((source) => ({source, shares: processShares(scenario, source)}));
  const offered = new Map(scenario.demand.map((source) => [source, offeredBy(scenario, source, week)]));
  return Object.keys(scenario.routing.processes).map((process) => {
    const items = new Float64Array(WEEK_HOURS);
    const workHours = new Float64Array(WEEK_HOURS);
    const channels = new Set<string>();
    const logs: string[] = [];
    for (const {source, shares} of sources) {
      const share = shares?.get(process) ?? 0;
      if (shares === null && mayCome(scenario, source, process)) logs.push(source.name);
      if (share > 0) for (const channel of channelsOf(source.channel)) channels.add(channel);
      const of = offered.get(source);
      for (let hour = 0; of && hour < WEEK_HOURS; hour++) {
        items[hour] += share * of.items[hour];
        workHours[hour] += share * of.workHours[hour];
      }
    }
    return {process, channels: [...channels], items, workHours, logs};
  });
}

const mayCome = (scenario: Scenario, source: SourceSpec, process: string) =>
  channelsOf(source.channel).some((channel) =>
    outcomesFor(scenario, source, channel).some(({outcome}) => outcome.process === process),
  );

function offeredBy(scenario: Scenario, source: SourceSpec, week: Week) {
  const dayAt = localDays(scenario.zone, scenario.fromEpochMs);
  const timetable: Timetable = {untilMs: untilMsOf(scenario), dayAt, clocks: clocksByName(scenario)};
  const kind = ARRIVALS.find(({kind: name}) => name === source.arrivals.kind);
  const items = logOf(source) ? null : kind?.expected(source.arrivals, timetable, week.edgesMs);
  if (!items) return undefined;
  const local = new LocalTime(dayAt);
  const handle = source.handleTime && valueAt(source.handleTime, local);
  const wrapUp = source.wrapUp && valueAt(source.wrapUp, local);
  const workHours = items.map((count, hour) => {
    const at = Math.max(0, week.edgesMs[hour] ?? 0);
    return count === 0 ? 0 : (count * ((handle?.(at).mean ?? 0) + (wrapUp?.(at).mean ?? 0))) / HOUR_MS;
  });
  return {items, workHours};
}

function clocksByName(scenario: Scenario): Map<string, Clock> {
  const [, ...business] = clocksOf(scenario);
  return new Map(Object.keys(scenario.calendars).map((name, index) => [name, business[index] as Clock]));
}
