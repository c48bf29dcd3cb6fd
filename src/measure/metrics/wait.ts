import {ITEM_SCOPES, metric} from '../metric.ts';
import {quantile} from './parameters.ts';

export const wait = metric({
  key: 'wait',
  label: 'Mean wait',
  unit: 'seconds',
  better: 'lower',
  definition:
    'Time from arrival to answer or abandonment, over answered and abandoned items; the mean, or with `quantile` the smallest wait that this share did not exceed (from a histogram, within 1 %).',
  scopes: ITEM_SCOPES,
  params: {
    quantile: quantile.describe('Share of items, e.g. 90%: the wait that this share did not exceed. Absent: the mean.'),
  },
  shown: [
    {
      key: 'wait',
      label: 'Mean wait',
      definition: 'Waits to answer or abandonment ÷ (answered + abandoned).',
      params: {},
    },
    ...[50, 90, 95].map((percent) => ({
      key: `waitQuantile${percent}`,
      label: `Wait of ${percent} %`,
      definition: `The wait to answer or abandonment that ${percent} % of answered and abandoned items did not exceed, within 1 %.`,
      params: {quantile: percent / 100},
    })),
  ],
  of: (tally, {quantile: share}) => {
    const ended = tally.answered + tally.abandoned;
    if (share === undefined) return [(tally.waitAnsweredMs + tally.waitAbandonedMs) / 1000, ended];
    return ended > 0 ? [tally.waitQuantileMs(share) / 1000, 1] : [0, 0];
  },
});
