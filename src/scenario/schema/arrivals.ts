import {duration, keys, number, share, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {perInterval} from './perInterval.ts';
import {instant, timeOfDay} from './time.ts';
import {noWeekdays, weekdaysOf} from './week.ts';

const notNegative = number.min(0, {error: 'expected a number that is not negative'});

const busyness = keys({
  gamma: keys({
    cv: number
      .gt(0, {error: 'expected a number above 0'})
      .describe('Coefficient of variation of the factor, from day to day. No unit.'),
  }).describe('The factor is gamma distributed with mean 1.'),
  sharedBy: word
    .optional()
    .describe('Sources that say the same word share one factor. Default: the source has a factor of its own.'),
})
  .optional()
  .describe('One random factor of mean 1 a local day on all rates. Default none.');
const during = word.optional().describe('Calendar in whose open time items arrive; else none do. Default: always.');

const constantRate = keys({
  perHour: notNegative.describe('Mean arrivals an hour; Poisson.'),
  during,
  swing: share.optional().describe('Amplitude of a sine wave on the rate, as a share of it. At most 100%. Default 0%.'),
  period: duration.optional().describe('Period of the wave. Default 1d.'),
  peak: instant
    .optional()
    .describe('When the wave is highest: a local time of day, or a duration after midnight. Default 12:00.'),
  busyness,
});
const stepRate = keys({
  perHour: z
    .array(
      z.tuple([
        instant.describe('From then on: a time of day, or a duration after the start (of the day, where it repeats).'),
        notNegative.describe('Mean arrivals an hour.'),
      ]),
    )
    .min(1)
    .describe('Rates that change: [ [ 0s, 0 ], [ 8h, 36 ] ]; Poisson.'),
  repeat: z
    .union([z.literal('daily'), z.literal('weekly'), duration])
    .optional()
    .describe('`daily` from local midnight, `weekly` from Monday, or a period. Default: once from the start.'),
  during,
  busyness,
});
const intervalRate = keys({
  perInterval: perInterval('count', 'counts', 'mean arrivals in the interval, fractions allowed', '30m').describe(
    'Mean arrivals by weekday and interval, Poisson inside it.',
  ),
  busyness,
});
const instants = keys({
  at: z.array(instant).describe('Instants after the start, one arrival each.'),
});
const weekdays = z.string().transform((text, context) => {
  const days = weekdaysOf(text);
  if (days !== null) return days;
  context.addIssue({code: 'custom', message: noWeekdays(text)});
  return z.NEVER;
});
const batches = keys({
  batch: keys({
    every: duration.default(86_400_000).describe('Time between batches. Default 1d.'),
    at: timeOfDay.default(0).describe('Local time of the first batch of a day. Default 00:00.'),
    on: weekdays.optional().describe('Weekdays with batches: mon-fri. Default daily.'),
    size: distributionSchema('number').describe('Items in a batch: a number or a distribution, rounded.'),
  }).describe('Items that arrive all at once, as by a nightly pull.'),
});

/** How a generated source's items arrive; the forms are told apart by their first key. */
export const arrivalsSchema = z
  .union([constantRate, stepRate, intervalRate, instants, batches])
  .describe('When items arrive: perHour, perInterval, at or batch.');
export type ArrivalsWritten = z.output<typeof arrivalsSchema>;
export type StepsWritten = z.output<typeof stepRate>;
export type WaveWritten = z.output<typeof constantRate>;
