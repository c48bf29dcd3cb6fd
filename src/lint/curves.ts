/** What priority curves come to, worked out piece by piece. */
import type {Piece} from '../model/curves.ts';
import {priorityOf} from '../routing/priority/index.ts';

/** Where a piece ends; it holds up to the last whole millisecond before. */
const endOf = (pieces: readonly Piece[], index: number) => pieces[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;

/** First age, whole ms, at which a curve is above a value; null: never. */
export function firstAbove(pieces: readonly Piece[], value: number): number | null {
  for (const [index, piece] of pieces.entries()) {
    const from = Math.max(0, piece.fromMs);
    const end = endOf(pieces, index);
    if (end <= from) continue;
    const age = priorityOf(pieces, from) > value ? from : crossing(piece, value);
    if (age !== null && age < end) return Math.max(from, age);
  }
  return null;
}

/** First whole ms, or tick, at which a rising piece is above a value. */
function crossing({fromMs, value: start, slopePerMs, periodMs}: Piece, value: number): number | null {
  if (slopePerMs <= 0) return null;
  const exact = (value - start) / slopePerMs;
  const step = periodMs > 0 ? periodMs : 1;
  const at = (steps: number) => priorityOf([{fromMs, value: start, slopePerMs, periodMs}], fromMs + steps * step);
  let steps = Math.max(0, Math.floor(exact / step) - 1);
  // What division leaves is settled by asking the curve itself.
  while (at(steps) <= value) steps++;
  return fromMs + steps * step;
}

/** Highest and lowest value of a curve at ages from 0 to `untilMs`. */
export function rangeOf(pieces: readonly Piece[], untilMs: number): {readonly low: number; readonly high: number} {
  const ages = pieces.flatMap((piece, index) => {
    const from = Math.max(0, piece.fromMs);
    const last = Math.min(untilMs, endOf(pieces, index) - 1);
    return from > untilMs || last < from ? [] : [from, last];
  });
  const values = ages.map((age) => priorityOf(pieces, age));
  return {low: Math.min(...values), high: Math.max(...values)};
}

/** The first fall: two ages of which the later has less; null where it never falls. */
export function firstFall(pieces: readonly Piece[]): {readonly beforeMs: number; readonly afterMs: number} | null {
  for (const [index, piece] of pieces.entries()) {
    const from = Math.max(0, piece.fromMs);
    const end = endOf(pieces, index);
    if (end <= from) continue;
    if (piece.slopePerMs < 0) {
      const first = piece.periodMs > 0 ? piece.fromMs + piece.periodMs : from + 1;
      const last = Math.min(end - 1, Math.max(first, from + Math.max(1, piece.periodMs)));
      if (priorityOf(pieces, last) < priorityOf(pieces, from))
        return {beforeMs: from, afterMs: endOfFall(pieces, index)};
    }
    if (Number.isFinite(end) && priorityOf(pieces, end) < priorityOf(pieces, end - 1))
      return {beforeMs: end - 1, afterMs: end};
  }
  return null;
}

/** Where a falling piece has come to its end, or a day on where it has none. */
function endOfFall(pieces: readonly Piece[], index: number): number {
  const end = endOf(pieces, index);
  return Number.isFinite(end) ? end - 1 : pieces[index].fromMs + Math.max(86_400_000, pieces[index].periodMs);
}
