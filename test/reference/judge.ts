/**
 * When a measured value agrees with the reference's: by its standard error over replications and Student's t, at a
 * level that holds for all figures together.
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type {Estimate} from '../../src/measure/results.ts';
import {twoSided} from './student.ts';

/** A difference in standard errors; null where nothing varies. */
export interface Compared {
  readonly t: number | null;
  readonly degrees: number;
  /** Probability of a difference so large or larger where there is none; of a difference that never varies 0 or 1. */
  readonly p: number;
}

/** Chance that any figure at all is called wrong where none is. */
export const FAMILY_WISE = 0.05;
/** Of the value: what differs by less than this, the interval included, differs in nothing that matters. */
export const MARGIN = 0.005;
/** Of the value: an interval wider than this is said to be wide. */
export const WIDE = 0.02;

/** Of n replications against a value without error: Student's t of n - 1 degrees of freedom. */
export function compareExact({value, halfWidth}: Estimate, exact: number, replications: number): Compared {
  const degrees = replications - 1;
  if (value === null || halfWidth === null) throw new Error('a figure was not measured');
  return compared(value - exact, standardError(halfWidth, replications), degrees);
}

/** A mean that another simulator found in replications of its own. */
export interface Simulated {
  readonly mean: number;
  /** 95 % half width. */
  readonly ci95: number;
  readonly replications: number;
}

/** Two independent estimates: Welch's t, degrees of freedom by Satterthwaite. */
export function compareSimulated({value, halfWidth}: Estimate, theirs: Simulated, replications: number): Compared {
  if (value === null || halfWidth === null) throw new Error('a figure was not measured');
  const own = standardError(halfWidth, replications) ** 2;
  const other = standardError(theirs.ci95, theirs.replications) ** 2;
  const spread = own ** 2 / (replications - 1) + other ** 2 / (theirs.replications - 1);
  const degrees = spread > 0 ? (own + other) ** 2 / spread : replications - 1;
  return compared(value - theirs.mean, Math.sqrt(own + other), degrees);
}

export const standardError = (halfWidth: number, replications: number): number =>
  halfWidth / tQuantile(0.975, replications - 1);

function compared(difference: number, error: number, degrees: number): Compared {
  if (error > 0) return {t: difference / error, degrees, p: twoSided(difference / error, degrees)};
  return {t: null, degrees, p: difference === 0 ? 1 : 0};
}

/**
 * S. Holm's step-down procedure (1979): true where a hypothesis is rejected when the chance of any false rejection is
 * at most `level`, however the hypotheses depend on each other.
 */
export function rejectedByHolm(ps: readonly number[], level: number): boolean[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a] - ps[b]);
  const first = order.findIndex((i, rank) => ps[i] > level / (ps.length - rank));
  const rejected = new Set(first < 0 ? order : order.slice(0, first));
  return ps.map((_, i) => rejected.has(i));
}

/** Standard errors beyond which one of so many figures is wrong (Bonferroni, Student). */
export const mostErrors = (figures: number, replications: number, level: number): number =>
  tQuantile(1 - level / (2 * figures), replications - 1);

export type Verdict = 'agrees' | 'wide' | 'immaterial' | 'differs';

/** Of a figure, given whether all figures together reject it. */
export function verdictOf(rejected: boolean, expected: number, difference: number, halfWidth: number): Verdict {
  const size = Math.abs(expected);
  if (rejected) return Math.abs(difference) + halfWidth <= MARGIN * size ? 'immaterial' : 'differs';
  return halfWidth > WIDE * size ? 'wide' : 'agrees';
}
