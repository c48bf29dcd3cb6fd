import {ITEM_SCOPES, metric} from '../metric.ts';

export const completed = metric({
  key: 'completed',
  label: 'Completed',
  unit: 'items',
  better: 'higher',
  definition: 'Offered items whose handling ended before the end of the run; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.completed, tally.replications],
});
