/** Items that arrive with an activation date: not distributed before it, and young only from there; or to be rejected. */
import {ITEM} from '../../floor/items.ts';
import {takeDueDate} from '../promise.ts';
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
  const route = items.route[item];
  const process = model.routes.process[route];
  const arrived = items.arrivedMs[item];
  const clock = clocks.at(process, activeMs);
  const credit = model.routes.creditMs[route];
  items.status[item] = ITEM.entering;
  items.serial[item] = items.entered++;
  items.agent[item] = -1;
  items.answeredMs[item] = Number.NaN;
  items.offeredCount[item] = 0;
  items.stage[item] = 0;
  items.leavesMs[item] += activeMs - arrived;
  items.origin[item] = clock - credit;
  items.enteredRoutingMs[item] = credit === 0 ? activeMs : clocks.wallAt(process, clock - credit);
  beginLife(run, item);
  items.countsFromMs[item] = activeMs;
  items.placeFromMs[item] = activeMs;
  takeDueDate(run, item, process, clock);
  run.observer.created(item);
  if (arrived >= 0 && clocks.rejects(process, arrived)) {
    run.observer.rejected(item);
    run.release(item);
    return;
  }
  if (activeMs > run.now) {
    hold(run, item, activeMs);
    items.standsMs[item] = arrived;
  } else {
    requeue(run, item, true);
    items.standsMs[item] = activeMs;
  }
}

/** Enters the centre, its row filled, and is rejected: its source gave it no id. */
export function enterRejected(run: Run, item: number): void {
  const {items} = run;
  items.serial[item] = items.entered++;
  items.agent[item] = -1;
  items.answeredMs[item] = Number.NaN;
  items.dueMs[item] = Infinity;
  beginLife(run, item);
  run.observer.created(item);
  run.observer.rejected(item);
  run.release(item);
}
