import {DAY_MS, isoDate, twoDigits, validDays} from './civil.ts';
import {Zone, type ZonedInstant} from './zone.ts';

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** An instant, or why the text is none (one clause, to follow `expected a date …`). */
export type InstantRead = ({readonly ok: true} & ZonedInstant) | {readonly ok: false; readonly message: string};

/**
 * The instant of an ISO date (its first moment in the zone) or date and time, with an optional offset or `Z`.
 * A local time that DST skips comes as the instant after the gap with the note `skipped`; one shown twice is the first.
 */
export function epochOf(localDateTime: string, zone: string): InstantRead {
  const text = localDateTime.trim();
  const match = DATE_TIME.exec(text);
  if (!match)
    return {ok: false, message: `expected a date such as 2026-03-02 or 2026-03-02 08:00, found ${quoted(text)}`};
  const [year, month, day, hours, minutes, seconds] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const days = validDays(year, month, day);
  if (Number.isNaN(days)) return {ok: false, message: `there is no such day as ${text.slice(0, 10)}`};
  const timeMs = hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  if (minutes > 59 || seconds > 59 || timeMs > DAY_MS)
    return {ok: false, message: `there is no such time of day as ${text.slice(11)}`};
  const localMs = days * DAY_MS + timeMs + Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const offset = match[8];
  if (offset !== undefined) return {ok: true, epochMs: localMs - offsetMs(offset)};
  const instant = Zone.of(zone).instantOf(localMs);
  // A date alone is its first moment: that a clock skips midnight is no slip of whoever wrote the date.
  return match[4] === undefined ? {ok: true, epochMs: instant.epochMs} : {ok: true, ...instant};
}

/** `2026-03-02T08:00:00` as the zone's clocks show it, with ms where there are any. */
export function formatLocal(epochMs: number, zone: string): string {
  const localMs = Zone.of(zone).localAt(epochMs);
  const days = Math.floor(localMs / DAY_MS);
  const ms = localMs - days * DAY_MS;
  const seconds = Math.floor(ms / 1000);
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return `${isoDate(days)}T${time}${fraction}`;
}

/** ISO date of an instant in a zone. */
export function localDateOf(epochMs: number, zone: string): string {
  return isoDate(Math.floor(Zone.of(zone).localAt(epochMs) / DAY_MS));
}

/** Ms of `Z`, `+02`, `+0200`, `-03:30`. */
function offsetMs(text: string): number {
  if (text === 'Z' || text === 'z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const ms = Number(digits.slice(0, 2)) * 3_600_000 + Number(digits.slice(2)) * 60_000;
  return text.startsWith('-') ? -ms : ms;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
