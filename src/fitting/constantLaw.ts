import type {Law} from './family.ts';

/** Always the same value. */
export const constantLaw = (value: number): Law => ({
  above: (x) => (x < value ? 1 : 0),
  between: (from, to) => (from <= value && value < to ? 1 : 0),
  mean: value,
  sd: 0,
  parts: [{share: 1, kind: 'constant', quantities: {value}, numbers: {}}],
});
