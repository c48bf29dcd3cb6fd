import type {ReclassifyRow} from '../../model/life.ts';
import type {ReclassifySpec} from '../../scenario/handling/reclassify.ts';
import type {OutcomeContext} from './outcome.ts';

export const reclassify = ({age}: ReclassifySpec, {at}: OutcomeContext): ReclassifyRow => ({
  kind: 'reclassify',
  outcome: at,
  restarts: age === 'restart',
});
