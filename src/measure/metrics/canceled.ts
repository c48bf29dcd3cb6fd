import {ITEM_SCOPES, metric} from '../metric.ts';

export const canceled = metric({
  key: 'canceled',
  label: 'Canceled',
  unit: 'items',
  better: 'lower',
  definition:
    'Items their source called off before they were complete; among the offered, and due only where that was after their due date; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.canceled, tally.replications],
});
