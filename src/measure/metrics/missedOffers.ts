import {ITEM_SCOPES, metric} from '../metric.ts';

export const missedOffers = metric({
  key: 'missedOffers',
  label: 'Missed offers',
  unit: 'items',
  better: 'lower',
  definition: 'Times an offered item rang at an agent who did not answer; mean over replications.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.missedOffers, tally.replications],
});
