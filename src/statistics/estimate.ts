import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import {mean, sampleStandardDeviation} from 'simple-statistics';

/** Numerator and denominator; a denominator of 0 says that there is nothing to judge. */
export type Ratio = readonly [numerator: number, denominator: number];

/** A value with its 95 % half width: null with one replication or nothing observed. */
export interface Estimate {
  readonly value: number | null;
  readonly halfWidth: number | null;
}

/** Two-sided confidence of every interval that names no other. */
export const CONFIDENCE = 0.95;

export const NOTHING: Estimate = {value: null, halfWidth: null};

const factors = new Map<number, Map<number, number>>();
/** Student's t for the confidence and n - 1 degrees of freedom. */
export function studentFactor(n: number, confidence: number): number {
  const known = factors.get(confidence) ?? new Map<number, number>();
  factors.set(confidence, known);
  let factor = known.get(n);
  if (factor === undefined) {
    factor = tQuantile(0.5 + confidence / 2, n - 1);
    known.set(n, factor);
  }
  return factor;
}

/** Mean of one value a replication, with Student's half width t s / √n; null with one replication. */
export function studentEstimate(values: readonly number[]): Estimate {
  if (values.length === 0) return NOTHING;
  return {value: mean([...values]), halfWidth: studentHalfWidth(values)};
}
export function studentHalfWidth(values: readonly number[], confidence = CONFIDENCE): number | null {
  const n = values.length;
  if (n < 2) return null;
  const deviation = sampleStandardDeviation([...values]);
  return deviation < ROUNDING * Math.abs(values[0]) ? 0 : (studentFactor(n, confidence) * deviation) / Math.sqrt(n);
}

/** Replications that are all alike differ in the last bits of their sums, and that is no variation. */
const ROUNDING = 1e-12;

/**
 * Ratio of sums over replications, R = ΣN / ΣD. Half width by the delta method: with residuals e = N - R D its variance
 * is Σe² / ((n - 1) n mean(D)²), times Student's t (the variance of the ratio estimator as in D. Patterson's notes and
 * `ratio.R` for sampling, University of Montana; the reference programs judge by the same rule, R14). Null where no
 * replication has anything to judge; half width null with one replication.
 */
export function ratioEstimate(ratios: readonly Ratio[], confidence = CONFIDENCE): Estimate {
  let [numerators, denominators] = [0, 0];
  for (const [numerator, denominator] of ratios) {
    numerators += numerator;
    denominators += denominator;
  }
  if (!(denominators > 0) || Number.isNaN(numerators)) return NOTHING;
  const value = numerators / denominators;
  const n = ratios.length;
  if (n < 2) return {value, halfWidth: null};
  let squares = 0;
  let largest = 0;
  for (const [numerator, denominator] of ratios) {
    squares += (numerator - value * denominator) ** 2;
    largest = Math.max(largest, Math.abs(numerator));
  }
  return {
    value,
    halfWidth: isNoVariation(squares, largest, n) ? 0 : halfWidthOf(squares, denominators, n, confidence),
  };
}

/** Whether squared residuals of n replications are but the last bits of numbers as large as `largest`. */
export function isNoVariation(squares: number, largest: number, n: number): boolean {
  return squares <= (ROUNDING * largest) ** 2 * n;
}

/** The same half width from the sum of squared residuals, the sum of denominators and the number of replications. */
export function halfWidthOf(
  squaredResiduals: number,
  denominators: number,
  n: number,
  confidence = CONFIDENCE,
): number {
  return (studentFactor(n, confidence) * Math.sqrt(Math.max(0, squaredResiduals) / ((n - 1) * n))) / (denominators / n);
}

/** Sums from which the ratio estimate of many cells is made without keeping their replications. */
export class RatioSums {
  /** Sums of n, d, nn, nd, dd per cell. */
  private sums = new Float64Array(5 * 64);
  add(cell: number, numerator: number, denominator: number): void {
    const at = 5 * cell;
    if (at >= this.sums.length) {
      const sums = new Float64Array(2 * at + 5);
      sums.set(this.sums);
      this.sums = sums;
    }
    const {sums} = this;
    sums[at] += numerator;
    sums[at + 1] += denominator;
    sums[at + 2] += numerator * numerator;
    sums[at + 3] += numerator * denominator;
    sums[at + 4] += denominator * denominator;
  }
  estimate(cell: number, replications: number): Estimate {
    const [n, d, nn, nd, dd] =
      5 * cell < this.sums.length ? this.sums.subarray(5 * cell, 5 * cell + 5) : [0, 0, 0, 0, 0];
    if (!(d > 0)) return NOTHING;
    const value = n / d;
    if (replications < 2) return {value, halfWidth: null};
    const squares = nn - 2 * value * nd + value * value * dd;
    // cancellation leaves some last bits of nn where every residual is 0
    const exact = squares < ROUNDING * nn ? 0 : squares;
    return {value, halfWidth: halfWidthOf(exact, d, replications)};
  }
  value(cell: number): number | null {
    const [n, d] = this.sums.subarray(5 * cell, 5 * cell + 2);
    return d > 0 ? n / d : null;
  }
  numerator(cell: number): number {
    return this.sums[5 * cell] ?? 0;
  }
}
