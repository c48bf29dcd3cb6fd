import {duration, keys, z} from '../../language/schema.ts';
import {timeOfDay} from './time.ts';

/** Numbers by weekday and interval: in a CSV with the columns weekday, start and one more, or written out. */
export const perInterval = (column: string, lists: string, what: string, intervalDefault: string) =>
  keys({
    file: z
      .string()
      .optional()
      .describe(
        `CSV with the columns weekday (mon, mon-fri; absent: every day), start (08:30) and ${column}: ${what}.`,
      ),
    interval: duration.optional().describe(`Width of an interval. Default ${intervalDefault}.`),
    from: timeOfDay.optional().describe(`Local time at which the lists of \`${lists}\` begin. Default 00:00.`),
    [lists]: z
      .record(z.string(), z.array(z.number().min(0, {error: 'expected a number that is not negative'})))
      .optional()
      .describe(`Instead of a file: ${what}, a list for mon, mon-fri or daily, one number an interval.`),
  });
export type PerIntervalWritten = z.output<ReturnType<typeof perInterval>>;
