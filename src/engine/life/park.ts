import {ITEM} from '../../floor/items.ts';
import {type ParkRow, STATUS} from '../../model/life.ts';
import type {Run} from '../run.ts';
import type {Outcome} from './outcome.ts';
import {scheduleLife, stand} from './stand.ts';
import {beginVisit, drawnMs, requeue} from './visits.ts';
import {colleagueFor, moveTo, putInBin, returnsAtMs, takeFromBin, workbinsOf} from './workbins.ts';

/**
 * Into the agent's workbin. Where a share of the effort is left, the visit ends when the rest of it is done, and the
 * wrap-up comes with the end of what is left.
 */
export const park = (row: ParkRow): Outcome => ({
  completes: false,
  ...(!Number.isNaN(row.left) && {
    begins(run: Run, item: number) {
      const {items} = run;
      const bins = workbinsOf(run);
      bins.reserve();
      bins.leftMs[item] = Math.round(items.handleMs(item) * row.left);
      bins.wrapUpMs[item] = items.wrapUpMs(item);
      items.setHandleMs(item, items.handleMs(item) - bins.leftMs[item]);
      items.setWrapUpMs(item, 0);
    },
  }),
  leaves(run, item, agent) {
    const {items} = run;
    const bins = workbinsOf(run);
    const lasts = drawnMs(run, item, row.forSpan);
    if (Number.isNaN(row.left)) {
      const parked = items.outcome(item);
      beginVisit(run, item);
      items.setOutcome(item, parked);
    } else {
      items.setVisit(item, items.visit(item) + 1);
      items.setHandleMs(item, bins.leftMs[item]);
      items.setWrapUpMs(item, bins.wrapUpMs[item]);
    }
    // What its source holds is put aside, not into a workbin.
    if (run.commands?.keeps(run, item)) return;
    items.setStatus(item, ITEM.held);
    stand(run, item, STATUS.held);
    putInBin(run, item, agent);
    bins.readyMs[item] = run.now + lasts;
    bins.ahead[item] = row.first ? 1 : 0;
    this.due(run, item);
  },
  /** Its agent wants to go on with it, or has been away for too long. */
  due(run, item) {
    const bins = workbinsOf(run);
    let away = returnsAtMs(run, bins.owner[item], row.returnAfterMs);
    if (away <= run.now) {
      const colleague = row.toColleague ? colleagueFor(run, item) : -1;
      if (colleague < 0) {
        if (bins.ready[item] === 1) run.floor.takeOut(item);
        takeFromBin(run, item);
        requeue(run, item);
        return;
      }
      moveTo(run, item, colleague);
      away = Infinity;
    }
    const isReady = bins.ready[item] === 1;
    if (!isReady && bins.readyMs[item] <= run.now) {
      bins.makeReady(item);
      run.items.setStatus(item, ITEM.entering);
      run.disturbItem(item);
    }
    run.items.supersede(item);
    scheduleLife(run, item, bins.ready[item] === 1 ? away : Math.min(away, bins.readyMs[item]));
  },
});
