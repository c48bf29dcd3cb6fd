import {duration, keys, number, z} from '../language/schema.ts';
import type {MixturePart} from './distribution.ts';
import type {Uniform} from './streams.ts';

/** What values measure: ms, written with a unit, or plain numbers. */
export type Unit = 'duration' | 'number';
export type Numbers = Readonly<Record<string, number>>;

/** A distribution without a share at zero: canonical parameters in the unit, or values still in a file. */
export type Shape =
  | {
      readonly kind: string;
      readonly params: Numbers;
      readonly values?: readonly number[];
      readonly parts?: readonly MixturePart[];
    }
  | {readonly kind: string; readonly column: ValuesColumn};

/** Where the values of an empirical distribution stand; `unitMs` NaN: each cell says its unit, or has none to say. */
export interface ValuesColumn {
  readonly file: string;
  readonly column: string;
  readonly unit: Unit;
  readonly unitMs: number;
}

/** One kind of distribution. A new one is a file that exports this, and a line in `distributions/index.ts`. */
export interface DistributionKind {
  readonly kind: string;
  /** One sentence for the reference. */
  readonly doc: string;
  readonly units: readonly Unit[];
  /** What is written after the kind's name; parses to a checked shape. */
  readonly schema: (unit: Unit) => z.ZodType<Shape>;
  readonly moments: (
    params: Numbers,
    values: readonly number[],
    parts: readonly MixturePart[],
  ) => {readonly mean: number; readonly sd: number};
  /** Draws one value after the other. May hold state: one for each stream. */
  readonly sampler: (
    params: Numbers,
    uniform: Uniform,
    values: readonly number[],
    parts: readonly MixturePart[],
  ) => () => number;
  /** The same draws by the block; only where that is faster than one by one. */
  readonly fill?: (params: Numbers, uniform: Uniform) => Fill;
}

/** Writes the next draws into the first `count` places of `out`. */
export type Fill = (out: Float64Array, count: number) => void;

/** A value in the unit of the place, not negative. */
export const quantity = (unit: Unit) =>
  unit === 'duration' ? duration : number.min(0, {error: 'expected a number that is not negative'});
const positive = number.gt(0, {error: 'expected a number above 0'});

export const CV_MOST = 20;
const cv = number
  .min(0, {error: 'expected a number that is not negative'})
  .max(CV_MOST, {error: `expected a cv of ${CV_MOST} at most: a sample would not show a wider one`});

/** Keys a kind may be given by: values in the unit of the place (`quantity`), or numbers without one. */
export interface WrittenKey {
  readonly type: 'quantity' | 'positive' | 'cv' | 'count';
  readonly doc: string;
}
export const MEAN: WrittenKey = {type: 'quantity', doc: 'Mean.'};
export const CV: WrittenKey = {type: 'cv', doc: 'Coefficient of variation: standard deviation ÷ mean. No unit.'};

/** One complete way to give a kind: the keys, and what parameters they come to, or what is wrong with them. */
export interface Form {
  readonly given: readonly string[];
  readonly params: (given: Numbers) => Numbers | string;
}

/**
 * A kind given by one of several sets of keys. Wherever `cv` may stand, `sd` may. Without variation (mean 0, cv 0 or
 * sd 0, equal limits) it is the constant.
 */
export function givenBy(kind: string, written: Readonly<Record<string, WrittenKey>>, forms: readonly Form[]) {
  return (unit: Unit): z.ZodType<Shape> => {
    const types = {quantity: quantity(unit), positive, cv, count: z.int().min(1)} as const;
    const shape: Record<string, z.ZodOptional<z.ZodType<number>>> = {};
    for (const [key, {type, doc}] of Object.entries(written)) {
      shape[key] = types[type].optional().describe(doc) as z.ZodOptional<z.ZodType<number>>;
      if (key === 'cv') shape.sd = quantity(unit).optional().describe('Standard deviation, instead of `cv`.');
    }
    return keys(shape).transform((value, context): Shape => {
      const read = readForm(kind, value as Numbers, forms);
      if (typeof read !== 'string') return read;
      context.addIssue({code: 'custom', message: read});
      return z.NEVER;
    });
  };
}

function readForm(kind: string, given: Numbers, forms: readonly Form[]): Shape | string {
  const names = Object.keys(given)
    .map((name) => (name === 'sd' ? 'cv' : name))
    .sort();
  const form = forms.find((candidate) => [...candidate.given].sort().join() === names.join());
  if (form === undefined || ('sd' in given && 'cv' in given)) {
    const ways = forms.map((candidate) => candidate.given.join(' and ')).join(', or ');
    return `expected ${ways}; found ${Object.keys(given).join(' and ') || 'nothing'}`;
  }
  const {mean, sd} = given;
  if (mean === 0 && sd > 0) return 'expected a mean above 0 where there is a standard deviation';
  if (mean === 0 || given.cv === 0 || sd === 0) return constantShape(mean);
  if (sd / mean > CV_MOST) return `expected a standard deviation of at most ${CV_MOST} times the mean`;
  const params = form.params(sd === undefined ? given : {...given, cv: sd / mean});
  if (typeof params === 'string') return params;
  return 'constant' in params ? constantShape(params.constant) : {kind, params};
}

export const constantShape = (value: number): Shape => ({kind: 'constant', params: {value}});
