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
  // By hand, not d3-random's: three of these are most of what a plain item costs. 1 - u is exact, so `log` does what
  // `log1p` would for a third more; and called one by one through closures each number is boxed.
  sampler:
    ({mean}, uniform) =>
    () =>
      -mean * Math.log(1 - uniform()),
  fill:
    ({mean}, uniform) =>
    (out, count) => {
      for (let i = 0; i < count; i++) out[i] = -mean * Math.log(1 - uniform());
    },
};
