/**
 * Priority curves, compiled. A curve is a run of pieces over the age on the process's clock, counted from the item's
 * arrival less its credit. From `fromMs` on the priority is
 *
 *     value + slopePerMs * (age - fromMs)                 where periodMs = 0: it glides
 *     value + slopePerMs * periodMs * floor((age - fromMs) / periodMs)   where periodMs > 0: it steps at ticks
 *
 * until the next piece begins. The first piece starts at -Infinity or 0; an age below its start counts as its start.
 * Limits (`max`) and ticks that change their period are pieces like any other: the compiler cuts there.
 */
export interface Piece {
  readonly fromMs: number;
  readonly value: number;
  readonly slopePerMs: number;
  readonly periodMs: number;
}

/** What makes an item's curve its own. NaN: as its process has it. */
export interface OwnValues {
  readonly initial: number;
  /** Due minus arrival on the process's clock; may be negative (due before it arrived). */
  readonly allowedMs: number;
}

export interface Curves {
  /** Per process: the shared curve, used by items that bring nothing of their own. */
  readonly shared: readonly (readonly Piece[])[];
  /**
   * Per process: 1 where an initial value of the item's own only adds (value - `initial`) to the shared curve: no
   * limit, no line to a value at the SLA, no overdue value.
   */
  readonly additive: Uint8Array;
  /** Per process: the initial value of the shared curve, to which `additive` own values are relative. */
  readonly initial: Float64Array;
  /** The curve of an item that brings values of its own, of any process. Pure; allocates. */
  readonly ownCurve: (process: number, own: OwnValues) => readonly Piece[];
}
