import {DAY_MS, dayIndexOf} from '../calendar/index.ts';
import type {LocalDay} from '../model/localDay.ts';

/** Part of a local day in which the clock runs evenly: `fromMs` (since the scenario starts) shows `localMs` of the day. */
export interface LocalStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly localMs: number;
}

/** A day as the clock shows it: one stretch, or one more for each change; an hour shown twice is in two of them. */
export function localStretches(day: LocalDay): LocalStretch[] {
  const stretches: LocalStretch[] = [];
  let fromMs = day.startMs;
  let localMs = 0;
  let shift = 0;
  for (const change of day.shifts) {
    const before = Math.min(change.fromLocalMs, change.fromLocalMs + change.shiftMs);
    const toMs = day.startMs + (change.shiftMs < 0 ? before : change.fromLocalMs) + shift;
    if (toMs > fromMs) stretches.push({fromMs, toMs, localMs});
    fromMs = toMs;
    localMs = change.shiftMs < 0 ? change.fromLocalMs : change.fromLocalMs - change.shiftMs;
    shift += change.shiftMs;
  }
  if (day.endMs > fromMs) stretches.push({fromMs, toMs: day.endMs, localMs});
  return stretches;
}

/** Where instants stand in local time. Cheap for instants in order; any order will do. */
export class LocalTime {
  readonly #dayAt: (index: number) => LocalDay;
  #index = 0;
  #day: LocalDay;
  #stretches: readonly LocalStretch[];

  constructor(dayAt: (index: number) => LocalDay) {
    this.#dayAt = dayAt;
    this.#day = dayAt(0);
    this.#stretches = localStretches(this.#day);
  }

  /** Of the day last asked for by `ofDay`; 0 Monday. */
  get weekday(): number {
    return this.#day.weekday;
  }

  /** Local time of day of an instant, ms. */
  ofDay(atMs: number): number {
    if (atMs < this.#day.startMs || atMs >= this.#day.endMs) this.#turnTo(atMs);
    let at = 0;
    for (const {fromMs, localMs} of this.#stretches) if (atMs >= fromMs) at = localMs + atMs - fromMs;
    return at;
  }

  /** Local time since the midnight that began the first day: days of 24 hours, whatever the clock did. */
  sinceFirstMidnight(atMs: number): number {
    const ofDay = this.ofDay(atMs);
    return this.#index * DAY_MS + ofDay;
  }

  #turnTo(atMs: number): void {
    this.#index = dayIndexOf(this.#dayAt, atMs);
    this.#day = this.#dayAt(this.#index);
    this.#stretches = localStretches(this.#day);
  }
}
