import {logGamma} from '../random/gammaFunction.ts';

const MOST_TERMS = 10_000;
const PRECISION = 1e-14;

/** Shares below and above x of a gamma distribution with scale 1. */
export interface GammaShares {
  readonly below: number;
  readonly above: number;
}

/**
 * Regularised incomplete gamma functions P and Q: by the series where x is below the mean, by Legendre's continued
 * fraction above (M. Abramowitz and I. Stegun, 1964, 6.5.29 and 6.5.31), so that the smaller of the two is exact.
 */
export function gammaShares(shape: number, x: number): GammaShares {
  if (!(x > 0)) return {below: 0, above: 1};
  if (x === Number.POSITIVE_INFINITY) return {below: 1, above: 0};
  const front = Math.exp(shape * Math.log(x) - x - logGammaOf(shape));
  if (x < shape + 1) {
    const below = Math.min(1, front * series(shape, x));
    return {below, above: 1 - below};
  }
  const above = Math.min(1, front * fraction(shape, x));
  return {below: 1 - above, above};
}

/** Γ(shape) also below 1/2, by its recurrence. */
const logGammaOf = (shape: number) => (shape < 0.5 ? logGamma(shape + 1) - Math.log(shape) : logGamma(shape));

function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** By the method of Lentz. */
function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (Math.abs(a * d + b) < tiny ? tiny : a * d + b);
    c = Math.abs(b + a / c) < tiny ? tiny : b + a / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < PRECISION) break;
  }
  return value;
}
