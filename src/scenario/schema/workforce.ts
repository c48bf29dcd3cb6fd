import {count, duration, keys, number, share, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {perInterval} from './perInterval.ts';

const positive = number.gt(0, {error: 'expected a number above 0'});
const headCount = count;

const offers = keys({
  answerIn: distributionSchema('duration').optional().describe('Ringing time until answered. Default 0s.'),
  noAnswer: share.default(0).describe('Share of offers nobody answers. Default 0%.'),
  ringFor: distributionSchema('duration')
    .optional()
    .describe('How long an offer rings that nobody answers. Default 20s.'),
  thenNotReady: distributionSchema('duration').optional().describe('Not ready after an offer missed. Default 0s.'),
  whileRinging: z
    .enum(['takesOthers', 'takesNothing'])
    .default('takesOthers')
    .describe('Whether other work may come while an offer rings. Default takesOthers.'),
});

/** What agents of a group have in common. */
const COMMON = {
  cost: number.min(0).optional().describe('Cost of an agent per paid hour, in money of your own. Default unknown.'),
  skills: z
    .record(z.string(), number)
    .optional()
    .describe('Level by skill; a skill not named is level 0. Names may contain any character. Default none.'),
  capacity: word.optional().describe('Rule of routing.capacity. Default: one item at a time of any channel.'),
  speed: z
    .union([
      positive,
      keys({
        skill: word.describe('Skill whose level decides.'),
        levels: z
          .record(z.string(), positive)
          .describe('Speed by level; between levels a straight line: { 1: 0.8, 9: 1.1 }.'),
      }),
    ])
    .optional()
    .describe('Everything is handled in 1/speed of its time. Default 1.'),
  shrinkage: z
    .union([
      share,
      keys({
        share: share.describe('Share of paid time.'),
        spells: duration.default(900_000).describe('Length of a spell. Default 15m.'),
        reason: word.default('Shrinkage').describe('Not-ready reason in reports. Default Shrinkage.'),
      }),
    ])
    .optional()
    .describe('Share of paid time not ready, in spells of 15m at random. Default 0%.'),
  absence: share.optional().describe('Share of agent-days absent, the whole shift. Default 0%.'),
  offers: offers.optional().describe('How offers are answered. Default: at once, always.'),
};

const range = z.tuple([count.describe('Least.'), count.describe('Most.')]);

export const groupSchema = keys({
  group: word.describe('Name of the group.'),
  agents: z
    .union([headCount, z.record(z.string(), headCount)])
    .optional()
    .describe('How many: a number, or by shift { early: 8, late: 4 }.'),
  shift: word.optional().describe('Shift of all of them, where `agents` is a number. Default: always on duty.'),
  onDuty: perInterval('agents', 'agents', 'agents on duty in the interval', 'as the file has it, else 30m')
    .optional()
    .describe('Agents on duty by weekday and interval, instead of shifts.'),
  presence: z
    .string()
    .optional()
    .describe('CSV agent, from, to (and levels held then by skill): who is there when, instead of shifts.'),
  between: z
    .union([range, z.record(z.string(), range)])
    .optional()
    .describe(
      'What `staff` may choose from, least and most, by shift: { early: [ 4, 12 ] }; [ 4, 12 ] where there is one shift or none, and with `onDuty` for each of its intervals. Default: as it is.',
    ),
  ...COMMON,
});

export const rosterSchema = keys({
  roster: z
    .string()
    .describe('CSV, one row an agent: name, group, shift (empty: always there), then a column per skill.'),
  presence: z
    .string()
    .optional()
    .describe('CSV agent, from, to (and levels held then by skill): who is there when, instead of shifts.'),
  ...COMMON,
});

export const workforceSchema = z
  .array(z.union([groupSchema, rosterSchema]))
  .describe('Groups of agents who are alike, and rosters of agents by name.');
export type GroupWritten = z.output<typeof groupSchema>;
export type RosterWritten = z.output<typeof rosterSchema>;
export type CommonWritten = Pick<GroupWritten, keyof typeof COMMON>;
