import {AGENT} from '../../engine/observer.ts';
import {GROUP_SCOPE, metric} from '../metric.ts';

export const overtime = metric({
  key: 'overtime',
  label: 'Overtime',
  unit: 'seconds',
  better: 'lower',
  definition: 'Time with work in hand after the end of the duty, all agents together; mean over replications.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [tally.agentMs(AGENT.overtime) / 1000, tally.replications],
});
