import {Temporal} from 'temporal-polyfill';
import {DAY_MS} from './civil.ts';

/** An instant of a local time, and whether the clock shows that local time never (`skipped`) or twice. */
export interface ZonedInstant {
  readonly epochMs: number;
  readonly note?: 'skipped' | 'repeated';
}

/**
 * A time zone as stretches of constant UTC offset, found when first asked for and kept. Local times are ms since
 * 1970-01-01T00:00 as the local clock shows it. All date arithmetic below rests on this one class.
 */
export class Zone {
  readonly name: string;
  readonly #stretches: Stretch[] = [];
  #last: Stretch = {fromMs: 0, toMs: 0, offsetMs: 0};

  private constructor(name: string) {
    this.name = name;
  }

  static readonly #known = new Map<string, Zone>();

  /** Throws a RangeError where there is no such zone: ask `isZone` first. */
  static of(name: string): Zone {
    let zone = Zone.#known.get(name);
    if (zone === undefined) {
      zoned(name, 0);
      zone = new Zone(name);
      Zone.#known.set(name, zone);
    }
    return zone;
  }

  /** Local time minus UTC, ms. */
  offsetAt(epochMs: number): number {
    return this.stretchOf(epochMs).offsetMs;
  }

  localAt(epochMs: number): number {
    return epochMs + this.stretchOf(epochMs).offsetMs;
  }

  /** The stretch of constant offset that holds an instant. */
  stretchOf(epochMs: number): Stretch {
    if (epochMs >= this.#last.fromMs && epochMs < this.#last.toMs) return this.#last;
    let found = this.#stretches.find((stretch) => epochMs >= stretch.fromMs && epochMs < stretch.toMs);
    if (found === undefined) {
      found = stretchAt(this.name, epochMs);
      this.#stretches.push(found);
    }
    this.#last = found;
    return found;
  }

  /** The instant of a local time. Shown twice: the first. Skipped: the instant the clock jumps over it. */
  instantOf(localMs: number): ZonedInstant {
    const before = this.offsetAt(localMs - 2 * DAY_MS);
    const after = this.offsetAt(localMs + 2 * DAY_MS);
    if (before === after && this.stretchOf(localMs - 2 * DAY_MS) === this.stretchOf(localMs + 2 * DAY_MS))
      return {epochMs: localMs - before};
    return this.#nearChange(localMs);
  }

  /** Walks the stretches around a change: the first that shows the local time, or the jump that skips it. */
  #nearChange(localMs: number): ZonedInstant {
    const end = localMs + 2 * DAY_MS;
    let stretch = this.stretchOf(localMs - 2 * DAY_MS);
    let shown = Number.NaN;
    for (;;) {
      const epochMs = localMs - stretch.offsetMs;
      if (Number.isNaN(shown) && epochMs < stretch.fromMs) return {epochMs: stretch.fromMs, note: 'skipped'};
      if (epochMs >= stretch.fromMs && epochMs < stretch.toMs) {
        if (!Number.isNaN(shown)) return {epochMs: shown, note: 'repeated'};
        shown = epochMs;
      }
      if (stretch.toMs >= end) return {epochMs: shown};
      stretch = this.stretchOf(stretch.toMs);
    }
  }
}

/** Half-open stretch of instants with one UTC offset. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** Bounds beyond which a zone is taken to change no more, where Temporal knows no further transition. */
const FAR_MS = 8.64e15;

function zoned(name: string, epochMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(name);
}

function stretchAt(name: string, epochMs: number): Stretch {
  const inside = zoned(name, epochMs);
  // `previous` is strictly before: ask from a moment later, so that a transition at this very instant is found.
  const from = inside.add({milliseconds: 1}).getTimeZoneTransition('previous');
  const to = inside.getTimeZoneTransition('next');
  return {
    fromMs: from ? from.epochMilliseconds : -FAR_MS,
    toMs: to ? to.epochMilliseconds : FAR_MS,
    offsetMs: Math.round(inside.offsetNanoseconds / 1e6),
  };
}

/** True for an IANA name (`Europe/Madrid`, `UTC`) or a fixed offset (`+05:30`). */
export function isZone(name: string): boolean {
  try {
    Zone.of(name);
    return true;
  } catch {
    return false;
  }
}

/** IANA names, for hints. */
export function zoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
