import type {DistributionSpec} from './distribution.ts';
import type {Fill} from './kind.ts';
import {kindOf} from './readDistribution.ts';
import type {Uniform} from './streams.ts';

/**
 * Draws values of `spec` from a stream, in its unit (ms not rounded). May hold state between draws: make one for each
 * stream, and a new one for each key of keyed draws.
 */
export function sampler(spec: DistributionSpec, uniform: Uniform): () => number {
  const {zeroShare} = spec;
  const draw = kindOf(spec.kind).sampler(spec.params, uniform, spec.values ?? [], spec.parts ?? []);
  if (zeroShare === 0) return draw;
  // The value is drawn even where it does not count, so that a changed share leaves the others their luck.
  return () => {
    const isZero = uniform() < zeroShare;
    const value = draw();
    return isZero ? 0 : value;
  };
}

/** The same draws by the block, for the hot path: how they are cut into blocks changes none of them. */
export function fillSampler(spec: DistributionSpec, uniform: Uniform): Fill {
  const {fill} = kindOf(spec.kind);
  if (fill !== undefined && spec.zeroShare === 0) return fill(spec.params, uniform);
  const draw = sampler(spec, uniform);
  return (out, count) => {
    for (let i = 0; i < count; i++) out[i] = draw();
  };
}
