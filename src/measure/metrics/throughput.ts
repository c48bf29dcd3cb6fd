import {ITEM_SCOPES, metric} from '../metric.ts';

export const throughput = metric({
  key: 'throughput',
  label: 'Throughput',
  unit: 'items/hour',
  better: 'higher',
  definition: 'Items completed inside the counted time, whenever they arrived ÷ counted hours.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.throughput, tally.hours],
});
