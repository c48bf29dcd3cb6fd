import {ITEM_SCOPES, metric} from '../metric.ts';

export const conversionRate = metric({
  key: 'conversionRate',
  label: 'Conversion rate',
  unit: 'ratio',
  better: 'higher',
  definition: 'Leads that converted ÷ leads that somebody has contacted.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.conversions, tally.leadsContacted],
});
