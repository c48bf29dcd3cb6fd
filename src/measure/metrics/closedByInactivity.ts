import {ITEM_SCOPES, metric} from '../metric.ts';

export const closedByInactivity = metric({
  key: 'closedByInactivity',
  label: 'Closed by inactivity',
  unit: 'items',
  better: 'lower',
  definition:
    'Items that waited for the customer (`pending`) and were closed because no reply came; among the completed; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.lapsed, tally.replications],
});
