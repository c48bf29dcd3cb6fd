import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevel = metric({
  key: 'serviceLevel',
  label: 'Service level',
  unit: 'ratio',
  better: 'higher',
  definition:
    'Answered within the limit ÷ offered. The limit is the `answerWithin` of the process (items of processes without one are left out) or `within`.',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, offered} = tally.within(withinMs);
    return [answeredIn, offered];
  },
});
