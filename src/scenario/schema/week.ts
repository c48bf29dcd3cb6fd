/** Hours by weekday: of calendars and shifts. */
import {DAY_MS, formatTimeOfDay, parseTimeOfDay} from '../../calendar/index.ts';
import {hinted} from '../../language/hinted.ts';
import {nearest} from '../../language/nearest.ts';
import {oneOrMany, z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {type DayRange, WEEKDAYS, type Weekday, type WeekPattern} from '../scenario.ts';

const RANGE = /^(\d{1,2}:\d{2}(?::\d{2})?)\s*[-–]\s*(\d{1,2}:\d{2}(?::\d{2})?)\s*(\+1)?$/;
const EXAMPLE = '08:00-18:00';

/** `08:00-18:00`, or across midnight `22:00-06:00+1`. */
export const dayRange = z
  .string({error: (issue) => `expected hours such as ${EXAMPLE}, found ${shown(issue.input)}`})
  .transform((text, context): DayRange => {
    const range = readRange(text.trim());
    if (typeof range !== 'string') return range;
    context.addIssue({code: 'custom', message: range});
    return z.NEVER;
  });

function readRange(text: string): DayRange | string {
  const match = RANGE.exec(text);
  const fromMs = parseTimeOfDay(match?.[1] ?? '');
  const toMs = parseTimeOfDay(match?.[2] ?? '');
  if (fromMs === null || toMs === null) return `expected hours such as ${EXAMPLE}, found ${shown(text)}`;
  if (match?.[3]) {
    if (toMs <= fromMs) return {fromMs, toMs: toMs + DAY_MS};
    return `expected at most 24 hours, found ${shown(text)}`;
  }
  if (toMs > fromMs) return {fromMs, toMs};
  const [from, to] = [formatTimeOfDay(fromMs), formatTimeOfDay(toMs)];
  return hinted(
    `expected an end after the start ${from}, found ${to}`,
    `across midnight it is written ${from}-${to}+1`,
  );
}

const FULL_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * The weekdays of `mon`, `Monday`, `mon-fri`, `fri-mon` (over the week's end), `sat, sun` or `daily`, in the order of
 * the week, each once; null where the text names none.
 */
export function weekdaysOf(text: string): Weekday[] | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'daily') return [...WEEKDAYS];
  const found = new Set<number>();
  for (const part of plain.replace(/\s*-\s*/g, '-').split(/[,;\s]+/)) {
    const [first = -1, last = first, ...rest] = part.split('-').map(weekdayNumber);
    if (first < 0 || last < 0 || rest.length > 0) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === last) break;
    }
  }
  return WEEKDAYS.filter((_, day) => found.has(day));
}

const weekdayNumber = (word: string): number =>
  Math.max((WEEKDAYS as readonly string[]).indexOf(word), FULL_NAMES.indexOf(word));

/** What to say of a key that names no weekdays. `others`: further keys that may stand beside them. */
export function noWeekdays(key: string, others: readonly string[] = []): string {
  const near = nearest(key, [...others, ...WEEKDAYS, ...FULL_NAMES, 'mon-fri', 'daily']);
  const expected = ['weekdays such as mon, mon-fri or daily', ...others].join(', or ');
  return hinted(`expected ${expected}, found ${shown(key)}`, near ? `did you mean ${near}?` : undefined);
}

export const hours = oneOrMany(dayRange).describe(
  'Local times from-to, one or a list; across midnight 22:00-06:00+1; 24:00 is the end of the day.',
);

/** Hours by weekday, each weekday once. */
export const week = z.record(z.string(), hours).transform((written, context): WeekPattern => {
  const {pattern, problems} = weekPattern(written);
  for (const {key, message} of problems)
    context.addIssue({code: 'custom', path: [key], message, params: {atKey: true}});
  return pattern;
});

export function weekPattern(
  written: Readonly<Record<string, readonly DayRange[]>>,
  others: readonly string[] = [],
): {readonly pattern: WeekPattern; readonly problems: {readonly key: string; readonly message: string}[]} {
  const pattern: Record<Weekday, readonly DayRange[]> = {mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: []};
  const problems: {key: string; message: string}[] = [];
  const givenBy = new Map<Weekday, string>();
  for (const [key, ranges] of Object.entries(written)) {
    const days = weekdaysOf(key);
    if (days === null) problems.push({key, message: noWeekdays(key, others)});
    const sorted = [...ranges].sort((a, b) => a.fromMs - b.fromMs);
    if (sorted.some((range, i) => i > 0 && range.fromMs < (sorted[i - 1]?.toMs ?? 0)))
      problems.push({key, message: `expected hours that do not overlap on one day, found an overlap in ${shown(key)}`});
    for (const day of days ?? []) {
      const before = givenBy.get(day);
      if (before !== undefined)
        problems.push({key, message: `expected each weekday once, found ${day} in ${shown(before)} and ${shown(key)}`});
      givenBy.set(day, key);
      pattern[day] = sorted;
    }
  }
  return {pattern, problems};
}
