import {parseDuration} from '../language/duration.ts';
import {keys, share, z} from '../language/schema.ts';
import type {DistributionSpec} from './distribution.ts';
import {fromValues} from './distributions/empirical.ts';
import {DISTRIBUTIONS} from './distributions/index.ts';
import {constantShape, quantity, type Shape, type Unit, type ValuesColumn} from './kind.ts';

/** A distribution as written, its parameters checked; only an empirical one may still have to be read from a file. */
export interface WrittenDistribution {
  readonly shape: Shape;
  readonly zeroShare: number;
}

/**
 * What may stand where a value is a duration or a number: a plain one (`4m`, always that), or the name of one kind with
 * its parameters (`{ lognormal: { mean: 4m, cv: 0.9 } }`) and perhaps a share that is 0
 * (`{ zeroShare: 10%, exponential: { mean: 30s } }`).
 */
export const distributionSchema = (unit: Unit): z.ZodType<WrittenDistribution> => SCHEMAS[unit];

function makeSchema(unit: Unit): z.ZodType<WrittenDistribution> {
  const plain = quantity(unit).transform((value): WrittenDistribution => ({shape: constantShape(value), zeroShare: 0}));
  const kinds = DISTRIBUTIONS.filter((one) => one.units.includes(unit));
  const named = keys({
    ...Object.fromEntries(kinds.map((one) => [one.kind, one.schema(unit).optional().describe(one.doc)])),
    zeroShare: share
      .optional()
      .describe('Share of values that are 0, the others as the distribution says. Default 0%.'),
  }).transform((written, context): WrittenDistribution => {
    const {zeroShare, ...shapes} = written as {zeroShare?: number} & Record<string, Shape>;
    const [shape, ...others] = Object.values(shapes);
    if (shape && others.length === 0) return {shape, zeroShare: zeroShare ?? 0};
    const found = Object.keys(shapes).join(' and ') || 'none';
    context.addIssue({
      code: 'custom',
      message: `expected one distribution, such as exponential or lognormal; found ${found}`,
    });
    return z.NEVER;
  });
  return z.union([plain, named]);
}

const SCHEMAS = {duration: makeSchema('duration'), number: makeSchema('number')} as const;

/** A column of a CSV file, without its header; null where it cannot be read, which whoever reads has reported. */
export type ReadColumn = (file: string, column: string) => readonly string[] | null;

/**
 * The distribution itself, with its moments. Fails only for values in a file: returns what is wrong with them as one
 * sentence, or null where `readColumn` had nothing.
 */
export function readDistribution(
  written: WrittenDistribution,
  readColumn: ReadColumn,
): DistributionSpec | string | null {
  const {shape, zeroShare} = written;
  if (!('column' in shape)) return withMoments(shape, zeroShare);
  const cells = readColumn(shape.column.file, shape.column.column);
  if (cells === null) return null;
  const values = cellValues(cells, shape.column);
  return typeof values === 'string' ? values : withMoments(fromValues(values), zeroShare);
}

/** Always `value`. */
export const constantOf = (value: number): DistributionSpec => withMoments(constantShape(value), 0);

function withMoments(shape: Shape, zeroShare: number): DistributionSpec {
  if ('column' in shape) throw new Error(`values of ${shape.column.file} are not read`);
  const kind = kindOf(shape.kind);
  const {mean, sd} = kind.moments(shape.params, shape.values ?? [], shape.parts ?? []);
  const stays = 1 - zeroShare;
  return {
    ...shape,
    zeroShare,
    mean: stays * mean,
    // Variance of a mixture: of the parts, and between their means.
    sd: zeroShare === 0 ? sd : Math.sqrt(stays * sd * sd + stays * zeroShare * mean * mean),
  };
}

export function kindOf(name: string) {
  const kind = DISTRIBUTIONS.find((one) => one.kind === name);
  if (kind === undefined) throw new Error(`no distribution is called ${name}`);
  return kind;
}

function cellValues(cells: readonly string[], {unit, unitMs, column}: ValuesColumn): number[] | string {
  const values: number[] = [];
  for (const [row, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    const bare = Number(text);
    const value = unit === 'number' ? bare : Number.isNaN(bare) ? (parseDuration(text) ?? Number.NaN) : bare * unitMs;
    if (!Number.isFinite(value) || value < 0) {
      const expected =
        unit === 'number' ? 'a number' : Number.isNaN(unitMs) ? 'a duration such as 90s' : 'a number or a duration';
      const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
      return `expected ${expected} that is not negative in column ${column}, found ${shown} in row ${row + 1}`;
    }
    values.push(value);
  }
  return values.length > 0 ? values : `expected at least one value in column ${column}`;
}
