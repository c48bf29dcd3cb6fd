/**
 * A distribution as checked: kind, its own parameters in the unit of the place it stands (ms for durations, plain
 * numbers else), and the moments it comes to. Kinds are the files of this folder's `distributions/`.
 */
export interface DistributionSpec {
  readonly kind: string;
  /** Canonical parameters of the kind, e.g. lognormal {mu, sigma}, gamma {shape, scale}. */
  readonly params: Readonly<Record<string, number>>;
  /** Sorted values of an empirical distribution. */
  readonly values?: readonly number[];
  /** Share exactly 0, the rest as the kind says; 0 where none. */
  readonly zeroShare: number;
  /** Mean and standard deviation, the zeros counted. */
  readonly mean: number;
  readonly sd: number;
}
