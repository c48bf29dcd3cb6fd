import {logGamma} from '../../random/gammaFunction.ts';
import type {Family} from '../family.ts';
import {expectedMean} from '../starting.ts';

/** What the language takes, with room for rounding. */
const SHAPE_LEAST = 0.21;
const SHAPE_MOST = 1000;

export const weibull: Family = {
  name: 'weibull',
  parameters: 2,
  least: 2,
  starts(sample) {
    const {mean, sd, cut, whole} = sample;
    const shape = cut > whole || sd === 0 ? 1 : Math.min(Math.max((mean / sd) ** 1.09, 0.3), 50);
    return [[Math.log(expectedMean(sample)), Math.log(shape)]];
  },
  law([logScale, logShape]) {
    const scale = Math.exp(logScale);
    const shape = Math.exp(logShape);
    if (!(shape >= SHAPE_LEAST && shape <= SHAPE_MOST)) return null;
    const hazard = (x: number) => (x / scale) ** shape;
    const one = Math.exp(logGamma(1 + 1 / shape));
    return {
      above: (x) => Math.exp(-hazard(x)),
      between: (from, to) => -Math.exp(-hazard(from)) * Math.expm1(hazard(from) - hazard(to)),
      mean: scale * one,
      sd: scale * Math.sqrt(Math.max(0, Math.exp(logGamma(1 + 2 / shape)) - one * one)),
      parts: [{share: 1, kind: 'weibull', quantities: {scale}, numbers: {shape}}],
    };
  },
};
