import type {Family} from '../family.ts';
import {logMoments} from '../starting.ts';
import {lognormalLaw, SIGMA_LEAST} from './lognormal.ts';
import {logistic, mixed} from './mixed.ts';

/** Short calls and real ones: two lognormal parts. */
export const lognormalMixture: Family = {
  name: 'mixture of two lognormals',
  parameters: 5,
  least: 200,
  starts: (sample) =>
    [0.2, 0.5].map((share) => {
      const short = logMoments(sample, 0, share);
      const long = logMoments(sample, share, 1);
      const width = (sd: number) => Math.log(Math.max(1.3 * sd, 5 * SIGMA_LEAST));
      return [Math.log(share / (1 - share)), short.mean, width(short.sd), long.mean, width(long.sd)];
    }),
  law: ([share, firstMu, firstSigma, secondMu, secondSigma]) =>
    mixed(logistic(share), lognormalLaw(firstMu, Math.exp(firstSigma)), lognormalLaw(secondMu, Math.exp(secondSigma))),
};
