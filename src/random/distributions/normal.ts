import {randomNormal} from 'd3-random';
import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';
import {normalHazard} from '../normalTail.ts';
import type {Uniform} from '../streams.ts';

export const normal: DistributionKind = {
  kind: 'normal',
  doc: 'Normal, truncated at 0; mean and cv are those that remain after truncation, mu and sigma those before it.',
  units: ['duration', 'number'],
  schema: givenBy(
    'normal',
    {
      mean: MEAN,
      cv: CV,
      mu: {type: 'quantity', doc: 'Mean before truncation.'},
      sigma: {type: 'quantity', doc: 'Standard deviation before truncation.'},
    },
    [
      {
        given: ['mean', 'cv'],
        params: ({mean, cv}) =>
          cv > 0.99 ? 'expected a cv of 0.99 at most: truncated at 0 a normal is never wider' : untruncated(mean, cv),
      },
      {given: ['mu', 'sigma'], params: ({mu, sigma}) => (sigma === 0 ? {constant: mu} : {mu, sigma})},
    ],
  ),
  moments({mu, sigma}) {
    const {excess, variance} = standardMoments(-mu / sigma);
    return {mean: sigma * excess, sd: sigma * Math.sqrt(variance)};
  },
  sampler: ({mu, sigma}, uniform) => (mu >= 0 ? rejecting(mu, sigma, uniform) : tail(mu, sigma, uniform)),
};

/** Mean above a, and variance, of a standard normal known to exceed a; by its hazard h: h - a and 1 - h(h - a). */
function standardMoments(a: number) {
  const hazard = normalHazard(a);
  return {excess: hazard - a, variance: 1 - hazard * (hazard - a)};
}

/** Mu and sigma whose truncation at 0 has this mean and cv: the cv rises with the point of truncation, so halve. */
function untruncated(mean: number, cv: number) {
  let low = -1 / cv - 1;
  let high = 30;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    const {excess, variance} = standardMoments(middle);
    if (Math.sqrt(variance) / excess < cv) low = middle;
    else high = middle;
  }
  const sigma = mean / standardMoments(low).excess;
  return {mu: -low * sigma, sigma};
}

function rejecting(mu: number, sigma: number, uniform: Uniform): () => number {
  const draw = randomNormal.source(uniform)(mu, sigma);
  return () => {
    let value = draw();
    while (value < 0) value = draw();
    return value;
  };
}

/** Above a positive point of truncation by an exponential proposal: C. P. Robert, Simulation of truncated normal variables, 1995. */
function tail(mu: number, sigma: number, uniform: Uniform): () => number {
  const cut = -mu / sigma;
  const rate = (cut + Math.sqrt(cut * cut + 4)) / 2;
  return () => {
    for (;;) {
      const excess = -Math.log1p(-uniform()) / rate;
      if (uniform() <= Math.exp(-((cut + excess - rate) ** 2) / 2)) return sigma * excess;
    }
  };
}
