import {duration, keys, number, word, z} from '../../language/schema.ts';

const EXPECTED = 'expected a share of the time such as 80%, or a time before the target such as 1h';

/** When a milestone warns: a share of its time, or so long before its target. */
export type WarnAt = {readonly share: number} | {readonly beforeMs: number};

const warnAt = z
  .string({
    error: ({input}) =>
      typeof input === 'number'
        ? `${EXPECTED}, found the bare number ${input}: write ${input}% or ${input}m`
        : EXPECTED,
  })
  .meta({pattern: '^\\s*(\\d+(\\.\\d+)?\\s*%|(\\d+(\\.\\d+)?\\s*(ms|s|m|h|d|w)\\s*)+)\\s*$', examples: ['80%', '1h']})
  .transform((written, context): WarnAt => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(written.trim());
    if (percent && Number(percent[1]) <= 100) return {share: Number(percent[1]) / 100};
    const before = percent ? undefined : duration.safeParse(written);
    if (before?.success) return {beforeMs: before.data};
    const least = percent ? 'expected a share of at most 100%' : EXPECTED;
    context.addIssue({code: 'custom', message: `${least}, found ${JSON.stringify(written)}`});
    return z.NEVER;
  });

const actionSchema = keys({
  raiseBy: number
    .refine((by) => by !== 0, {error: 'expected a number other than 0'})
    .optional()
    .describe(
      'Added to the priority of the item from then on, in whatever process. No unit. Default: nothing is added.',
    ),
  openTargets: z
    .enum(['next', 'all'])
    .optional()
    .describe(
      'Opens its `next` target, or `all` of them, at once. Where it is in hand or aside nothing opens. Default: they open in their time.',
    ),
  reassign: word
    .optional()
    .describe(
      'The process it goes to: with its age, as a transfer keeps it. Where it is in hand, when it is out of it. Default: it stays.',
    ),
}).refine((action) => Object.keys(action).length > 0, {
  error: 'expected raiseBy, openTargets or reassign, found none of them',
});

export const milestoneSchema = keys({
  name: word.describe('Its name in results, such as `first response`.'),
  when: word.describe(
    'What it is about: where the item is to come to stand. A status (`queued`, `assigned`, `awaiting confirmation`, `held`, `completed`) or a stage of the scenario.',
  ),
  within: duration
    .refine((ms) => ms > 0, {error: 'expected a time of more than nothing'})
    .describe('Time from its start until its target, on its clock. Reached exactly at the target is in time.'),
  clock: word
    .optional()
    .describe(
      'Calendar on whose open time it runs; `always` is calendar time. Default: the clock of the process, which must then have one.',
    ),
  warnAt: warnAt
    .optional()
    .describe('When it warns: a share of its time, `80%`, or so long before its target, `1h`. Default: it does not.'),
  starts: word
    .default('arrival')
    .describe(
      'What it starts with: `arrival` (where the item comes from another process: when it does), or whenever the item comes to stand there, a status or stage as in `when`. Default arrival.',
    ),
  recurrence: z
    .enum(['none', 'independent', 'sequential'])
    .default('none')
    .describe(
      'Never more than one is open at a time. `none`: once for each item. `independent`: whenever `starts` is met again. `sequential`: likewise, but no earlier than the previous target. Default none.',
    ),
  onWarning: actionSchema.optional().describe('Done when it warns: raiseBy, openTargets, reassign. Default nothing.'),
  onViolation: actionSchema.optional().describe('Done when its target passes. Default nothing.'),
  onSuccess: actionSchema.optional().describe('Done when it is reached, in time or late. Default nothing.'),
});
export type MilestoneWritten = z.output<typeof milestoneSchema>;
export type ActionWritten = z.output<typeof actionSchema>;

export const milestonesSchema = z
  .array(milestoneSchema)
  .describe('Targets on the way, each for one point that its items reach. Default none.');
