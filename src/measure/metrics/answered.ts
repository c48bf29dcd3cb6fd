import {ITEM_SCOPES, metric} from '../metric.ts';

export const answered = metric({
  key: 'answered',
  label: 'Answered',
  unit: 'items',
  better: 'neither',
  definition: 'Offered items that an agent began to handle; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.answered, tally.replications],
});
