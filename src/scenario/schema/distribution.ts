import {keys, z} from '../../language/schema.ts';
import type {Unit} from '../../random/kind.ts';
import {distributionSchema, type WrittenDistribution} from '../../random/readDistribution.ts';
import {timeOfDay} from './time.ts';

export type {WrittenDistribution};

/** A value or distribution; or several, by weekday and local time of arrival. */
export const varying = (unit: Unit) =>
  z.union([
    distributionSchema(unit),
    keys({
      byInterval: z
        .array(
          keys({
            days: z
              .string()
              .optional()
              .describe('Weekdays it holds for: mon, mon-fri, sat,sun or daily. Default daily.'),
            from: timeOfDay.describe('Local time of arrival from which it holds, to the next entry of that weekday.'),
            use: distributionSchema(unit).describe('Value or distribution of items that arrive then.'),
          }),
        )
        .min(1, {error: 'expected at least one entry'})
        .describe('Entries that begin at a time of day; before the first of a day the last one holds.'),
    }),
  ]);
export type WrittenVarying = z.output<ReturnType<typeof varying>>;
