import {keys, share, z} from '../../language/schema.ts';
import type {MixturePart} from '../distribution.ts';
import type {DistributionKind, Numbers, Shape, Unit} from '../kind.ts';
import type {Uniform} from '../streams.ts';
import {PARAMETRIC} from './parametric.ts';

const ROUNDING = 1e-6;

export const mixture: DistributionKind = {
  kind: 'mixture',
  doc: 'Of several kinds of items, each with a share and a distribution of its own: short calls and long ones.',
  units: ['duration', 'number'],
  schema: (unit) =>
    z
      .array(partSchema(unit))
      .min(2, {error: 'expected two parts at least'})
      .transform((parts, context): Shape => {
        const sum = parts.reduce((total, part) => total + part.share, 0);
        if (Math.abs(sum - 1) <= ROUNDING) return {kind: 'mixture', params: {}, parts};
        const found = `${Number((100 * sum).toFixed(4))} %`;
        context.addIssue({code: 'custom', message: `expected shares that come to 100 % in all, found ${found}`});
        return z.NEVER;
      }),
  moments(_, __, parts) {
    const each = parts.map((part) => ({share: part.share, ...kindOf(part).moments(part.params, [], [])}));
    const mean = each.reduce((sum, part) => sum + part.share * part.mean, 0);
    const square = each.reduce((sum, part) => sum + part.share * (part.sd ** 2 + part.mean ** 2), 0);
    return {mean, sd: Math.sqrt(Math.max(0, square - mean * mean))};
  },
  sampler(_: Numbers, uniform: Uniform, __, parts) {
    const draws = parts.map((part) => kindOf(part).sampler(part.params, uniform, [], []));
    const last = parts.length - 1;
    return () => {
      let left = uniform();
      let i = 0;
      while (i < last && left >= parts[i].share) left -= parts[i++].share;
      return draws[i]();
    };
  },
};

function partSchema(unit: Unit): z.ZodType<MixturePart> {
  return keys({
    share: share.describe('Share of values that are of this part.'),
    ...Object.fromEntries(PARAMETRIC.map((one) => [one.kind, one.schema(unit).optional().describe(one.doc)])),
  }).transform((written, context): MixturePart => {
    const {share: own, ...shapes} = written as unknown as {share: number} & Record<string, Shape>;
    const [shape, ...others] = Object.values(shapes);
    if (shape && others.length === 0 && 'params' in shape) return {share: own, kind: shape.kind, params: shape.params};
    const found = Object.keys(shapes).join(' and ') || 'none';
    context.addIssue({code: 'custom', message: `expected a share and one distribution in each part; found ${found}`});
    return z.NEVER;
  });
}

function kindOf({kind}: MixturePart): DistributionKind {
  const found = PARAMETRIC.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`${kind} is no part of a mixture`);
  return found;
}
