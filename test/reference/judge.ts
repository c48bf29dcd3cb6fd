/** When Preroute's value agrees with the reference's: the tolerances the reference asks of a simulator under test. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type {Estimate} from '../../src/measure/results.ts';

export type Verdict = 'agrees' | 'differs' | 'wide' | 'not measured';

export interface Judged {
  readonly verdict: Verdict;
  /** Distance in standard errors of the difference; null where nothing varies. */
  readonly errors: number | null;
}

/**
 * Exact: within three half widths of 95 %, or 0.5 %; the half width itself at most 2 % (5 % for waits of busy centres),
 * else the run was short and what agrees is said to be wide.
 */
export function judgeExact(estimate: Estimate, exact: number, replications: number, busy: boolean): Judged {
  const {value, halfWidth} = estimate;
  if (value === null || halfWidth === null) return {verdict: 'not measured', errors: null};
  const off = Math.abs(value - exact);
  const errors = standardized(value - exact, halfWidth, replications);
  if (off > Math.max(3 * halfWidth, 0.005 * Math.abs(exact))) return {verdict: 'differs', errors};
  return {verdict: halfWidth > (busy ? 0.05 : 0.02) * Math.abs(exact) ? 'wide' : 'agrees', errors};
}

/** Simulated: within twice the half width of the difference, or 1 %. */
export function judgeSimulated(
  estimate: Estimate,
  reference: {readonly mean: number; readonly ci95: number},
  replications: number,
): Judged {
  const {value, halfWidth} = estimate;
  if (value === null || halfWidth === null) return {verdict: 'not measured', errors: null};
  const width = Math.hypot(halfWidth, reference.ci95);
  const off = Math.abs(value - reference.mean);
  const errors = standardized(value - reference.mean, width, replications);
  return {verdict: off > Math.max(2 * width, 0.01 * Math.abs(reference.mean)) ? 'differs' : 'agrees', errors};
}

/** A difference in standard errors, from a 95 % half width of n replications. */
export function standardized(difference: number, halfWidth: number, replications: number): number | null {
  if (halfWidth === 0) return difference === 0 ? 0 : null;
  return difference / (halfWidth / tQuantile(0.975, replications - 1));
}
