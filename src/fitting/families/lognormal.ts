import type {Family, Law} from '../family.ts';
import {normalBetween, normalTail} from '../normalTail.ts';
import {expectedMean, logMoments} from '../starting.ts';

/** A cv of 20 is the widest the language takes. */
const SIGMA_MOST = 2.4;
export const SIGMA_LEAST = 0.02;

export function lognormalLaw(mu: number, sigma: number): Law | null {
  if (!(sigma >= SIGMA_LEAST && sigma <= SIGMA_MOST)) return null;
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const cv = Math.sqrt(Math.expm1(sigma * sigma));
  const z = (x: number) => (Math.log(x) - mu) / sigma;
  return {
    above: (x) => (x <= 0 ? 1 : normalTail(z(x))),
    between: (from, to) => normalBetween(z(from), z(to)),
    mean,
    sd: mean * cv,
    parts: [{share: 1, kind: 'lognormal', quantities: {mean}, numbers: {cv}}],
  };
}

export const lognormal: Family = {
  name: 'lognormal',
  parameters: 2,
  least: 2,
  starts(sample) {
    const {mean, sd} = logMoments(sample);
    const start = [mean, Math.log(Math.max(sd, 0.1))];
    // Where most were seen in part, those seen whole are the short ones.
    return sample.cut > sample.whole ? [start, [Math.log(expectedMean(sample)), 0.2]] : [start];
  },
  law: ([mu, logSigma]) => lognormalLaw(mu, Math.exp(logSigma)),
};
