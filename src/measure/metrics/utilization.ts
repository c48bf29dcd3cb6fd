import {AGENT} from '../../engine/observer.ts';
import {GROUP_SCOPE, metric} from '../metric.ts';

export const utilization = metric({
  key: 'utilization',
  label: 'Utilization',
  unit: 'ratio',
  better: 'neither',
  definition: 'Busy ÷ paid time; overtime is in neither.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [tally.agentMs(AGENT.busy), tally.paidMs],
});
