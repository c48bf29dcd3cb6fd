import type {DistributionSpec} from '../random/distribution.ts';
import {sampler} from '../random/sampler.ts';
import {streamOf} from '../random/streams.ts';
import type {Varying} from '../scenario/scenario.ts';

/** Draws that stand for a distribution: a share is then known to about one in a hundred. */
const DRAWS = 4000;

const KNOWN = new WeakMap<Varying<DistributionSpec>, Float64Array>();

/** Draws of a distribution in ascending order, the same whenever asked; of one that differs by interval, of all its rows. */
export function drawsOf(varying: Varying<DistributionSpec>): Float64Array {
  const known = KNOWN.get(varying) ?? sortedDraws(varying);
  KNOWN.set(varying, known);
  return known;
}

function sortedDraws(varying: Varying<DistributionSpec>): Float64Array {
  const specs = 'fixed' in varying ? [varying.fixed] : varying.byInterval.rows.map(({value}) => value);
  const each = Math.ceil(DRAWS / Math.max(1, specs.length));
  const draws = specs.flatMap((spec, index) => {
    const draw = sampler(spec, streamOf('lint', index));
    return Array.from({length: each}, draw);
  });
  return Float64Array.from(draws).sort();
}

/** Share of sorted draws above a value. */
export function shareAbove(draws: Float64Array, value: number): number {
  let low = 0;
  let high = draws.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (draws[middle] > value) high = middle;
    else low = middle + 1;
  }
  return draws.length === 0 ? 0 : (draws.length - low) / draws.length;
}
