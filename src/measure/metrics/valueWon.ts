import {ITEM_SCOPES, metric} from '../metric.ts';

export const valueWon = metric({
  key: 'valueWon',
  label: 'Value won',
  unit: 'money',
  better: 'higher',
  definition: 'Deal values of the leads that converted; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.valueWon, tally.replications],
});
