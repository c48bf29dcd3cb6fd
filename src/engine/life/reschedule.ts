import type {RescheduleRow} from '../../model/life.ts';
import {beginAnew} from '../promise.ts';
import type {Run} from '../run.ts';
import type {Outcome} from './outcome.ts';
import {hold} from './stand.ts';
import {beginVisit, drawnMs, requeue} from './visits.ts';

/** Put off with a new SLA: its life begins anew, for priority, targets and due date, at its activation date. */
export const reschedule = ({activateSpan, slaMs}: RescheduleRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    const afterMs = activateSpan < 0 ? 0 : drawnMs(run, item, activateSpan);
    beginAnew(run, item, run.now + afterMs, slaMs);
    if (afterMs > 0) hold(run, item, run.now + afterMs);
    else comesBack(run, item);
  },
  due: comesBack,
});

function comesBack(run: Run, item: number): void {
  beginVisit(run, item);
  requeue(run, item, true);
}
