import {ITEM_SCOPES, metric} from '../metric.ts';
import {within} from './parameters.ts';

export const slaAttainment = metric({
  key: 'slaAttainment',
  label: 'SLA attainment',
  unit: 'ratio',
  better: 'higher',
  definition:
    'Completed by the due date ÷ (due - undetermined), by cohort of due date. Exactly at the due date is in time; open and not yet due at the end is undetermined and left out; open and overdue, or abandoned, is missed. With `within` the due date is that long after arrival on the clock of the process.',
  scopes: ITEM_SCOPES,
  params: {
    within: within.describe(
      'Time allowed from arrival on the clock of the process, instead of the due date of the item.',
    ),
  },
  limits: 'completion',
  of: (tally, {withinMs}) => {
    const {due, met, undetermined} = tally.due(withinMs);
    return [met, due - undetermined];
  },
});
