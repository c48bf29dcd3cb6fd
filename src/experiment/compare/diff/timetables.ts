import {formatDuration} from '../../../language/duration.ts';
import type {CalendarSpec, DayRange, WeekPattern} from '../../../scenario/scenario.ts';
import {WEEKDAYS, type Weekday} from '../../../scenario/scenario.ts';
import type {ShiftSpec} from '../../../scenario/workforceSpec.ts';
import {type Change, namedChanges} from './change.ts';
import {instead} from './values.ts';

/** When shifts work and rest. */
export function shiftChanges(
  before: Readonly<Record<string, ShiftSpec>>,
  after: Readonly<Record<string, ShiftSpec>>,
): Change[] {
  return namedChanges('shifts', 'shift', before, after, (a, b) => [
    ...weekDifferences(a.week, b.week),
    ...textDifference('breaks', breaksText(a), breaksText(b)),
  ]);
}

/** When calendars are open. */
export function calendarChanges(
  before: Readonly<Record<string, CalendarSpec>>,
  after: Readonly<Record<string, CalendarSpec>>,
): Change[] {
  return namedChanges('calendars', 'calendar', before, after, (a, b) => [
    ...weekDifferences(a.open, b.open),
    ...textDifference('closed on', a.closed.join(', '), b.closed.join(', ')),
  ]);
}

/** Days with the same change are told together. */
function weekDifferences(before: WeekPattern, after: WeekPattern): string[] {
  const days = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const [text] = textDifference('', rangesText(before[day]), rangesText(after[day]));
    if (text !== undefined) days.set(text, [...(days.get(text) ?? []), day]);
  }
  return [...days].map(([text, names]) => `${daysText(names)} ${text}`);
}

function daysText(names: readonly Weekday[]): string {
  const [first, last] = [names[0], names[names.length - 1]].map((name) => WEEKDAYS.indexOf(name));
  return names.length > 2 && last - first === names.length - 1 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}

function textDifference(what: string, before: string, after: string): string[] {
  if (before === after) return [];
  return [`${what} ${instead(after || 'none', before || 'none')}`.trim()];
}

const rangesText = (ranges: readonly DayRange[]): string =>
  ranges.map(({fromMs, toMs}) => `${clock(fromMs)}-${clock(toMs)}`).join(', ');

function breaksText({breaks}: ShiftSpec): string {
  return breaks
    .map(
      ({atMs, forMs, paid, reason}) =>
        `${clock(atMs)} for ${formatDuration(forMs)}${reason ? ` (${reason})` : ''}${paid ? ', paid' : ''}`,
    )
    .join('; ');
}

/** `14:30`; beyond midnight `25:00`. */
function clock(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
