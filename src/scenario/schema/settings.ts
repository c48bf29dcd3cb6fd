import {count, duration, keys, word, z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {STATUS_NAMES} from '../../model/life.ts';

const moment = z.string({
  error: (issue) => `expected a date such as 2026-03-02, or a date and time, found ${shown(issue.input)}`,
});

/** The keys of a scenario that are no parts: what is simulated, when, how often. */
export const SETTINGS = {
  name: word.optional().describe('What the scenario is called in reports. Default: the name of its folder or file.'),
  timezone: z
    .string()
    .default('UTC')
    .describe('IANA zone of every local time, date and weekday, e.g. Europe/Madrid. Default UTC.'),
  from: moment
    .default('2026-01-05')
    .describe('Start: a date (its local midnight), or a date and time. Default 2026-01-05, a Monday.'),
  to: z
    .union([
      z.string({
        error: (issue) => `expected a date such as 2026-03-16, or a duration such as 14d, found ${shown(issue.input)}`,
      }),
      keys({arrivals: count.min(1).describe('No more arrivals after this many in all, then as `atEnd` says.')}),
    ])
    .default('1d')
    .describe('End, not part of the run: a date, a date and time, a duration, or { arrivals: 300000 }. Default 1d.'),
  warmUp: duration.default(0).describe('Time at the start that is simulated but not counted. Default 0s.'),
  coolDown: duration
    .default(0)
    .describe('Time at the end whose arrivals are not counted: those before finish under load. Default 0s.'),
  atEnd: z
    .enum(['cut', 'drain'])
    .default('cut')
    .describe(
      'At the end: `cut` stops there, what is unfinished is reported; `drain` runs on without arrivals. Default cut.',
    ),
  seed: word.default('1').describe('Number or word from which everything random is drawn. Default 1.'),
  replications: count
    .min(1, {error: 'expected at least 1 replication'})
    .default(10)
    .describe('How often the horizon is simulated, each with its own draws. Default 10.'),
  measureAt: z
    .array(duration)
    .nullish()
    .describe('Instants after the start at which waiting, busy and free are recorded. Default none.'),
  intervals: duration
    .default(1_800_000)
    .describe('Width of a reporting interval; a whole number of them makes a day. Default 30m.'),
  reportBy: z
    .array(word)
    .nullish()
    .describe('Attributes by whose values results are split as well. Default: those that goals name.'),
  waitParts: z
    .boolean({error: (issue) => `expected true or false, found ${shown(issue.input)}`})
    .default(true)
    .describe('Whether every wait is divided by what stood in its way; false is a little faster. Default true.'),
  stages: z
    .record(z.string(), z.enum(STATUS_NAMES).describe('The status that it is a name of.'))
    .nullish()
    .describe(
      'Names of your own for where items stand, and the status each is: { NEW: queued, IN PROGRESS: assigned, SOLD: completed, CLOSED: completed }. Default: the statuses themselves.',
    ),
};
