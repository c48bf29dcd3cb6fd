import {ITEM_SCOPES, metric} from '../metric.ts';

export const speedOfAnswer = metric({
  key: 'speedOfAnswer',
  label: 'Speed of answer',
  unit: 'seconds',
  better: 'lower',
  definition: 'Waits of answered items ÷ answered; abandoned items are left out (ASA).',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.waitAnsweredMs / 1000, tally.answered],
});
