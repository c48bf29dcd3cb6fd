import {localDays} from '../calendar/index.ts';
import type {Compiled} from '../compile/index.ts';
import type {Timetable} from '../demand/context.ts';
import {expectedArrivals} from '../demand/index.ts';
import type {Clock} from '../model/clock.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {LintContext, Served} from './context.ts';

export interface Coming {
  /** Items in each [edge, next edge). */
  readonly items: Float64Array;
  /** Whether a log may bring more. */
  readonly hasLog: boolean;
}

/** What comes to a process on average between instants (ms, ascending), by itself; what a closed process rejects too. */
export function comingTo(context: LintContext, {process, sources}: Served, edgesMs: readonly number[]): Coming {
  const items = new Float64Array(Math.max(0, edgesMs.length - 1));
  let hasLog = false;
  for (const source of sources) {
    const expected = expectedArrivals(source, context.timetable, edgesMs);
    if (expected === null) hasLog = true;
    else {
      const share = context.shareOf(source, process);
      for (const [index, count] of expected.entries()) items[index] += share * count;
    }
  }
  return {items, hasLog};
}

/** What expected arrivals are worked out with. */
export function timetableOf(scenario: Scenario, {model}: Compiled): Timetable {
  const [, ...business] = model.clocks;
  return {
    untilMs: model.horizon.untilMs,
    dayAt: localDays(scenario.zone, scenario.fromEpochMs),
    clocks: new Map(Object.keys(scenario.calendars).map((name, index) => [name, business[index] as Clock])),
  };
}
