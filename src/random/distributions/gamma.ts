import {randomGamma} from 'd3-random';
import {CV, CV_MOST, type DistributionKind, givenBy, MEAN} from '../kind.ts';

export const gamma: DistributionKind = {
  kind: 'gamma',
  doc: 'Between the exponential (shape 1) and the nearly constant (large shape); its cv is 1 ÷ √shape.',
  units: ['duration', 'number'],
  schema: givenBy(
    'gamma',
    {
      mean: MEAN,
      cv: CV,
      shape: {type: 'positive', doc: 'Shape. No unit.'},
      scale: {type: 'quantity', doc: 'Scale: mean ÷ shape.'},
    },
    [
      {given: ['mean', 'cv'], params: ({mean, cv}) => byShape(1 / (cv * cv), mean * cv * cv)},
      {given: ['mean', 'shape'], params: ({mean, shape}) => byShape(shape, mean / shape)},
      {given: ['shape', 'scale'], params: ({shape, scale}) => byShape(shape, scale)},
    ],
  ),
  moments: ({shape, scale}) => ({mean: shape * scale, sd: Math.sqrt(shape) * scale}),
  sampler: ({shape, scale}, uniform) => randomGamma.source(uniform)(shape, scale),
};

function byShape(shape: number, scale: number) {
  if (scale === 0) return {constant: 0};
  const least = 1 / (CV_MOST * CV_MOST);
  return shape < least * (1 - 1e-9) ? `expected a shape of ${least} at least (cv ${CV_MOST})` : {shape, scale};
}
