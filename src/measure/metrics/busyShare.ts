import {AGENT} from '../../engine/observer.ts';
import {GROUP_SCOPE, metric} from '../metric.ts';

export const busyShare = metric({
  key: 'busyShare',
  label: 'Busy share',
  unit: 'ratio',
  better: 'neither',
  definition:
    '(Busy + overtime) ÷ time on duty, breaks and not-ready time included: with at least one item in hand, of scheduled presence.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [tally.agentMs(AGENT.busy) + tally.agentMs(AGENT.overtime), tally.onDutyMs],
});
