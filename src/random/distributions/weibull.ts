import {randomWeibull} from 'd3-random';
import {logGamma} from '../gammaFunction.ts';
import {CV, type DistributionKind, givenBy, MEAN} from '../kind.ts';

const SHAPE_LEAST = 0.2;
const SHAPE_MOST = 2000;

export const weibull: DistributionKind = {
  kind: 'weibull',
  doc: 'Patience that wears out (shape above 1) or hardens (below 1); shape 1 is the exponential.',
  units: ['duration', 'number'],
  schema: givenBy(
    'weibull',
    {
      mean: MEAN,
      cv: CV,
      shape: {type: 'positive', doc: 'Shape. No unit.'},
      scale: {type: 'quantity', doc: 'Scale: the value that 63 % do not exceed.'},
    },
    [
      {given: ['mean', 'shape'], params: ({mean, shape}) => byShape(shape, mean / meanOfUnitScale(shape))},
      {given: ['scale', 'shape'], params: ({scale, shape}) => byShape(shape, scale)},
      {given: ['mean', 'cv'], params: ({mean, cv}) => byCv(mean, cv)},
    ],
  ),
  moments: ({shape, scale}) => ({
    mean: scale * meanOfUnitScale(shape),
    sd: scale * meanOfUnitScale(shape) * cvOf(shape),
  }),
  sampler: ({shape, scale}, uniform) => randomWeibull.source(uniform)(shape, 0, scale),
};

const meanOfUnitScale = (shape: number) => Math.exp(logGamma(1 + 1 / shape));
const cvOf = (shape: number) => Math.sqrt(Math.expm1(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)));

function byShape(shape: number, scale: number) {
  if (scale === 0) return {constant: 0};
  return shape >= SHAPE_LEAST && shape <= SHAPE_MOST
    ? {shape, scale}
    : `expected a shape from ${SHAPE_LEAST} to ${SHAPE_MOST}, found ${shape}`;
}

/** The shape of a cv: the cv falls as the shape rises, so halve. */
function byCv(mean: number, cv: number) {
  let low = SHAPE_LEAST;
  let high = SHAPE_MOST;
  if (cv > cvOf(low) || cv < cvOf(high))
    return `expected a cv from ${cvOf(high).toFixed(4)} to ${cvOf(low).toFixed(1)}, or 0`;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (cvOf(middle) > cv) low = middle;
    else high = middle;
  }
  return {shape: low, scale: mean / meanOfUnitScale(low)};
}
