import {ITEM_SCOPES, metric} from '../metric.ts';

export const undetermined = metric({
  key: 'undetermined',
  label: 'Undetermined',
  unit: 'items',
  better: 'neither',
  definition:
    'Items that are open and not yet due at the end of the run, so that SLA attainment judges them neither way; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.due(undefined).undetermined, tally.replications],
});
