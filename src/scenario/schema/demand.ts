import {count, keys, number, oneOrMany, share, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {handlingSchema} from '../handling/index.ts';
import {arrivalsSchema} from './arrivals.ts';
import {attributesSchema} from './attributes.ts';
import {varying} from './distribution.ts';
import {leadKeys} from './leads.ts';
import {openSchema} from './open.ts';
import {replaySchema} from './replay.ts';

/** One stream of items: generated, replayed from a log, or the backlog at the start. */
export const sourceSchema = keys({
  source: word.describe('Name of the source.'),
  channel: z
    .union([
      word,
      keys({
        column: oneOrMany(word).describe('Column of the log that says the channel.'),
        values: z.record(z.string(), word).describe('Channel by value of the column: { Call: voice, Web chat: chat }.'),
      }),
    ])
    .describe('voice, chat, email, workitem or a word of your own; of a log also { column, values }.'),
  arrivals: arrivalsSchema.optional().describe('When generated items arrive. Or `replay`, or `backlog`.'),
  replay: replaySchema.optional().describe('Items out of a log, at the instants it says.'),
  backlog: replaySchema
    .optional()
    .describe('Items that are already there when the scenario starts, from a CSV like a log.'),
  open: openSchema
    .optional()
    .describe(
      'A snapshot of what is open when the scenario starts: where it stands, with whom, since when. Alone, or beside `arrivals` or `replay`. Default: nothing is.',
    ),
  attributes: attributesSchema
    .optional()
    .describe(
      'What segmentation and rules see: a value, shares of values, or a distribution of numbers. Default none.',
    ),
  handleTime: varying('duration')
    .optional()
    .describe('Time an agent works on it: a duration or distribution. May be absent where a log has it.'),
  wrapUp: varying('duration').optional().describe('Time after it, still occupying the agent. Default 0s.'),
  patience: varying('duration').optional().describe('Wait after which the customer hangs up. Default: never.'),
  redial: keys({
    share: share.describe('Share of abandoned items whose customer tries again.'),
    after: distributionSchema('duration').describe('Time until then: a duration or distribution.'),
    atMost: count.default(1).describe('Most attempts beyond the first. Default 1.'),
  })
    .optional()
    .describe('Customers who hang up and call again. Default none.'),
  concurrency: keys({
    slowdown: number
      .min(0, {error: 'expected a number that is not negative'})
      .describe('With n such items at once each goes at rate n^-slowdown: 0 none, 1 shared time. No unit.'),
  })
    .optional()
    .describe('Items an agent works on at the same time slow each other. Default: they do not.'),
  preferredAgent: keys({
    share: share.default(1).describe('Share of items that have one. Default 100%.'),
    from: oneOrMany(word).describe('Groups (or agents by name) he is drawn from, uniformly.'),
  })
    .optional()
    .describe('An agent of its own that an item asks for. Default none.'),
  ...leadKeys,
  handling: handlingSchema.optional(),
  confirmed: distributionSchema('duration')
    .optional()
    .describe(
      'Time from Mark Done (after wrap-up) until the source’s own update completes the item: a duration or distribution. Absent: it is complete when handling ends.',
    ),
  markDone: z
    .enum(['enabled', 'disabled'])
    .default('enabled')
    .describe(
      'Whether agents may say that an item is done. `disabled`: only the source completes it; after wrap-up it stays in the agent’s hands until the update comes, as `confirmed` or its commands say. Default enabled.',
    ),
});
export const demandSchema = z.array(sourceSchema).describe('Sources of items.');
export type SourceWritten = z.output<typeof sourceSchema>;
