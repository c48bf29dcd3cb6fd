import type {Family} from '../family.ts';
import {gammaShares} from '../incompleteGamma.ts';
import {expectedMean} from '../starting.ts';

const SHAPE_LEAST = 0.02;
const SHAPE_MOST = 2000;

export const gamma: Family = {
  name: 'gamma',
  parameters: 2,
  least: 2,
  starts(sample) {
    const {mean, sd, cut, whole} = sample;
    const shape = cut > whole || sd === 0 ? 1 : Math.min(Math.max((mean / sd) ** 2, 0.1), 100);
    return [[Math.log(expectedMean(sample)), Math.log(shape)]];
  },
  law([logMean, logShape]) {
    const mean = Math.exp(logMean);
    const shape = Math.exp(logShape);
    if (!(shape >= SHAPE_LEAST && shape <= SHAPE_MOST)) return null;
    const shares = (x: number) => gammaShares(shape, (x / mean) * shape);
    return {
      above: (x) => shares(x).above,
      between(from, to) {
        const [low, high] = [shares(from), shares(to)];
        return high.below < 0.5 ? high.below - low.below : low.above - high.above;
      },
      mean,
      sd: mean / Math.sqrt(shape),
      parts: [{share: 1, kind: 'gamma', quantities: {mean}, numbers: {cv: 1 / Math.sqrt(shape)}}],
    };
  },
};
