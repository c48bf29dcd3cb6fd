import {ITEM_SCOPES, metric} from '../metric.ts';

export const rejected = metric({
  key: 'rejected',
  label: 'Rejected',
  unit: 'items',
  better: 'lower',
  definition:
    'Items turned away on arrival because their process was closed or had expired, or their source gave them no id; not among the offered; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.rejected, tally.replications],
});
