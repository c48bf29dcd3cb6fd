import type {PendingRow} from '../../model/life.ts';
import {goOnFrom, standStill} from '../promise.ts';
import type {Run} from '../run.ts';
import type {Outcome} from './outcome.ts';
import {complete, hold} from './stand.ts';
import {beginVisit, drawnMs} from './visits.ts';
import {requeueAfter} from './workOrders.ts';

/**
 * Waits for the customer, in nobody's hands. His reply has it go on: at once, or when what he sends has been handled as an
 * item of its own. A reply in the millisecond in which it would be closed is in time.
 */
export const pending = (row: PendingRow): Outcome => {
  /** By item: the due date its clock stopped before. */
  const dueThen = new Map<number, number>();
  const runsAgain = (run: Run, item: number): void => {
    const dueMs = dueThen.get(item);
    if (dueMs === undefined) return;
    dueThen.delete(item);
    goOnFrom(run, item, run.items.standsMs(item), dueMs);
  };
  const replyMs = (run: Run, item: number): number => drawnMs(run, item, row.replySpan);
  const resumes = (run: Run, item: number): void => {
    const agent = run.items.hadBy(item);
    runsAgain(run, item);
    beginVisit(run, item);
    requeueAfter(run, item, agent, row);
  };
  return {
    completes: false,
    leaves(run, item) {
      if (row.stops) dueThen.set(item, standStill(run, item));
      hold(run, item, run.now + Math.min(replyMs(run, item), row.closeAfterMs));
    },
    due(run, item) {
      if (row.closeAfterMs < Infinity && replyMs(run, item) > row.closeAfterMs) {
        runsAgain(run, item);
        run.observer.life?.lapses?.(item);
        complete(run, item);
      } else if (row.opens.length > 0 && run.orders !== null) {
        run.orders.open(run, item, {opens: row.opens, waits: true});
      } else {
        resumes(run, item);
      }
    },
    goesOn: resumes,
    withdrawn: runsAgain,
  };
};
