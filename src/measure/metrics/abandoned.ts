import {ITEM_SCOPES, metric} from '../metric.ts';

export const abandoned = metric({
  key: 'abandoned',
  label: 'Abandoned',
  unit: 'items',
  better: 'lower',
  definition: 'Offered items that hung up while they waited or rang; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.abandoned, tally.replications],
});
