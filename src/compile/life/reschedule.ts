import type {RescheduleRow} from '../../model/life.ts';
import type {RescheduleSpec} from '../../scenario/handling/reschedule.ts';
import type {OutcomeContext} from './outcome.ts';

export const reschedule = ({slaMs}: RescheduleSpec, {span}: OutcomeContext): RescheduleRow => ({
  kind: 'reschedule',
  activateSpan: span('reschedule activate'),
  slaMs: slaMs ?? Number.NaN,
});
