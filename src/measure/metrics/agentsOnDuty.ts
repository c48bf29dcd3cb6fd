import {GROUP_SCOPE, metric} from '../metric.ts';

export const agentsOnDuty = metric({
  key: 'agentsOnDuty',
  label: 'Agents on duty',
  unit: 'agents',
  better: 'neither',
  definition: 'Time on duty, breaks and not-ready time included ÷ counted hours.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => [tally.onDutyMs / 3_600_000, tally.hours],
});
