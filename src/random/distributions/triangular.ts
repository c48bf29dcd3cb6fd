import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const triangular: DistributionKind = {
  kind: 'triangular',
  doc: 'Between two limits, most often near the mode; by mean and cv it is symmetric.',
  units: ['duration', 'number'],
  schema: givenBy(
    'triangular',
    {
      min: {type: 'quantity', doc: 'Least value.'},
      mode: {type: 'quantity', doc: 'Most frequent value.'},
      max: {type: 'quantity', doc: 'Greatest value.'},
      mean: MEAN,
      cv: CV,
    },
    [
      {given: ['min', 'mode', 'max'], params: ({min, mode, max}) => corners(min, mode, max)},
      {
        given: ['mean', 'cv'],
        params: ({mean, cv}) =>
          cv * Math.sqrt(6) <= 1 + 1e-9
            ? corners(Math.max(0, mean * (1 - cv * Math.sqrt(6))), mean, mean * (1 + cv * Math.sqrt(6)))
            : 'expected a cv of 0.408 at most: a wider symmetric triangle would reach below 0',
      },
    ],
  ),
  moments: ({min, mode, max}) => ({
    mean: (min + mode + max) / 3,
    sd: Math.sqrt(((max - min) ** 2 - (mode - min) * (max - mode)) / 18),
  }),
  sampler({min, mode, max}, uniform) {
    // Inverse of the distribution function, two parabolas that meet at the mode.
    const shareBelow = (mode - min) / (max - min);
    return () => {
      const u = uniform();
      return u < shareBelow
        ? min + Math.sqrt(u * (max - min) * (mode - min))
        : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
    };
  },
};

function corners(min: number, mode: number, max: number) {
  if (!(min <= mode && mode <= max)) return 'expected min, mode and max in ascending order';
  return min === max ? {constant: min} : {min, mode, max};
}
