import {AGENT} from '../../engine/observer.ts';
import {GROUP_SCOPE, metric} from '../metric.ts';

export const occupancy = metric({
  key: 'occupancy',
  label: 'Occupancy',
  unit: 'ratio',
  better: 'neither',
  definition: 'Busy ÷ (busy + ready) of agents on duty; overtime, ringing, breaks and not-ready time are in neither.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => {
    const busy = tally.agentMs(AGENT.busy);
    return [busy, busy + tally.agentMs(AGENT.ready)];
  },
});
