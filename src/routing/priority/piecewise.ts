import type {Piece} from '../../model/curves.ts';
import {priorityOf} from './priorityOf.ts';

export const steady = (fromMs: number, value: number): Piece => ({fromMs, value, slopePerMs: 0, periodMs: 0});

export const gliding = (fromMs: number, value: number, slopePerMs: number): Piece => ({
  fromMs,
  value,
  slopePerMs,
  periodMs: 0,
});

/** `increment` more at each full period. */
export const stepping = (fromMs: number, value: number, increment: number, periodMs: number): Piece =>
  increment === 0 ? steady(fromMs, value) : {fromMs, value, slopePerMs: increment / periodMs, periodMs};

/** Where piece `index` ends. */
export const endOf = (pieces: readonly Piece[], index: number): number =>
  pieces[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;

/** The curve before an age. */
export const before = (pieces: readonly Piece[], ageMs: number): Piece[] =>
  pieces.filter((piece) => piece.fromMs < ageMs);

/** What of a curve lies at age 0 and after: same values, its ticks where they were. */
export function fromZero(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    if (piece.fromMs >= 0) return [piece];
    const end = endOf(pieces, index);
    return end <= 0 ? [] : startedAtZero(piece, end);
  });
}

function startedAtZero(piece: Piece, end: number): Piece[] {
  const value = priorityOf([piece], 0);
  if (piece.periodMs === 0) return [gliding(0, value, piece.slopePerMs)];
  const ticks = Math.ceil(-piece.fromMs / piece.periodMs);
  const tick = piece.fromMs + ticks * piece.periodMs;
  if (tick === 0) return [{...piece, fromMs: 0, value}];
  const rest = {...piece, fromMs: tick, value: piece.value + piece.slopePerMs * piece.periodMs * ticks};
  return tick < end ? [steady(0, value), rest] : [steady(0, value)];
}

/** The same curve, never above `max`. Crossings are cut at the first whole millisecond, or tick, beyond them. */
export function limited(pieces: readonly Piece[], max: number | undefined): Piece[] {
  if (max === undefined) return [...pieces];
  return pieces.flatMap((piece, index) => limitedPiece(piece, endOf(pieces, index), max));
}

/** The same curve without pieces that only go on with the one before. */
export const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.filter((piece, index) => index === 0 || !continues(pieces[index - 1] as Piece, piece));

const continues = (last: Piece, next: Piece) =>
  last.slopePerMs === 0 && next.slopePerMs === 0 && last.value === next.value;

function limitedPiece(piece: Piece, end: number, max: number): Piece[] {
  const {fromMs, value, slopePerMs: slope} = piece;
  const starts = value > max ? steady(fromMs, max) : piece;
  if (slope === 0) return [starts];
  const crossing = crossingOf(piece, max);
  if (slope > 0) {
    if (value >= max) return [steady(fromMs, max)];
    return crossing < end ? [piece, steady(crossing, max)] : [piece];
  }
  if (value <= max) return [piece];
  const below = {...piece, fromMs: crossing, value: priorityOf([piece], crossing)};
  return crossing < end ? [starts, below] : [starts];
}

/** First whole millisecond, or tick, at which a rising piece is at `max` or above, or a falling one at it or below. */
function crossingOf({fromMs, value, slopePerMs, periodMs}: Piece, max: number): number {
  // Half a millionth of a tick absorbs what division leaves of increments that are no binary fractions.
  if (periodMs > 0) return fromMs + periodMs * Math.ceil((max - value) / (slopePerMs * periodMs) - 5e-7);
  return fromMs + Math.ceil((max - value) / slopePerMs - 5e-7);
}
