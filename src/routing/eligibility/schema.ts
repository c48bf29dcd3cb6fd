import {keys, oneOrMany, z} from '../../language/schema.ts';
import {AGENT_CRITERIA} from '../selection/index.ts';
import {spanSchema} from './span.ts';
import type {DistributionRule, OnReturn} from './spec.ts';
import {targetSchema} from './targets.ts';

/** What `routing.distribution` holds under a name. `preferredAgent` undefined: the default of the scenario. */
export type DistributionRead = Omit<DistributionRule, 'name' | 'preferredAgent'> & {
  readonly preferredAgent: DistributionRule['preferredAgent'] | undefined;
};

const NO_TIME = {ms: 0, share: 0};

/** `{ for: 10%, ifAway: wait }`, or `none`. Also the default for all distributions. */
export const preferredAgentSchema = z
  .union(
    [
      z.literal('none').transform(() => null),
      keys({
        for: spanSchema
          .default(NO_TIME)
          .describe(
            'How long only he may have it: `30s`, or a share of the time allowed, `10%`. Default: no time; he is the first choice only.',
          ),
        ifAway: z
          .enum(['wait', 'skip'])
          .default('wait')
          .describe('Whether he is waited for when he is not on duty. Default wait.'),
      }),
    ],
    {error: 'expected { for: 10% }, or none'},
  )
  .describe(
    'What becomes of the agent an item prefers; he stays the first choice after his time. Default: as `routing.preferredAgent` says.',
  );

const timesDo = z.enum(['goOn', 'restart']);
const COMING_BACK = {
  missed: timesDo.default('goOn').describe('After an offer that nobody answered. Default goOn.'),
  handled: timesDo.default('goOn').describe('After handling that was not the end of it. Default goOn.'),
};

const criteria = AGENT_CRITERIA.map(({key}) => key);

export const distributionSchema = keys({
  preferredAgent: preferredAgentSchema.optional(),
  targets: oneOrMany(targetSchema)
    .refine((targets) => targets.length > 0, {error: 'expected at least one target, as in [ { everyone: true } ]'})
    .describe(
      'Who may receive, widening: each stands alone for its time, then the next joins it; the last waits for ever.',
    ),
  agent: oneOrMany(z.enum(criteria))
    .default(['longest-idle'])
    .describe(
      'Which of several agents, each criterion breaking the ties of those before it, lowest id last. Default longest-idle.',
    ),
  prefer: z
    .enum(['inner', 'any'])
    .default('inner')
    .describe('When several targets are open: agents of the earlier first, or all alike. Default inner.'),
  onReturn: z
    .union([timesDo.transform((both): OnReturn => ({missed: both, handled: both})), keys(COMING_BACK)])
    .default({missed: 'goOn', handled: 'goOn'})
    .describe(
      'What target times do for an item that comes back: one word, or { missed: goOn, handled: restart } for offers missed and for handling that was not the end. Default goOn.',
    ),
})
  .superRefine(({targets}, context) => {
    const last = targets.length - 1;
    targets.forEach((target, index) => {
      const say = (message: string) => context.addIssue({code: 'custom', message, path: ['targets', index]});
      if (index < last && target.for === null) say('expected `for`: without it the next target never opens');
      if (index === last && target.for !== null) say('expected no `for` on the last target: nothing opens after it');
    });
  })
  .transform((written): DistributionRead => ({...written, preferredAgent: written.preferredAgent}));

/** A distribution under its name, with the scenario's default for preferred agents. */
export function namedDistribution(
  name: string,
  read: DistributionRead,
  preferredByDefault: DistributionRule['preferredAgent'],
): DistributionRule {
  return {...read, name, preferredAgent: read.preferredAgent === undefined ? preferredByDefault : read.preferredAgent};
}
