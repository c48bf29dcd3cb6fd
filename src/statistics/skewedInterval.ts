import {type Ratio, ratioEstimate, studentFactor} from './estimate.ts';
import {differenceOf, pairedDifference} from './pairedDifference.ts';
import {linearised} from './residuals.ts';

/** A value and where it surely lies; the ends are infinite with one replication. */
export interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The interval of `ratioEstimate`, reaching further where replications are skewed; null with nothing to judge. */
export function skewedRatio(ratios: readonly Ratio[], confidence: number): Ends | null {
  const {value, halfWidth} = ratioEstimate(ratios, confidence);
  return value === null ? null : widened(value, halfWidth, linearised(ratios)?.residuals ?? [], confidence);
}

/** The interval of `pairedDifference`, likewise. */
export function skewedDifference(after: readonly Ratio[], before: readonly Ratio[], confidence: number): Ends | null {
  const {value, halfWidth} = pairedDifference(after, before, confidence);
  return value === null ? null : widened(value, halfWidth, differenceOf(after, before)?.residuals ?? [], confidence);
}

/**
 * Student's interval of a mean is at fault on one side where values are skewed: the mean waits of few short days lie
 * too low, and their interval with them. Hall's transformation (P. Hall, On the removal of skewness by transformation,
 * 1992) takes that out of Student's statistic T of n values of skewness γ: g(T) = T + γT²/3 + γ²T³/27 + γ/(6n), with T
 * in standard deviations, is nearly symmetric, and its inverse gives ends that do not lie alike. Each end is the further
 * one of both. How often that holds what is true is measured in docs/validation.md.
 */
function widened(value: number, halfWidth: number | null, residuals: readonly number[], confidence: number): Ends {
  const n = residuals.length;
  if (halfWidth === null) return {value, low: -Infinity, high: Infinity};
  if (halfWidth === 0 || n < 3) return {value, low: value - halfWidth, high: value + halfWidth};
  const moment = (power: number) => residuals.reduce((sum, one) => sum + one ** power, 0);
  const deviation = Math.sqrt(moment(2) / (n - 1));
  const skewness = (n * moment(3)) / ((n - 1) * (n - 2) * deviation ** 3);
  const reach = studentFactor(n, confidence) / Math.sqrt(n);
  const end = (of: number) => value - deviation * straightened(of, skewness, n);
  return {
    value,
    low: Math.min(value - halfWidth, end(reach)),
    high: Math.max(value + halfWidth, end(-reach)),
  };
}

/** The inverse of g. */
function straightened(x: number, skewness: number, n: number): number {
  if (Math.abs(skewness) < 1e-9) return x;
  return (3 / skewness) * (Math.cbrt(1 + skewness * (x - skewness / (6 * n))) - 1);
}
