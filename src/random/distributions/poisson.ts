import {randomPoisson} from 'd3-random';
import {type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const poisson: DistributionKind = {
  kind: 'poisson',
  doc: 'A whole number: how many of many rare things happen. For sizes of batches, not for durations.',
  units: ['number'],
  schema: givenBy('poisson', {mean: MEAN}, [{given: ['mean'], params: ({mean}) => ({mean})}]),
  moments: ({mean}) => ({mean, sd: Math.sqrt(mean)}),
  sampler: ({mean}, uniform) => randomPoisson.source(uniform)(mean),
};
