import {sampleCorrelation} from 'simple-statistics';

/** Pearson's correlation of pairs; null with fewer than three, or where either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const value = sampleCorrelation(
    pairs.map(([one]) => one),
    pairs.map(([, other]) => other),
  );
  return Number.isFinite(value) ? value : null;
}
