import {duration, keys, word, z} from '../../language/schema.ts';
import {distributionSchema} from '../../random/readDistribution.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';

export interface TransferSpec extends OutcomeBase<'transfer'> {
  /** One of them. `forMs`: how long a group or agent stands alone before the targets of the process open. */
  readonly to: {
    readonly process?: string;
    readonly group?: string;
    readonly agent?: string;
    readonly forMs?: number;
  };
  /** Age and place in line count from where they did, or from now. */
  readonly keepsPlace: boolean;
}

const to = keys({
  process: word.optional().describe('The process it is in from then on: its SLA, priority and targets.'),
  group: word.optional().describe('The group that alone may take it; its process stays.'),
  agent: word.optional().describe('The agent who alone may take it; its process stays.'),
  for: duration
    .optional()
    .describe(
      'How long that group or agent stands alone, on the clock of the process; then its targets open one by one. Default: for ever.',
    ),
});

const KEYS = {
  to: to.describe('Where to: { process: x }, { group: g } or { agent: name }.'),
  keepsPlace: z
    .boolean({error: 'expected true or false'})
    .default(true)
    .describe(
      'Whether it keeps its age and place in line, or counts as having come now; its due date counts from its arrival either way. Default true.',
    ),
  after: distributionSchema('duration')
    .optional()
    .describe(
      'Time from the end of wrap-up until it is there, wall time: a duration or distribution. Default: at once.',
    ),
};

export const transfer = outcomeKind<TransferSpec, typeof KEYS>({
  kind: 'transfer',
  doc: '`transfer`: handed to another process, to a group or to a named agent.',
  keys: KEYS,
  comesBack: true,
  leadsTo: ['held', 'queued', 'assigned'],
  read: ({to, keepsPlace, after}, {spanAt, error}) => {
    const {process, group, agent, for: forMs} = to;
    const named = Object.entries({process, group, agent}).filter(([, name]) => name !== undefined);
    if (named.length !== 1) {
      const found = named.map(([key]) => key).join(' and ') || 'none';
      error('to', `expected one of process, group and agent, found ${found}`, 'to: { group: back-office }');
      return null;
    }
    if (process !== undefined && forMs !== undefined) {
      error('to', 'expected `for` with a group or an agent only: the targets of a process say when they open');
      return null;
    }
    const span = after && spanAt('after', after);
    if (span === null) return null;
    return {
      spans: span ? {after: span} : {},
      to: {
        ...(process !== undefined && {process}),
        ...(group !== undefined && {group}),
        ...(agent !== undefined && {agent}),
        ...(forMs !== undefined && {forMs}),
      },
      keepsPlace,
    };
  },
});
