import {share, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';

const attribute = z.union([
  word,
  distributionSchema('number'),
  z.record(z.string(), share).describe('Shares of its values, 100 % in all: { Gold: 20%, Silver: 80% }.'),
]);

/** What items bring, by name. */
export const attributesSchema = z.record(z.string(), attribute);
export type AttributesWritten = z.output<typeof attributesSchema>;
