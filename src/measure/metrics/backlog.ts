import {ITEM_SCOPES, metric} from '../metric.ts';
import {at} from './parameters.ts';

export const backlog = metric({
  key: 'backlog',
  label: 'Backlog',
  unit: 'items',
  better: 'lower',
  definition:
    'Items not in a final state (waiting or in hand): at the end of the run, at its peak, or just before an instant (`at`); mean over replications.',
  scopes: ITEM_SCOPES,
  params: {at},
  shown: [
    {
      key: 'backlogAtEnd',
      label: 'Backlog at end',
      definition: 'Items not in a final state at the end of the run; mean over replications.',
      params: {at: 'end'},
    },
    {
      key: 'backlogPeak',
      label: 'Backlog peak',
      definition: 'The most items not in a final state at any instant of the counted time; mean over replications.',
      params: {at: 'peak'},
    },
  ],
  of: (tally, {at: when}) => [tally.backlog(when ?? 'end'), tally.replications],
});
