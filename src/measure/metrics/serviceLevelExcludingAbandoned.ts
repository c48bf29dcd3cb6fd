import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevelExcludingAbandoned = metric({
  key: 'serviceLevelExcludingAbandoned',
  label: 'Service level, abandoned left out',
  unit: 'ratio',
  better: 'higher',
  definition:
    'Answered within the limit ÷ (offered - abandoned): items still waiting at the end count as late, abandoned ones not at all.',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, abandoned, offered} = tally.within(withinMs);
    return [answeredIn, offered - abandoned];
  },
});
