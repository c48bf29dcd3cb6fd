import {ITEM_SCOPES, metric} from '../metric.ts';

export const queueTime = metric({
  key: 'queueTime',
  label: 'Queue time',
  unit: 'seconds',
  better: 'lower',
  definition:
    'Time waiting and ringing before every visit ÷ (answered + abandoned); the mean wait where nothing comes back.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.queuedMs / 1000, tally.answered + tally.abandoned],
});
