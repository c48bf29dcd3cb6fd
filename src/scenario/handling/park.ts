import {duration, share, z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';

export interface ParkSpec extends OutcomeBase<'park'> {
  /** Share of the visit's effort still to be done; null: the next visit draws an effort of its own. */
  readonly left: number | null;
  /** Ahead of new work, or by priority with it. */
  readonly resumed: 'first' | 'inLine';
  /** How long its agent may be off duty before it is taken from him; Infinity: as long as he comes back at all. */
  readonly returnAfterMs: number;
  readonly returnTo: 'queue' | 'colleague';
}

const KEYS = {
  for: distributionSchema('duration').describe(
    'Time until the agent wants to go on with it: a duration or distribution.',
  ),
  left: z
    .union([share, z.literal('anew')])
    .default(0.5)
    .describe(
      'What is still to be done: a share of the effort of this visit, done when he goes on; or `anew`, where each visit has an effort of its own, drawn from `handleTime`. Default 50%.',
    ),
  resumed: z
    .enum(['first', 'inLine'])
    .default('inLine')
    .describe(
      'When its time has come and he has room: ahead of new work (`first`), or by its priority with it (`inLine`). Default inLine.',
    ),
  returnAfter: z
    .union([
      duration,
      z.literal('never', {error: ({input}) => `expected a duration such as 4h, or never, found ${shown(input)}`}),
    ])
    .default(0)
    .describe(
      'Time he may be off duty before a supervisor takes it out of his workbin; `never`: he keeps it as long as he comes back at all. Default 0s, at the end of his shift.',
    ),
  returnTo: z
    .enum(['queue', 'colleague'])
    .default('queue')
    .describe(
      'Where the supervisor puts it: back into distribution, or into the workbin of the colleague on duty who has least. Default queue.',
    ),
};

export const park = outcomeKind<ParkSpec, typeof KEYS>({
  kind: 'park',
  doc: '`park`: into the personal workbin of the agent who has it, where it takes none of his capacity while its SLA clock runs. He goes on with it himself.',
  keys: KEYS,
  comesBack: true,
  read(written, {spanAt}) {
    const span = spanAt('for', written.for);
    if (span === null) return null;
    const {left, resumed, returnAfter, returnTo} = written;
    return {
      spans: {for: span},
      left: left === 'anew' ? null : left,
      resumed,
      returnAfterMs: returnAfter === 'never' ? Infinity : returnAfter,
      returnTo,
    };
  },
});
