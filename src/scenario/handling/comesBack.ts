import {distributionSchema} from '../../random/readDistribution.ts';
import {type OutcomeBase, outcomeKind} from './outcome.ts';

export type ComesBackSpec = OutcomeBase<'comesBack'>;

const KEYS = {
  after: distributionSchema('duration').describe(
    'Time from the end of wrap-up until then, wall time: a duration or distribution.',
  ),
};

export const comesBack = outcomeKind<ComesBackSpec, typeof KEYS>({
  kind: 'comesBack',
  doc: '`comesBack`: it seemed done and is not, or is tried again. After a while it is back in its process, with its age.',
  keys: KEYS,
  comesBack: true,
  leadsTo: ['held', 'queued', 'assigned'],
  read: ({after}, {spanAt}) => {
    const span = spanAt('after', after);
    return span && {spans: {after: span}};
  },
});
