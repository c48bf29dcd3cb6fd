import {ITEM_SCOPES, metric} from '../metric.ts';

export const offered = metric({
  key: 'offered',
  label: 'Offered',
  unit: 'items',
  better: 'neither',
  definition: 'Items that arrived and were not rejected, redials included; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.offered, tally.replications],
});
