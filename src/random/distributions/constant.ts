import {constantShape, type DistributionKind, quantity} from '../kind.ts';

export const constant: DistributionKind = {
  kind: 'constant',
  doc: 'Always the same value; a plain value means this.',
  units: ['duration', 'number'],
  schema: (unit) => quantity(unit).transform(constantShape),
  moments: ({value}) => ({mean: value, sd: 0}),
  sampler:
    ({value}) =>
    () =>
      value,
  fill:
    ({value}) =>
    (out, count) => {
      out.fill(value, 0, count);
    },
};
