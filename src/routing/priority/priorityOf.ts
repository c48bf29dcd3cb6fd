import type {Piece} from '../../model/curves.ts';

/**
 * The definition of priority: what a curve shows at an age on the clock it runs on (ms, credit included). An age below
 * the start of the first piece counts as its start.
 */
export function priorityOf(pieces: readonly Piece[], ageMs: number): number {
  let index = 0;
  while (index + 1 < pieces.length && ageMs >= (pieces[index + 1] as Piece).fromMs) index++;
  const {fromMs, value, slopePerMs, periodMs} = pieces[index] as Piece;
  const into = ageMs > fromMs ? ageMs - fromMs : 0;
  return periodMs === 0 ? value + slopePerMs * into : value + slopePerMs * periodMs * Math.floor(into / periodMs);
}

/** Curves laid end to end: pieces of curve c are rows first[c] up to first[c + 1]. */
export interface FlatCurves {
  readonly first: Int32Array;
  readonly fromMs: Float64Array;
  readonly value: Float64Array;
  readonly slopePerMs: Float64Array;
  readonly periodMs: Float64Array;
}

export function flattenPieces(curves: readonly (readonly Piece[])[]): FlatCurves {
  const pieces = curves.flat();
  const first = new Int32Array(curves.length + 1);
  for (let c = 0; c < curves.length; c++) first[c + 1] = first[c] + curves[c].length;
  return {
    first,
    fromMs: Float64Array.from(pieces, (piece) => piece.fromMs),
    value: Float64Array.from(pieces, (piece) => piece.value),
    slopePerMs: Float64Array.from(pieces, (piece) => piece.slopePerMs),
    periodMs: Float64Array.from(pieces, (piece) => piece.periodMs),
  };
}

/** `priorityOf` over rows `firstPiece` to `lastPiece` (inclusive) of flattened curves, bit for bit the same. */
export function valueAt(flat: FlatCurves, firstPiece: number, lastPiece: number, ageMs: number): number {
  const fromMs = flat.fromMs;
  let index = firstPiece;
  while (index < lastPiece && ageMs >= fromMs[index + 1]) index++;
  const into = ageMs > fromMs[index] ? ageMs - fromMs[index] : 0;
  const period = flat.periodMs[index];
  return period === 0
    ? flat.value[index] + flat.slopePerMs[index] * into
    : flat.value[index] + flat.slopePerMs[index] * period * Math.floor(into / period);
}
