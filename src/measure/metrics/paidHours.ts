import {GROUP_SCOPE, metric} from '../metric.ts';

export const paidHours = metric({
  key: 'paidHours',
  label: 'Paid hours',
  unit: 'hours',
  better: 'lower',
  definition: 'Scheduled and paid agent hours, of absent agents too; mean over replications.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [tally.paidMs / 3_600_000, tally.replications],
});
