import type {Rates} from './stretch.ts';

/** Longest piece over which a rate that glides counts as that of its middle. */
const PIECE_MS = 300_000;

/**
 * Mean number of arrivals in each [edge, next edge), edges ascending and the last one finite. `weight` is the share of the
 * rate that holds at an instant, where it glides.
 */
export function expectedOf(
  rates: Rates,
  edgesMs: readonly number[],
  weight: ((atMs: number) => number) | null,
): Float64Array {
  const means = new Float64Array(Math.max(0, edgesMs.length - 1));
  let i = 0;
  for (const {fromMs, toMs, perMs} of rates) {
    if (fromMs >= edgesMs[means.length]) break;
    while (i < means.length && edgesMs[i + 1] <= fromMs) i++;
    for (let k = i; k < means.length && edgesMs[k] < toMs; k++) {
      const from = Math.max(fromMs, edgesMs[k]);
      const to = Math.min(toMs, edgesMs[k + 1]);
      if (to > from) means[k] += perMs * (weight === null ? to - from : weighted(weight, from, to));
    }
  }
  return means;
}

function weighted(weight: (atMs: number) => number, from: number, to: number): number {
  const pieces = Math.ceil((to - from) / PIECE_MS);
  const width = (to - from) / pieces;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) sum += weight(from + (piece + 0.5) * width);
  return sum * width;
}

/** Each of `arrivals` counted as so many. */
export function countedOf(
  arrivals: Iterable<{readonly atMs: number; readonly items: number}>,
  edgesMs: readonly number[],
): Float64Array {
  const means = new Float64Array(Math.max(0, edgesMs.length - 1));
  for (const {atMs, items} of arrivals) {
    if (atMs >= edgesMs[means.length]) break;
    for (let k = 0; k < means.length; k++) if (atMs >= edgesMs[k] && atMs < edgesMs[k + 1]) means[k] += items;
  }
  return means;
}
