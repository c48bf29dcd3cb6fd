import {dayIndexOf, epochOf, formatTimeOfDay, localDays} from '../../calendar/index.ts';
import type {Path} from '../../language/problem.ts';
import {type DayRange, WEEKDAYS, type Weekday} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';

const DAY_MS = 86_400_000;
const LONGEST_LOOK_MS = 800 * DAY_MS;

/** Times of day that do not exist on some day of the horizon, because clocks go forward then. */
export const timesSkipped: Check = (draft) => {
  const days = daysWithGap(draft);
  if (days.length === 0) return;
  const {scenario} = draft;
  const range = (path: Path, weekday: Weekday, {fromMs, toMs}: DayRange) => {
    tell(draft, days, path, weekday, fromMs);
    tell(draft, days, path, weekday, toMs);
  };
  for (const weekday of WEEKDAYS) {
    for (const [name, {open}] of Object.entries(scenario.calendars))
      for (const hours of open[weekday]) range(['calendars', name, 'open'], weekday, hours);
    for (const [name, {week, breaks}] of Object.entries(scenario.shifts)) {
      for (const hours of week[weekday]) range(['shifts', name], weekday, hours);
      if (week[weekday].length > 0)
        for (const [i, {atMs}] of breaks.entries())
          tell(draft, days, ['shifts', name, 'breaks', i, 'at'], weekday, atMs);
    }
    for (const source of scenario.demand)
      if (source.arrivals.kind === 'batch' && source.arrivals.weekdays.includes(weekday))
        tell(draft, days, [...draft.reading.pathOf(source), 'arrivals', 'batch', 'at'], weekday, source.arrivals.atMs);
  }
};

interface Day {
  readonly date: string;
  readonly weekday: number;
}

/** Local days of the horizon on which clocks go forward. */
function daysWithGap({scenario}: Draft): Day[] {
  const {zone, fromEpochMs, until} = scenario;
  const lengthMs = 'epochMs' in until ? until.epochMs - fromEpochMs : DAY_MS;
  const dayAt = localDays(zone, fromEpochMs);
  const last = dayIndexOf(dayAt, Math.min(Math.max(lengthMs, 1), LONGEST_LOOK_MS) - 1);
  const days: Day[] = [];
  for (let index = 0; index <= last; index++) {
    const day = dayAt(index);
    if (day.endMs - day.startMs < DAY_MS) days.push(day);
  }
  return days;
}

function tell({scenario, reading}: Draft, days: readonly Day[], path: Path, weekday: Weekday, localMs: number): void {
  for (const {date, weekday: number} of days) {
    const ahead = Math.floor(localMs / DAY_MS);
    if (WEEKDAYS[(((number - ahead) % 7) + 7) % 7] !== weekday || localMs % DAY_MS === 0) continue;
    const time = formatTimeOfDay(localMs % DAY_MS);
    const read = epochOf(`${date} ${time}`, scenario.zone);
    if (read.ok && read.note === 'skipped')
      reading.warn(
        path,
        `${time} does not exist on ${date} in ${scenario.zone}: clocks skip it; the instant after is taken`,
      );
  }
}
