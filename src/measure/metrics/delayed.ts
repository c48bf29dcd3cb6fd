import {ITEM_SCOPES, metric} from '../metric.ts';

export const delayed = metric({
  key: 'delayed',
  label: 'Delayed',
  unit: 'ratio',
  better: 'lower',
  definition: 'Answered or abandoned after a wait that was not zero ÷ (answered + abandoned).',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.waited, tally.answered + tally.abandoned],
});
