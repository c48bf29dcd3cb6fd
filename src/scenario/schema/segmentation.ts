import {keys, word, z} from '../../language/schema.ts';

const outcome = z.union([
  word,
  keys({
    process: word.describe('Process of the item.'),
    agent: word.optional().describe('Agent it goes to directly.'),
    group: word.optional().describe('Group it goes to directly.'),
  }),
]);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A row of the table. */
export const ruleSchema = keys({
  if: z
    .array(cell)
    .describe('One FEEL unary test a column; a word or comma list of words is that text; - is anything.'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the language
  then: outcome.describe('Process of an item that matches, or { process, agent } or { process, group }.'),
});

export const segmentationSchema = keys({
  file: z.string().optional().describe('CSV with a column per attribute and the columns then, agent, group.'),
  columns: z
    .array(word)
    .optional()
    .describe('Attributes the rules look at; channel, source and priority are attributes too.'),
  rules: z.array(ruleSchema).optional().describe('Rules in order: the first that matches.'),
  otherwise: outcome
    .optional()
    .describe('Process of items that match no rule. Needed unless some rule matches every item.'),
});
export type SegmentationWritten = z.output<typeof segmentationSchema>;
export type OutcomeWritten = z.output<typeof outcome>;
