import {duration, keys, z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {distributionSchema} from '../../random/readDistribution.ts';

const SEES = /^\s*priority\s*(>=|>)\s*(-?\d+(?:\.\d+)?)\s*$/;

const fullSchema = keys({
  by: z
    .enum(['owner', 'anyone'])
    .describe(
      '`owner`: each item is put into one agent’s inbox on arrival, and he alone takes it. `anyone`: items lie in one list, and whoever their targets reach takes them.',
    ),
  assign: z
    .enum(['leastLoaded', 'roundRobin'])
    .optional()
    .describe(
      'Whose inbox, of the agents of the first target: his who has least in inbox, workbin and hand (`leastLoaded`), or in turn (`roundRobin`); a preferred agent’s own items are his. With `by: owner` only. Default leastLoaded.',
    ),
  reassignAfter: z
    .union([
      duration,
      z.literal('never', {error: ({input}) => `expected a duration such as 2d, or never, found ${shown(input)}`}),
    ])
    .optional()
    .describe(
      'Time an owner may be off duty before what waits in his inbox is put into others’ by `assign`, as long as there is anybody else; `never`: as long as he comes back at all. With `by: owner` only. Default never.',
    ),
  order: z
    .enum(['oldest', 'newest', 'easiest', 'priority'])
    .default('oldest')
    .describe(
      'Which of them an agent takes first: by time in routing, by the effort it will take, or by priority. Default oldest.',
    ),
  sees: z
    .string({error: ({input}) => `expected a condition such as priority >= 800, found ${shown(input)}`})
    .meta({pattern: SEES.source, examples: ['priority >= 800']})
    .transform((text, context) => {
      const [, sign, from] = SEES.exec(text) ?? [];
      if (sign !== undefined) return {from: Number(from), above: sign === '>'};
      context.addIssue({
        code: 'custom',
        message: `expected a condition on the priority, such as priority >= 800, found ${shown(text)}`,
      });
      return z.NEVER;
    })
    .optional()
    .describe(
      'What agents see: items whose priority is that high now; attributes have their say through the priority. Default: all.',
    ),
  looksEvery: distributionSchema('duration')
    .optional()
    .describe(
      'Time after which an agent who has room looks, and after a look at which there was nothing looks again: a duration or distribution. He takes one item a look. Default: he sees at once what there is.',
    ),
});

/** `pull` of a process. */
export const pullSchema = z
  .union([fullSchema, z.literal('cherry-pick').transform(() => fullSchema.parse({by: 'anyone', order: 'easiest'}))])
  .describe(
    'Agents take its items themselves instead of being given them, when nothing is left to give. `cherry-pick`: the easiest first, out of one list. Default: they are given.',
  );
export type PullWritten = z.output<typeof fullSchema>;
