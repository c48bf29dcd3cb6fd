import type {Clock} from '../model/clock.ts';
import type {LocalDay} from '../model/localDay.ts';
import {DAY_MS} from './civil.ts';
import {dayIndexOf, instantOn, localDays} from './localDays.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Opening hours by weekday, local times of day (`toMs` beyond 24 h runs across midnight), and ISO dates closed all day. */
export interface OpeningHours {
  readonly open: Readonly<
    Record<(typeof WEEKDAYS)[number], readonly {readonly fromMs: number; readonly toMs: number}[]>
  >;
  readonly closed: readonly string[];
}

/** Calendar time: always open. */
export const CALENDAR_TIME: Clock = {open: null};

/**
 * A calendar's open intervals between two instants (ms since the start; `fromMs` may be negative), sorted, disjoint,
 * merged where they touch or overlap. A closed date is closed from its local midnight to the next, whatever runs into it.
 */
export function clockOf(
  calendar: OpeningHours,
  zone: string,
  startEpochMs: number,
  fromMs: number,
  toMs: number,
): Clock {
  const dayAt = localDays(zone, startEpochMs);
  const closed = new Set(calendar.closed);
  const from: number[] = [];
  const to: number[] = [];
  const last = dayIndexOf(dayAt, toMs);
  for (let index = dayIndexOf(dayAt, fromMs) - longestRunOver(calendar); index <= last; index++) {
    for (const [opens, closes] of opening(calendar, dayAt, index, closed)) {
      const start = Math.max(opens, fromMs);
      const end = Math.min(closes, toMs);
      if (start < end) append(from, to, start, end);
    }
  }
  return {open: {fromMs: Float64Array.from(from), toMs: Float64Array.from(to)}};
}

/** How many days a range may run on beyond the day it starts. */
function longestRunOver(calendar: OpeningHours): number {
  const ends = WEEKDAYS.flatMap((weekday) => calendar.open[weekday].map((range) => range.toMs));
  return Math.max(0, ...ends.map((end) => Math.ceil(end / DAY_MS) - 1));
}

/** Open stretches of the ranges that start on day `index`, cut at closed dates, in order of start. */
function opening(
  calendar: OpeningHours,
  dayAt: (index: number) => LocalDay,
  index: number,
  closed: ReadonlySet<string>,
): [number, number][] {
  const stretches: [number, number][] = [];
  const ranges = [...calendar.open[WEEKDAYS[dayAt(index).weekday]]].sort((a, b) => a.fromMs - b.fromMs);
  for (const range of ranges) {
    for (let part = Math.floor(range.fromMs / DAY_MS); part * DAY_MS < range.toMs; part++) {
      if (closed.has(dayAt(index + part).date)) continue;
      const opens = instantOn(dayAt, index, Math.max(range.fromMs, part * DAY_MS));
      const closes = instantOn(dayAt, index, Math.min(range.toMs, (part + 1) * DAY_MS));
      if (opens < closes) stretches.push([opens, closes]);
    }
  }
  return stretches;
}

/** Adds a stretch that starts no earlier than a previous day's; overlaps of ranges across midnight are merged. */
function append(from: number[], to: number[], start: number, end: number): void {
  let at = from.length;
  while (at > 0 && from[at - 1] > start) at--;
  if (at > 0 && to[at - 1] >= start) {
    at--;
    to[at] = Math.max(to[at], end);
  } else {
    from.splice(at, 0, start);
    to.splice(at, 0, end);
  }
  while (at + 1 < from.length && from[at + 1] <= to[at]) {
    to[at] = Math.max(to[at], to[at + 1]);
    from.splice(at + 1, 1);
    to.splice(at + 1, 1);
  }
}
