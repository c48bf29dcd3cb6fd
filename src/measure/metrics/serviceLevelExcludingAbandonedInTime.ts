import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevelExcludingAbandonedInTime = metric({
  key: 'serviceLevelExcludingAbandonedInTime',
  label: 'Service level, abandoned in time left out',
  unit: 'ratio',
  better: 'higher',
  definition: 'Answered within the limit ÷ (offered - abandoned within the limit).',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, abandonedIn, offered} = tally.within(withinMs);
    return [answeredIn, offered - abandonedIn];
  },
});
