import {ITEM_SCOPES, metric} from '../metric.ts';

export const parked = metric({
  key: 'parked',
  label: 'Parked',
  unit: 'items',
  better: 'lower',
  definition:
    'Stays in an agent’s workbin that have ended, a colleague’s after his counted again; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.parkedStays, tally.replications],
});
