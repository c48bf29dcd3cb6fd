import {duration, keys, share, z} from '../../language/schema.ts';

const halving = keys({
  share: share.describe('Share of contacts that convert when the lead is new.'),
  halvesEvery: duration.optional().describe('Age after which it is half of that, and half again. Default: never.'),
});

const table = keys({
  table: z
    .array(z.tuple([duration, share]))
    .min(1, {error: 'expected at least one point, as in [ [ 0s, 12% ], [ 2d, 6% ] ]'})
    .describe('Points [ age, share of contacts that convert ].'),
  between: z
    .enum(['step', 'line'], {error: 'expected step or line'})
    .default('step')
    .describe('Between two points the share of the earlier one, or a straight line. Default step.'),
});

export const leadKeys = {
  kind: z
    .literal('lead', {error: 'expected lead'})
    .optional()
    .describe('`lead`: it may be won, and is not reclassified. Default: work.'),
  conversion: z
    .union([halving, table])
    .optional()
    .describe(
      'How likely a contact converts, by the lead’s age then: wall time from its arrival to when an agent begins. Converted it is complete; else `handling` says what becomes of it. Its attribute `dealValue` is what it is worth.',
    ),
  dispositions: z
    .record(z.string(), share)
    .optional()
    .describe(
      'What agents note of items that are done and did not convert, by share, 100 % at most: { noInterest: 60%, noAnswer: 30% }. Default none.',
    ),
};
export type ConversionWritten = z.output<NonNullable<(typeof leadKeys)['conversion']>>;
