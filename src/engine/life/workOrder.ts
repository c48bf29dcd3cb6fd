import {ITEM} from '../../floor/items.ts';
import {STATUS, type WorkOrderRow} from '../../model/life.ts';
import type {Run} from '../run.ts';
import {complete} from './complete.ts';
import type {Outcome} from './outcome.ts';
import {stand} from './stand.ts';

/** It opens items of other sources; it waits for them, held by nobody, or is complete. */
export const workOrder = (row: WorkOrderRow): Outcome => (row.waits ? waiting(row) : unwaiting(row));

const waiting = (row: WorkOrderRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    const {items} = run;
    items.setStatus(item, ITEM.held);
    stand(run, item, STATUS.held);
    ordersOf(run).open(run, item, row);
  },
  // Nothing is scheduled for it: what it has opened has it go on.
  due: () => {},
});

const unwaiting = (row: WorkOrderRow): Outcome => {
  const done = complete({kind: 'complete', confirmedSpan: row.confirmedSpan});
  return {
    completes: done.completes,
    closes(run, item) {
      ordersOf(run).open(run, item, row);
    },
    leaves(run, item, agent) {
      ordersOf(run).open(run, item, row);
      done.leaves(run, item, agent);
    },
    due: done.due,
  };
};

function ordersOf(run: Run) {
  if (run.orders === null) throw new Error('nothing is opened here');
  return run.orders;
}
