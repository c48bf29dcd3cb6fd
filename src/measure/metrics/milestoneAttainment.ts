import {ITEM_SCOPES, metric} from '../metric.ts';
import {milestone} from './parameters.ts';

export const milestoneAttainment = metric({
  key: 'milestoneAttainment',
  label: 'Milestone attainment',
  unit: 'ratio',
  better: 'higher',
  definition:
    'Milestones met ÷ (met + violated), by cohort of target. Reached exactly at the target is met; open and before its target at the end is undetermined and left out; never reached, because the item was done, abandoned or canceled without it, is violated. `process` is the process the milestone belongs to.',
  scopes: ITEM_SCOPES,
  params: {milestone},
  of: (tally, params) => {
    const {met, violated} = tally.milestones(params.milestone);
    return [met, met + violated];
  },
});
