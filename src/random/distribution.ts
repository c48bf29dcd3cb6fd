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
  /** Of a mixture; their shares come to 1. */
  readonly parts?: readonly MixturePart[];
  /** Share exactly 0, the rest as the kind says; 0 where none. */
  readonly zeroShare: number;
  /** Mean and standard deviation, the zeros counted. */
  readonly mean: number;
  readonly sd: number;
}

/** A part of a mixture: its share, and a distribution by its parameters. */
export interface MixturePart {
  readonly share: number;
  readonly kind: string;
  readonly params: Readonly<Record<string, number>>;
}

/** A value below which it never draws: the least of its limits or values, 0 where it has none. */
export function leastOf({params, values, parts, zeroShare}: DistributionSpec): number {
  if (zeroShare > 0) return 0;
  if (parts) return Math.min(...parts.map((part) => part.params.min ?? part.params.value ?? 0));
  return values?.[0] ?? params.min ?? params.value ?? 0;
}
