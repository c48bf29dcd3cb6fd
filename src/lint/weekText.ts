import {dayIndexOf, formatLocal, localDays} from '../calendar/index.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {Stretch} from './presence.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Stretches listed before the rest is counted. */
const MOST_LISTED = 6;

/** Stretches of a week as compact ranges of local time: `mon-fri 16:00-16:30, sat 09:00-mon 08:00`. */
export function weekText({zone, fromEpochMs}: Scenario, stretches: readonly Stretch[]): string {
  const dayAt = localDays(zone, fromEpochMs);
  const momentOf = (ms: number) => ({
    day: dayAt(dayIndexOf(dayAt, ms)).weekday,
    time: formatLocal(fromEpochMs + Math.round(ms), zone).slice(11, 16),
  });
  const days = new Map<string, number[]>();
  for (const {fromMs, toMs} of stretches) {
    const from = momentOf(fromMs);
    const to = momentOf(toMs);
    const endsAtMidnight = to.time === '00:00' && dayIndexOf(dayAt, toMs - 1) === dayIndexOf(dayAt, fromMs);
    const isOneDay = endsAtMidnight || dayIndexOf(dayAt, fromMs) === dayIndexOf(dayAt, toMs);
    const ends = endsAtMidnight ? '24:00' : isOneDay ? to.time : `${DAYS[to.day]} ${to.time}`;
    const range = `${from.time}-${ends}`;
    days.set(range, [...(days.get(range) ?? []), from.day]);
  }
  const ranges = [...days].map(([range, on]) => `${daysText(on)} ${range}`);
  const listed = ranges.slice(0, MOST_LISTED).join(', ');
  return ranges.length > MOST_LISTED ? `${listed} and ${ranges.length - MOST_LISTED} more` : listed;
}

/** `mon-fri`, `mon wed`. */
function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const day of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`)).join(' ');
}
