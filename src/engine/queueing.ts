/** Items that wait: more targets open, they come back, they hang up. */
import {ITEM} from '../floor/items.ts';
import {EVENT} from './events.ts';
import {isGone} from './life/workOrders.ts';
import type {Run} from './run.ts';
import {endAlone, openDueTargets, openFirstTargets} from './targets.ts';

/** A waiting item's time has come: it hangs up, or one more target opens and it is asked for again. */
export function waitingTimer(run: Run, item: number): void {
  const {items} = run;
  run.floor.takeOut(item);
  if (run.now >= items.leavesMs(item)) {
    items.setAgent(item, -1);
    abandon(run, item);
    return;
  }
  openDueTargets(run, item);
  run.disturbItem(item);
}

/** Nobody answered it. It keeps its age and place; the agent who missed it is preferred no more. */
export function comeBack(run: Run, item: number, missedBy: number): void {
  const {items} = run;
  items.setStatus(item, ITEM.entering);
  run.waits?.touch(item);
  if (items.waitsFor(item) === missedBy) items.setWaitsFor(item, -1);
  if (run.model.eligibility.restarts[items.route(item)] === 1) openFirstTargets(run, item, run.clockOf(item));
  else if (items.waitsFor(item) < 0) endAlone(run, item);
  openDueTargets(run, item);
  run.disturbItem(item);
}

/** The customer hangs up; the item stands in no line and nobody's hands. He may call again. */
export function abandon(run: Run, item: number): void {
  const {items} = run;
  const {hold} = run.floor;
  run.observer.abandoned(item);
  run.pulls?.forget(item);
  if (run.model.features.redial && run.admitting) redial(run, item);
  if (hold !== null) run.unsettled = true;
  items.setAgent(item, -1);
  run.release(item);
}

function redial(run: Run, item: number): void {
  const {sources} = run.model;
  const {items} = run;
  const source = items.source(item);
  const attempt = items.redial(item) + 1;
  if (sources.redialShare[source] === 0 || attempt > sources.redialAtMost[source]) return;
  const again = run.feeds[source].redial(items.number(item), attempt);
  if (again === null) return;
  const next = items.create();
  items.setStatus(next, ITEM.coming);
  items.setSource(next, source);
  items.setNumber(next, items.number(item));
  items.setRoute(next, items.route(item));
  items.setReportClass(next, items.reportClass(item));
  items.setDueMs(next, Number.NaN);
  items.setRule(next, items.rule(item));
  if (run.life !== null) items.brought[next] = items.brought[item];
  items.setPreferred(next, items.preferred(item));
  items.setInitial(next, items.initial(item));
  items.setRedial(next, attempt);
  items.setHandleMs(next, again.handleMs);
  items.setWrapUpMs(next, again.wrapUpMs);
  items.setLeavesMs(next, again.patienceMs);
  // it may never come: nobody is waited for by it, and nobody waits for it
  if (run.orders !== null) {
    items.setParent(next, -1);
    items.setChild(next, -1);
  }
  run.comingAgain++;
  run.scheduleItem(run.now + again.afterMs, EVENT.callsAgain, next);
}

/**
 * An agent has left: items that stood waiting for him alone need wait no longer, where the route says so, or where he had
 * the item before and is gone for good.
 */
export function stopWaitingFor(run: Run, agent: number): void {
  const {items} = run;
  const {personal} = run.floor;
  if (personal === null) return;
  for (let i = 0; i < run.freshItemCount; i++) {
    if (waitsInVain(run, run.freshItems[i], agent)) endAlone(run, run.freshItems[i]);
  }
  if (personal.waitingFor[agent] === 0) return;
  for (let item = 0; item < items.rows; item++) {
    if (items.status(item) !== ITEM.waiting || !waitsInVain(run, item, agent)) continue;
    run.floor.takeOut(item);
    items.supersede(item);
    endAlone(run, item);
    run.disturbItem(item);
  }
}

/** Whether an item waits alone for an agent, off duty, who is not waited for. */
function waitsInVain(run: Run, item: number, agent: number): boolean {
  const {items, model} = run;
  if (items.stage(item) >= 0 || items.waitsFor(item) !== agent || run.floor.workbins?.has(item)) return false;
  if (model.eligibility.skipsAway[items.route(item)] === 1) return true;
  return run.life !== null && !Number.isNaN(items.aloneMs(item)) && isGone(run, agent);
}
