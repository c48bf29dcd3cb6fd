import {randomExponential} from 'd3-random';
import {type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const exponential: DistributionKind = {
  kind: 'exponential',
  doc: 'Memoryless: what is left does not depend on what has passed. Its cv is 1.',
  units: ['duration', 'number'],
  schema: givenBy('exponential', {mean: MEAN, median: {type: 'quantity', doc: 'Median, instead of the mean.'}}, [
    {given: ['mean'], params: ({mean}) => ({mean})},
    {given: ['median'], params: ({median}) => (median === 0 ? {constant: 0} : {mean: median / Math.LN2})},
  ]),
  moments: ({mean}) => ({mean, sd: mean}),
  sampler: ({mean}, uniform) => randomExponential.source(uniform)(1 / mean),
};
