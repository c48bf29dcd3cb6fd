import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevelWithShortAbandons = metric({
  key: 'serviceLevelWithShortAbandons',
  label: 'Service level, short abandons count as good',
  unit: 'ratio',
  better: 'higher',
  definition: '(Answered within the limit + abandoned within 5 s) ÷ offered.',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, abandonedShort, offered} = tally.within(withinMs);
    return [answeredIn + abandonedShort, offered];
  },
});
