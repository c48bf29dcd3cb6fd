import {GROUP_SCOPE, metric} from '../metric.ts';

export const cost = metric({
  key: 'cost',
  label: 'Cost',
  unit: 'money',
  better: 'lower',
  definition: 'Paid hours times the cost of an hour, where every group of the scope says it; mean over replications.',
  scopes: GROUP_SCOPE,
  params: {},
  of: (tally) => (tally.costKnown ? [tally.cost, tally.replications] : [0, 0]),
});
