import type {Family, Law} from '../family.ts';
import {expectedMean} from '../starting.ts';

export function exponentialLaw(mean: number): Law {
  return {
    above: (x) => Math.exp(-x / mean),
    between: (from, to) => -Math.exp(-from / mean) * Math.expm1(-(to - from) / mean),
    mean,
    sd: mean,
    parts: [{share: 1, kind: 'exponential', quantities: {mean}, numbers: {}}],
  };
}

export const exponential: Family = {
  name: 'exponential',
  parameters: 1,
  least: 1,
  starts: (sample) => [[Math.log(expectedMean(sample))]],
  law: ([logMean]) => exponentialLaw(Math.exp(logMean)),
};
