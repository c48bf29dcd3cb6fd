import {ITEM_SCOPES, metric} from '../metric.ts';

export const parkedTime = metric({
  key: 'parkedTime',
  label: 'Parked time',
  unit: 'seconds',
  better: 'lower',
  definition: 'Time in agents’ workbins, until taken up again or taken out ÷ stays in them that have ended.',
  scopes: ITEM_SCOPES,
  params: {},
  of: (tally) => [tally.parkedMs / 1000, tally.parkedStays],
});
