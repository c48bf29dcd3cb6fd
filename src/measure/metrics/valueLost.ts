import {ITEM_SCOPES, metric} from '../metric.ts';

export const valueLost = metric({
  key: 'valueLost',
  label: 'Value lost to waiting',
  unit: 'money',
  better: 'lower',
  definition:
    'Deal value × (conversion of a new lead − conversion at its age when first contacted, or at the end where nobody has contacted it yet; 0 where it gave up); mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.valueLost, tally.replications],
});
