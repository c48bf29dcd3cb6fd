import {CONFIDENCE, type Estimate, halfWidthOf, isNoVariation, NOTHING, type Ratio} from './estimate.ts';

/**
 * Difference of two ratios of sums over the same replications, ΣN'/ΣD' - ΣN/ΣD, replication by replication with common
 * random numbers. Half width by the delta method: each ratio is linear in its residuals e = N - R D over mean(D), so the
 * difference is the mean of e'/mean(D') - e/mean(D), and its variance the sum of their squares over (n - 1) n (the
 * variance of `ratioEstimate`, of a difference; with denominators of 1 it is Student's paired interval). Exactly 0 ± 0
 * where both are the same. Value null where either has nothing to judge; half width null with one replication.
 */
export function pairedDifference(after: readonly Ratio[], before: readonly Ratio[], confidence = CONFIDENCE): Estimate {
  const [left, right] = [totalsOf(after), totalsOf(before)];
  if (left === null || right === null) return NOTHING;
  const value = left.ratio - right.ratio;
  const n = after.length;
  if (n !== before.length) throw new Error(`${n} replications cannot be paired with ${before.length}`);
  if (n < 2) return {value, halfWidth: null};
  let [squares, largest] = [0, 0];
  for (const [index, ratio] of after.entries()) {
    const [a, b] = [residual(ratio, left), residual(before[index] ?? [0, 0], right)];
    squares += (a - b) ** 2;
    largest = Math.max(largest, Math.abs(ratio[0] / left.meanDenominator));
  }
  return {value, halfWidth: isNoVariation(squares, largest, n) ? 0 : halfWidthOf(squares, n, n, confidence)};
}

interface Totals {
  readonly ratio: number;
  readonly meanDenominator: number;
}

function totalsOf(ratios: readonly Ratio[]): Totals | null {
  let [numerators, denominators] = [0, 0];
  for (const [numerator, denominator] of ratios) {
    numerators += numerator;
    denominators += denominator;
  }
  if (!(denominators > 0) || Number.isNaN(numerators)) return null;
  return {ratio: numerators / denominators, meanDenominator: denominators / ratios.length};
}

const residual = ([numerator, denominator]: Ratio, {ratio, meanDenominator}: Totals): number =>
  (numerator - ratio * denominator) / meanDenominator;
