import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import {mean, sampleStandardDeviation} from 'simple-statistics';
import type {Ratio} from './metric.ts';
import type {Estimate} from './results.ts';

/** Two-sided confidence of every interval. */
export const CONFIDENCE = 0.95;

export const NOTHING: Estimate = {value: null, halfWidth: null};

const factors = new Map<number, number>();
/** Student's t for the confidence and n - 1 degrees of freedom. */
function studentFactor(n: number): number {
  let factor = factors.get(n);
  if (factor === undefined) {
    factor = tQuantile(0.5 + CONFIDENCE / 2, n - 1);
    factors.set(n, factor);
  }
  return factor;
}

/** Mean of one value a replication, with Student's half width t s / √n; null with one replication. */
export function studentEstimate(values: readonly number[]): Estimate {
  if (values.length === 0) return NOTHING;
  return {value: mean([...values]), halfWidth: studentHalfWidth(values)};
}
export function studentHalfWidth(values: readonly number[]): number | null {
  const n = values.length;
  return n < 2 ? null : (studentFactor(n) * sampleStandardDeviation([...values])) / Math.sqrt(n);
}

/**
 * Ratio of sums over replications, R = ΣN / ΣD. Half width by the delta method: with residuals e = N - R D its variance
 * is Σe² / ((n - 1) n mean(D)²), times Student's t (the variance of the ratio estimator as in D. Patterson's notes and
 * `ratio.R` for sampling, University of Montana; the reference programs judge by the same rule, R14). Null where no
 * replication has anything to judge; half width null with one replication.
 */
export function ratioEstimate(ratios: readonly Ratio[]): Estimate {
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
  for (const [numerator, denominator] of ratios) squares += (numerator - value * denominator) ** 2;
  return {value, halfWidth: halfWidthOf(squares, denominators, n)};
}

/** The same half width from the sum of squared residuals, the sum of denominators and the number of replications. */
export function halfWidthOf(squaredResiduals: number, denominators: number, n: number): number {
  return (studentFactor(n) * Math.sqrt(Math.max(0, squaredResiduals) / ((n - 1) * n))) / (denominators / n);
}

/** Sums from which the ratio estimate of many cells is made without keeping their replications. */
export class RatioSums {
  private readonly n: Float64Array;
  private readonly d: Float64Array;
  private readonly nn: Float64Array;
  private readonly nd: Float64Array;
  private readonly dd: Float64Array;
  constructor(cells: number) {
    this.n = new Float64Array(cells);
    this.d = new Float64Array(cells);
    this.nn = new Float64Array(cells);
    this.nd = new Float64Array(cells);
    this.dd = new Float64Array(cells);
  }
  add(cell: number, numerator: number, denominator: number): void {
    this.n[cell] += numerator;
    this.d[cell] += denominator;
    this.nn[cell] += numerator * numerator;
    this.nd[cell] += numerator * denominator;
    this.dd[cell] += denominator * denominator;
  }
  estimate(cell: number, replications: number): Estimate {
    const [n, d] = [this.n[cell], this.d[cell]];
    if (!(d > 0)) return NOTHING;
    const value = n / d;
    if (replications < 2) return {value, halfWidth: null};
    const squares = this.nn[cell] - 2 * value * this.nd[cell] + value * value * this.dd[cell];
    // cancellation leaves some last bits of nn where every residual is 0
    const exact = squares < 1e-12 * this.nn[cell] ? 0 : squares;
    return {value, halfWidth: halfWidthOf(exact, d, replications)};
  }
}
