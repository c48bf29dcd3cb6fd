import type {Ratio} from './estimate.ts';

/** A ratio of sums, and what each replication adds to its error: (N - R D) over mean(D), which is 0 on average. */
export interface Linearised {
  readonly ratio: number;
  readonly residuals: readonly number[];
}

/** Null where no replication has anything to judge. */
export function linearised(ratios: readonly Ratio[]): Linearised | null {
  let [numerators, denominators] = [0, 0];
  for (const [numerator, denominator] of ratios) {
    numerators += numerator;
    denominators += denominator;
  }
  if (!(denominators > 0) || Number.isNaN(numerators)) return null;
  const ratio = numerators / denominators;
  const mean = denominators / ratios.length;
  return {ratio, residuals: ratios.map(([numerator, denominator]) => (numerator - ratio * denominator) / mean)};
}
