import {ITEM_SCOPES, metric} from '../metric.ts';

export const redials = metric({
  key: 'redials',
  label: 'Redials',
  unit: 'items',
  better: 'lower',
  definition: 'Offered items that are another attempt of a customer who hung up before; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.redials, tally.replications],
});
