/** One local day of the scenario's zone, in ms since the scenario starts. 23 or 25 hours long where clocks change. */
export interface LocalDay {
  /** ISO date. */
  readonly date: string;
  /** 0 Monday … 6 Sunday. */
  readonly weekday: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Where the UTC offset changes inside the day: local time of day (ms) from which `shiftMs` is added to the elapsed time. */
  readonly shifts: readonly {readonly fromLocalMs: number; readonly shiftMs: number}[];
}

/**
 * Ms since the scenario starts of a local time of day, 0 to 24 h; never falls as `localMs` grows. A time the clock
 * skips is the instant after the gap, one it shows twice the first. Beyond 24 h ask `instantOn` of src/calendar.
 */
export function instantIn(day: LocalDay, localMs: number): number {
  let shift = 0;
  for (const change of day.shifts) {
    if (localMs >= change.fromLocalMs) shift += change.shiftMs;
    else if (localMs > change.fromLocalMs + change.shiftMs)
      return day.startMs + change.fromLocalMs + change.shiftMs + shift;
  }
  return day.startMs + localMs + shift;
}
