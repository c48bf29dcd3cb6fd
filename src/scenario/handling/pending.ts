import {formatDuration} from '../../language/duration.ts';
import {duration, keys, word, z} from '../../language/schema.ts';
import {leastOf} from '../../random/distribution.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import type {SourceSpec} from '../scenario.ts';
import {varying} from '../schema/distribution.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';
import {waitForAgent} from './waitForAgent.ts';

/** What it waits for, how long, and how it goes on then. */
export interface PendingSpec extends OutcomeBase<'pending'> {
  /** Wall time; Infinity: until the reply comes. */
  readonly closeAfterMs: number;
  readonly clock: 'runs' | 'stopped';
  /** The source of what the customer sends, where somebody has to handle that first. */
  readonly opens: readonly SourceSpec[];
  readonly resume: 'sameAgent' | 'routed';
  /** On the clock of the process; Infinity: as long as it takes. */
  readonly waitForAgentMs: number;
}

const replySchema = keys({
  open: word.describe('Process that handles it, with its own SLA, clock, priority and targets; not segmented.'),
  channel: word.default('email').describe('Its channel. Default email.'),
  handleTime: varying('duration').describe('Time an agent of that process works on it: a duration or distribution.'),
  wrapUp: varying('duration').optional().describe('Time after it, still occupying the agent. Default 0s.'),
});

const KEYS = {
  reply: distributionSchema('duration').describe(
    'Time from the end of wrap-up until the customer replies, wall time: a duration or distribution.',
  ),
  closeAfter: duration
    .optional()
    .describe(
      'Wall time after which it is complete without a reply: closed by inactivity. A reply at that very instant is in time. Default: never.',
    ),
  clock: z
    .enum(['runs', 'stopped'])
    .default('runs')
    .describe(
      'Whether its SLA runs on meanwhile. `stopped`: age and targets stand still, and its due date, unless it has passed, moves by as much as the clock of the process has shown. Default runs.',
    ),
  replyAs: replySchema
    .optional()
    .describe(
      'The reply is an item of its own, an e-mail or a call, that somebody handles before this one goes on. Default: it goes on at once.',
    ),
  resume: z
    .enum(['sameAgent', 'routed'])
    .default('routed')
    .describe(
      'Who goes on with it: whoever routing finds, with its age, or the agent who had it, waited for like a preferred agent. Default routed.',
    ),
  waitForAgent,
};

export const pending = outcomeKind<PendingSpec, typeof KEYS>({
  kind: 'pending',
  doc: '`pending`: it waits for the customer, held by nobody. His reply brings it back into distribution; without one it is closed after a while.',
  keys: KEYS,
  comesBack: true,
  leadsTo: ['held', 'queued', 'assigned', 'completed'],
  read({reply, closeAfter, clock, replyAs, resume, waitForAgent}, {spanAt, opened, error}) {
    const span = spanAt('reply', reply);
    if (waitForAgent !== undefined && resume === 'routed')
      error('waitForAgent', 'expected no waitForAgent where routing finds somebody', 'resume: sameAgent');
    if (span !== null && closeAfter !== undefined && leastOf(span) > closeAfter)
      error(
        'closeAfter',
        `expected at least the shortest time to a reply, ${formatDuration(leastOf(span))}, found ${formatDuration(closeAfter)}: nobody would reply in time`,
      );
    const opens = replyAs === undefined ? [] : [opened(['replyAs'], replyAs)];
    if (span === null || !opens.every((one) => one !== null)) return null;
    return {
      spans: {reply: span},
      closeAfterMs: closeAfter ?? Infinity,
      clock,
      opens,
      resume,
      waitForAgentMs: waitForAgent ?? Infinity,
    };
  },
});
