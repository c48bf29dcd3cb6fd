import {AGENT} from '../../engine/observer.ts';
import {GROUP_SCOPE, metric} from '../metric.ts';

export const concurrency = metric({
  key: 'concurrency',
  label: 'Concurrency',
  unit: 'items',
  better: 'neither',
  definition: 'Items in hand of an agent while he has any: item-time in hand ÷ (busy + overtime + ringing).',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [
    tally.heldMs,
    tally.agentMs(AGENT.busy) + tally.agentMs(AGENT.overtime) + tally.agentMs(AGENT.ringing),
  ],
});
