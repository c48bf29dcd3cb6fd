import {ITEM_SCOPES, metric} from '../metric.ts';

export const abandonment = metric({
  key: 'abandonment',
  label: 'Abandonment',
  unit: 'ratio',
  better: 'lower',
  definition: 'Abandoned ÷ offered.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.abandoned, tally.offered],
});
