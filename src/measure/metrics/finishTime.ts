import {ITEM_SCOPES, metric} from '../metric.ts';

export const finishTime = metric({
  key: 'finishTime',
  label: 'Finish time',
  unit: 'seconds',
  better: 'lower',
  definition:
    'Time from arrival to completion on the clock of the process ÷ completed; only where items have a life after handling.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.finishMs / 1000, tally.completed],
});
