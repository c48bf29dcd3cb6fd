import {ITEM_SCOPES, metric} from '../metric.ts';

export const due = metric({
  key: 'due',
  label: 'Due',
  unit: 'items',
  better: 'neither',
  definition: 'Items with a due date that was reached or that they were completed before; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => {
    const {due, undetermined} = tally.due(undefined);
    return [due - undetermined, tally.replications];
  },
});
