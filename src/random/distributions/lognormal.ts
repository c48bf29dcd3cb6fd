import {randomLogNormal} from 'd3-random';
import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';

const Z90 = 1.2815515655446004;
const Z95 = 1.6448536269514722;

export const lognormal: DistributionKind = {
  kind: 'lognormal',
  doc: 'Its logarithm is normal: what handle times mostly look like.',
  units: ['duration', 'number'],
  schema: givenBy(
    'lognormal',
    {
      mean: MEAN,
      cv: CV,
      median: {type: 'quantity', doc: 'Median.'},
      sigma: {type: 'positive', doc: 'Standard deviation of the natural logarithm. No unit.'},
      p90: {type: 'quantity', doc: 'Value that 90 % do not exceed.'},
      p95: {type: 'quantity', doc: 'Value that 95 % do not exceed.'},
    },
    [
      {
        given: ['mean', 'cv'],
        params: ({mean, cv}) => {
          const variance = Math.log1p(cv * cv);
          return {mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance)};
        },
      },
      {given: ['median', 'sigma'], params: ({median, sigma}) => byMedian(median, sigma)},
      {given: ['median', 'p90'], params: ({median, p90}) => byMedian(median, Math.log(p90 / median) / Z90)},
      {given: ['median', 'p95'], params: ({median, p95}) => byMedian(median, Math.log(p95 / median) / Z95)},
    ],
  ),
  moments({mu, sigma}) {
    const mean = Math.exp(mu + (sigma * sigma) / 2);
    return {mean, sd: mean * Math.sqrt(Math.expm1(sigma * sigma))};
  },
  sampler: ({mu, sigma}, uniform) => randomLogNormal.source(uniform)(mu, sigma),
};

function byMedian(median: number, sigma: number) {
  if (!(median > 0)) return 'expected a median above 0';
  if (sigma < 0) return 'expected a percentile that is not below the median';
  if (sigma > 2.5)
    return `expected a sigma of 2.5 at most, found ${sigma.toFixed(2)}: its mean would be set by a few giants`;
  return sigma === 0 ? {constant: median} : {mu: Math.log(median), sigma};
}
