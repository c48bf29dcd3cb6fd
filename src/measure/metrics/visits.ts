import {ITEM_SCOPES, metric} from '../metric.ts';

export const visits = metric({
  key: 'visits',
  label: 'Visits',
  unit: 'items',
  better: 'lower',
  definition: 'Times completed items were in an agent’s hands ÷ completed; 1 where nothing comes back.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.completed + tally.laterVisits, tally.completed],
});
