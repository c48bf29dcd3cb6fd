import {DAY_MS, twoDigits} from './civil.ts';

/** Ms after local midnight of `08:00`, `8:30`, `23:59:30` or `24:00`; null where the text is no time of day. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const ms = hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return minutes < 60 && seconds < 60 && ms <= DAY_MS ? ms : null;
}

/** `08:30`; seconds where there are any; a time beyond 24 h as that of the next day. */
export function formatTimeOfDay(ms: number): string {
  const inDay = ms === DAY_MS ? ms : ms % DAY_MS;
  const seconds = Math.floor((inDay % 60_000) / 1000);
  const minutes = `${twoDigits(Math.floor(inDay / 3_600_000))}:${twoDigits(Math.floor((inDay % 3_600_000) / 60_000))}`;
  return seconds === 0 ? minutes : `${minutes}:${twoDigits(seconds)}`;
}
