import {CONFIDENCE, type Estimate, studentFactor} from './estimate.ts';

/**
 * Which of several differences from 0 are shown, all of them together with `confidence`: Holm's step-down test
 * (S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979), each
 * by Student's t of its estimate with one degree of freedom less than replications. The k-th strongest of m must pass
 * the two-sided limit of an error of α / (m - k + 1), and all stronger ones theirs. Half widths are those of CONFIDENCE.
 * What is exactly 0 in every replication (0 ± 0) is no test and does not count; nor does what has no interval.
 */
export function holm(estimates: readonly Estimate[], replications: number, confidence = CONFIDENCE): boolean[] {
  const shown = estimates.map(() => false);
  if (replications < 2) return shown;
  const tests = estimates
    .map((estimate, index) => ({index, t: studentT(estimate, replications)}))
    .filter((test): test is {index: number; t: number} => test.t !== null)
    .sort((a, b) => b.t - a.t);
  for (const [passed, {index, t}] of tests.entries()) {
    if (t <= studentFactor(replications, 1 - (1 - confidence) / (tests.length - passed))) break;
    shown[index] = true;
  }
  return shown;
}

/** How many standard errors the value lies from 0; null where that is no test. */
function studentT({value, halfWidth}: Estimate, replications: number): number | null {
  if (value === null || halfWidth === null || (value === 0 && halfWidth === 0)) return null;
  return halfWidth === 0 ? Infinity : (Math.abs(value) / halfWidth) * studentFactor(replications, CONFIDENCE);
}
