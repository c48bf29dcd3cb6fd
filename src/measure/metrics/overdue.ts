import {ITEM_SCOPES, metric} from '../metric.ts';

export const overdue = metric({
  key: 'overdue',
  label: 'Overdue at end',
  unit: 'items',
  better: 'lower',
  definition: 'Items open at the end of the run whose due date has passed; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.overdueAtEnd, tally.replications],
});
