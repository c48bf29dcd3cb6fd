import {ITEM_SCOPES, metric} from '../metric.ts';

export const interruptions = metric({
  key: 'interruptions',
  label: 'Interruptions',
  unit: 'items',
  better: 'lower',
  definition: 'Times the handling of an offered item was paused for more urgent work; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.interruptions, tally.replications],
});
