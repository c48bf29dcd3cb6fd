import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const serviceLevelExcludingShortAbandons = metric({
  key: 'serviceLevelExcludingShortAbandons',
  label: 'Service level, short abandons left out',
  unit: 'ratio',
  better: 'higher',
  definition: 'Answered within the limit ÷ (offered - abandoned within 5 s).',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Limit instead of the `answerWithin` of each process; every item of the scope is judged by it.',
    ),
  },
  limits: 'answer',
  of: (tally, {withinMs}) => {
    const {answeredIn, abandonedShort, offered} = tally.within(withinMs);
    return [answeredIn, offered - abandonedShort];
  },
});
