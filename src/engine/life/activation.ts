/** Items that arrive with an activation date: not distributed before it, and young only from there; or to be rejected. */
import {ITEM} from '../../floor/items.ts';
import {takeDueDate} from '../promise.ts';
import {rejectIfClosed} from '../rejecting.ts';
import type {Run} from '../run.ts';
import {hold} from './stand.ts';
import {beginLife, requeue} from './visits.ts';

/**
 * Enters the centre, its row filled: its age and the SLA of its process count from `activeMs`, which lies after its
 * arrival. Of a backlog that may be past by now. A process that is closed at arrival rejects it then.
 */
export function enterInactive(run: Run, item: number, activeMs: number): void {
  const {items, model} = run;
  const {clocks} = run.floor;
  const route = items.route(item);
  const process = model.routes.process[route];
  const arrived = items.arrivedMs(item);
  const clock = clocks.at(process, activeMs);
  const credit = model.routes.creditMs[route];
  items.setStatus(item, ITEM.entering);
  items.setSerial(item, items.entered++);
  items.setAgent(item, -1);
  items.setAnsweredMs(item, Number.NaN);
  items.setOfferedCount(item, 0);
  items.setStage(item, 0);
  items.setLeavesMs(item, items.leavesMs(item) + (activeMs - arrived));
  items.setOrigin(item, clock - credit);
  items.setEnteredRoutingMs(item, credit === 0 ? activeMs : clocks.wallAt(process, clock - credit));
  beginLife(run, item);
  items.setCountsFromMs(item, activeMs);
  items.setPlaceFromMs(item, activeMs);
  takeDueDate(run, item, process, clock);
  run.observer.created(item);
  if (rejectIfClosed(run, item, process, arrived)) return;
  if (activeMs > run.now) {
    hold(run, item, activeMs);
    items.setStandsMs(item, arrived);
    run.waits?.settled();
  } else {
    requeue(run, item, true);
    items.setStandsMs(item, activeMs);
  }
}

/** Enters the centre, its row filled, and is rejected: its source gave it no id. */
export function enterRejected(run: Run, item: number): void {
  const {items} = run;
  items.setSerial(item, items.entered++);
  items.setAgent(item, -1);
  items.setAnsweredMs(item, Number.NaN);
  items.setDueMs(item, Infinity);
  beginLife(run, item);
  run.observer.created(item);
  run.observer.rejected(item);
  run.release(item);
}
