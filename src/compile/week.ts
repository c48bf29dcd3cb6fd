import {dayIndexOf, localDays} from '../calendar/index.ts';
import {instantIn, type LocalDay} from '../model/localDay.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {untilMsOf} from './horizon.ts';

const HOUR_MS = 3_600_000;
export const WEEK_HOURS = 168;

/** A local week, Monday to Sunday, that stands for all: the first that begins inside the horizon, else the one it begins in. */
export interface Week {
  readonly days: readonly LocalDay[];
  /** 168 starts of local hours and the end, ms since the scenario starts. An hour that DST skips has no length. */
  readonly edgesMs: readonly number[];
}

export function typicalWeek(scenario: Scenario): Week {
  const dayAt = localDays(scenario.zone, scenario.fromEpochMs);
  const first = dayIndexOf(dayAt, 0);
  const nextMonday = first + ((7 - dayAt(first).weekday) % 7);
  const begins = dayAt(nextMonday).startMs;
  // A start at midnight on a Monday is that week; one later in the day is not a whole one.
  const monday = begins < 0 ? nextMonday + 7 : nextMonday;
  const inside = dayAt(monday).startMs < untilMsOf(scenario);
  const from = inside ? monday : first - dayAt(first).weekday;
  const days = Array.from({length: 7}, (_, index) => dayAt(from + index));
  const edges = days.flatMap((day) => Array.from({length: 24}, (_, hour) => instantIn(day, hour * HOUR_MS)));
  return {days, edgesMs: [...edges, days[6]?.endMs ?? 0]};
}
