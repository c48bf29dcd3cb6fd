import {randomUniform} from 'd3-random';
import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const uniform: DistributionKind = {
  kind: 'uniform',
  doc: 'Any value between two limits alike.',
  units: ['duration', 'number'],
  schema: givenBy(
    'uniform',
    {
      min: {type: 'quantity', doc: 'Least value.'},
      max: {type: 'quantity', doc: 'Greatest value.'},
      mean: MEAN,
      cv: CV,
    },
    [
      {given: ['min', 'max'], params: ({min, max}) => limits(min, max)},
      {
        given: ['mean', 'cv'],
        params: ({mean, cv}) =>
          cv * Math.sqrt(3) <= 1 + 1e-9
            ? limits(Math.max(0, mean * (1 - cv * Math.sqrt(3))), mean * (1 + cv * Math.sqrt(3)))
            : 'expected a cv of 0.577 at most: a wider uniform distribution would reach below 0',
      },
    ],
  ),
  moments: ({min, max}) => ({mean: (min + max) / 2, sd: (max - min) / Math.sqrt(12)}),
  sampler: ({min, max}, source) => randomUniform.source(source)(min, max),
};

function limits(min: number, max: number) {
  if (min > max) return 'expected a min that is not above max';
  return min === max ? {constant: min} : {min, max};
}
