import {instantIn, type LocalDay} from '../model/localDay.ts';
import {DAY_MS, isoDate, weekdayOfDays} from './civil.ts';
import {Zone} from './zone.ts';

/**
 * The local days of a zone, numbered from the one that contains the start (0; negative before it), each made when
 * first asked for. A date the zone skips altogether (Pacific/Apia 2011-12-30) is a day of no length.
 */
export function localDays(zoneName: string, startEpochMs: number): (index: number) => LocalDay {
  const zone = Zone.of(zoneName);
  const today = Math.floor(zone.localAt(startEpochMs) / DAY_MS);
  // Where the clock is turned back over midnight, a moment of "yesterday" may come after today has begun.
  const first = zone.instantOf((today + 1) * DAY_MS).epochMs <= startEpochMs ? today + 1 : today;
  const known = new Map<number, LocalDay>();
  return (index) => {
    let day = known.get(index);
    if (day === undefined) {
      day = makeDay(zone, first + index, startEpochMs);
      known.set(index, day);
    }
    return day;
  };
}

/**
 * Ms since the start of a local time of day of day `index`; 24 h and more count on into the next day, with its own
 * clock changes. A time the clock skips is the instant after the gap, one shown twice the first.
 */
export function instantOn(dayAt: (index: number) => LocalDay, index: number, localMs: number): number {
  const beyond = Math.floor(localMs / DAY_MS);
  return instantIn(dayAt(index + beyond), localMs - beyond * DAY_MS);
}

/** Index of the local day that holds an instant (ms since the start). */
export function dayIndexOf(dayAt: (index: number) => LocalDay, atMs: number): number {
  let index = Math.floor((atMs - dayAt(0).startMs) / DAY_MS);
  while (atMs < dayAt(index).startMs) index--;
  while (atMs >= dayAt(index).endMs) index++;
  return index;
}

function makeDay(zone: Zone, days: number, startEpochMs: number): LocalDay {
  const midnight = days * DAY_MS;
  const from = zone.instantOf(midnight).epochMs;
  const to = zone.instantOf(midnight + DAY_MS).epochMs;
  return {
    date: isoDate(days),
    weekday: weekdayOfDays(days),
    startMs: from - startEpochMs,
    endMs: to - startEpochMs,
    shifts: changesIn(zone, midnight, from, to),
  };
}

function changesIn(zone: Zone, midnight: number, from: number, to: number): LocalDay['shifts'] {
  const changes: {fromLocalMs: number; shiftMs: number}[] = [];
  const opens = zone.localAt(from) - midnight;
  if (opens !== 0) changes.push({fromLocalMs: opens, shiftMs: -opens});
  let stretch = zone.stretchOf(from);
  while (stretch.toMs <= to) {
    const at = stretch.toMs;
    const before = at + stretch.offsetMs - midnight;
    stretch = zone.stretchOf(at);
    const after = at + stretch.offsetMs - midnight;
    // A change at the day's very end concerns it only where it cuts its last hour short.
    if (at === to && before >= DAY_MS) break;
    changes.push({fromLocalMs: Math.max(before, after), shiftMs: before - after});
  }
  return changes;
}
