import {ITEM_SCOPES, metric} from '../metric.ts';

export const handleTime = metric({
  key: 'handleTime',
  label: 'Handle time',
  unit: 'seconds',
  better: 'neither',
  definition: '(Time from answer to the end of handling, pauses included, + wrap-up, of all visits) ÷ completed.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.handleMs / 1000, tally.completed],
});
