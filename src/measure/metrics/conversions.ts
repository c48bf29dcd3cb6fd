import {ITEM_SCOPES, metric} from '../metric.ts';

export const conversions = metric({
  key: 'conversions',
  label: 'Conversions',
  unit: 'items',
  better: 'higher',
  definition: 'Leads that converted at a contact; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.conversions, tally.replications],
});
