/**
 * A clock that runs only while a calendar is open: sorted, disjoint, half-open intervals of wall time in ms since the
 * scenario starts. They begin before 0 (for items that arrived before the start) and reach beyond the horizon far
 * enough for every due date; after the last interval the clock stands still.
 */
export interface Clock {
  /** `null`: calendar time, shows the wall instant itself. */
  readonly open: {readonly fromMs: Float64Array; readonly toMs: Float64Array} | null;
}
