import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevelOfAnswered = metric({
  key: 'serviceLevelOfAnswered',
  label: 'Service level of answered',
  unit: 'ratio',
  better: 'higher',
  definition: 'Answered within the limit ÷ answered: abandoned items are left out altogether.',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, answered} = tally.within(withinMs);
    return [answeredIn, answered];
  },
});
