import {duration, keys, number, word, z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {milestonesSchema} from './milestones.ts';
import {pullSchema} from './pull.ts';

export const processSchema = keys({
  sla: duration
    .optional()
    .describe('Time allowed from arrival until due, on the clock of the process. Default: never due.'),
  answerWithin: duration.optional().describe('Limit of its service level, of wall time. Default: none is promised.'),
  clock: word.optional().describe('Calendar on whose open time age, targets and due date run. Default: calendar time.'),
  open: word.optional().describe('Calendar in whose open time items are admitted. Default: always.'),
  whenClosed: z
    .enum(['reject', 'queue'])
    .default('reject')
    .describe(
      'What becomes of items that arrive while it is closed: `reject`, or `queue`, where they wait for whoever is there. Default reject.',
    ),
  expires: z
    .string({error: (issue) => `expected a date such as 2026-03-19, found ${shown(issue.input)}`})
    .optional()
    .describe(
      'Date (its beginning), or date and time, from which on items are rejected, as of a process that is no more or a department that is closed. Default: never.',
    ),
  priority: z
    .union([
      word,
      keys({
        use: word.describe('Name of a priority under routing.priorities.'),
        from: number.optional().describe('Its low end in this process. Default: as the priority says.'),
        to: number.optional().describe('Its top in this process. Default: as the priority says.'),
      }),
    ])
    .optional()
    .describe(
      'A priority by name, or with bounds of its own: { use: gold, from: 400, to: 1000 }. Default: all alike, oldest first.',
    ),
  confirmWithin: duration
    .optional()
    .describe(
      'Time after Mark Done within which the source’s update must come, on the clock of the process; else the item goes back into distribution, with its age. Default: it is waited for.',
    ),
  milestones: milestonesSchema.optional(),
  pull: pullSchema.optional(),
  distribute: word.optional().describe('A distribution by name under routing.distribution. Default: everyone.'),
}).describe('What segmentation assigns: what is promised, how urgent, to whom.');
export type ProcessWritten = z.output<typeof processSchema>;
