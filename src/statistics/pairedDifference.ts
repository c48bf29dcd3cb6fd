import {CONFIDENCE, type Estimate, halfWidthOf, isNoVariation, NOTHING, type Ratio} from './estimate.ts';
import {linearised} from './residuals.ts';

/**
 * Difference of two ratios of sums over the same replications, ΣN'/ΣD' - ΣN/ΣD, replication by replication with common
 * random numbers. Half width by the delta method: each ratio is linear in its residuals e = N - R D over mean(D), so the
 * difference is the mean of e'/mean(D') - e/mean(D), and its variance the sum of their squares over (n - 1) n (the
 * variance of `ratioEstimate`, of a difference; with denominators of 1 it is Student's paired interval). Exactly 0 ± 0
 * where both are the same. Value null where either has nothing to judge; half width null with one replication.
 */
export function pairedDifference(after: readonly Ratio[], before: readonly Ratio[], confidence = CONFIDENCE): Estimate {
  const difference = differenceOf(after, before);
  if (difference === null) return NOTHING;
  const {value, residuals, largest} = difference;
  const n = residuals.length;
  if (n < 2) return {value, halfWidth: null};
  const squares = residuals.reduce((sum, one) => sum + one * one, 0);
  return {value, halfWidth: isNoVariation(squares, largest, n) ? 0 : halfWidthOf(squares, n, n, confidence)};
}

/** The difference, what each pair adds to its error, and how large its numbers are. Null with nothing to judge. */
export function differenceOf(after: readonly Ratio[], before: readonly Ratio[]) {
  const [left, right] = [linearised(after), linearised(before)];
  if (left === null || right === null) return null;
  if (after.length !== before.length)
    throw new Error(`${after.length} replications cannot be paired with ${before.length}`);
  const mean = after.reduce((sum, [, denominator]) => sum + denominator, 0) / after.length;
  return {
    value: left.ratio - right.ratio,
    residuals: left.residuals.map((one, index) => one - right.residuals[index]),
    largest: after.reduce((most, [numerator]) => Math.max(most, Math.abs(numerator / mean)), 0),
  };
}
