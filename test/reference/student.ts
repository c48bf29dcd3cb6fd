/** Probabilities of Student's and of the normal distribution, from quantiles and tails the product has already. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import {normalHazard} from '../../src/random/normalTail.ts';

/** Probability of more than |t| on either side, by bisection of the quantile; 0 beyond 1e-200. */
export function twoSided(t: number, degrees: number): number {
  const tail = (logP: number) => -tQuantile(Math.exp(logP), degrees);
  return Math.min(1, 2 * Math.exp(bisected(tail, Math.abs(t), Math.log(1e-200), Math.log(0.5))));
}

/** The value a standard normal exceeds on either side with probability p. */
export function normalOf(p: number): number {
  return bisected((x) => -upperTail(x), -p / 2, 0, 40);
}

/** Probability that a standard normal exceeds x. */
export function upperTail(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) / normalHazard(x);
}

/** Where a monotone function takes a value. */
function bisected(of: (x: number) => number, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rises = of(to) > of(from);
  for (let i = 0; i < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (of(middle) < value === rises) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
