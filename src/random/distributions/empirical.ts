import {keys, z} from '../../language/schema.ts';
import {type DistributionKind, quantity, type Shape} from '../kind.ts';

const UNITS = {ms: 1, s: 1000, m: 60_000, h: 3_600_000} as const;

export const empirical: DistributionKind = {
  kind: 'empirical',
  doc: 'One of the values seen, each as likely as it was frequent.',
  units: ['duration', 'number'],
  schema: (unit) =>
    keys({
      values: z.array(quantity(unit)).min(1).optional().describe('The values themselves, in any order.'),
      file: z.string().optional().describe('CSV file that has the values, relative to the file that names it.'),
      column: z.string().optional().describe('Column of the file.'),
      ...(unit === 'duration' && {
        unit: z
          .enum(['ms', 's', 'm', 'h'])
          .optional()
          .describe('Unit of bare numbers in the column; cells may also say it: `90s`.'),
      }),
    }).transform((written, context): Shape => {
      const {values, file, column} = written;
      const unitName = 'unit' in written ? written.unit : undefined;
      if (values && !file && !column && !unitName) return fromValues(values);
      if (!values && file && column)
        return {
          kind: 'empirical',
          column: {file, column, unit, unitMs: unitName ? UNITS[unitName as keyof typeof UNITS] : Number.NaN},
        };
      context.addIssue({code: 'custom', message: `expected values, or file and column; found ${found(written)}`});
      return z.NEVER;
    }),
  moments(_, values) {
    let mean = 0;
    for (const value of values) mean += value / values.length;
    let variance = 0;
    for (const value of values) variance += (value - mean) ** 2 / values.length;
    return {mean, sd: Math.sqrt(variance)};
  },
  sampler: (_, uniform, values) => () => values[Math.floor(uniform() * values.length)],
};

const found = (written: object) => Object.keys(written).join(' and ') || 'nothing';

/** Sorted, so that a draw is a quantile and the order of the file means nothing. */
export const fromValues = (values: readonly number[]): Shape => ({
  kind: 'empirical',
  params: {},
  values: [...values].sort((a, b) => a - b),
});
