/** Items arrive: from the feeds, block by block, and as redials. */
import {ITEM} from '../floor/items.ts';
import {askDirectly, enterDirectly, isAlone} from './direct.ts';
import {enterInactive, enterRejected} from './life/activation.ts';
import {beginLife, standFirst} from './life/visits.ts';
import {takeDueDate} from './promise.ts';
import {rejectIfClosed} from './rejecting.ts';
import type {Run} from './run.ts';
import {openFirstTargets} from './targets.ts';

const ENTERING = ITEM.entering;

/** One pending event a source: its next item. What arrived before the start enters at the start. */
export function scheduleArrival(run: Run, source: number): void {
  const block = run.blocks[source];
  if (run.nextRow[source] >= block.count) {
    run.feeds[source].fill(block);
    run.nextRow[source] = 0;
  }
  const at = block.count === 0 ? Infinity : block.arrivedMs[run.nextRow[source]];
  if (at < run.model.horizon.untilMs) {
    run.events.scheduleArrival(Math.max(at, run.now), source, run.feeds.length);
    return;
  }
  run.sourcesLeft--;
  if (run.sourcesLeft === 0 && run.model.horizon.untilMs === Infinity) run.stopArrivals(true);
}

/** The next item of a source. */
export function arrive(run: Run, source: number): void {
  if (run.arriving === false) return;
  const {items} = run;
  const {features, horizon} = run.model;
  const block = run.blocks[source];
  const row = run.nextRow[source]++;
  const item = items.create();
  items.setSource(item, source);
  if (features.redial) items.setRedial(item, 0);
  items.setNumber(item, block.number[row]);
  items.setRoute(item, block.route[row]);
  items.setReportClass(item, block.reportClass[row]);
  items.setRule(item, block.rule[row]);
  items.setArrivedMs(item, block.arrivedMs[row]);
  items.setHandleMs(item, block.handleMs[row]);
  items.setWrapUpMs(item, block.wrapUpMs[row]);
  items.setLeavesMs(item, block.arrivedMs[row] + block.patienceMs[row]);
  items.setDueMs(item, block.dueMs[row]);
  if (features.ownValues) items.setInitial(item, block.initial[row]);
  if (features.preferred) items.setPreferred(item, block.preferred[row]);
  if (run.life !== null) items.brought[item] = block.brought[row];
  run.openings?.next(run, source, row);
  const activeMs = run.activates ? block.activeMs[row] : Number.NaN;
  if (++run.arrivals >= horizon.arrivals) run.stopArrivals(false);
  else scheduleArrival(run, source);
  if (activeMs === -Infinity) enterRejected(run, item);
  else if (activeMs > items.arrivedMs(item)) enterInactive(run, item, activeMs);
  else enter(run, item);
}

/** A customer who hung up calls again. */
export function callAgain(run: Run, item: number): void {
  const {items} = run;
  run.comingAgain--;
  if (!run.admitting) {
    run.release(item);
    return;
  }
  items.setArrivedMs(item, run.now);
  items.setLeavesMs(item, items.leavesMs(item) + run.now);
  enter(run, item);
}

/** An item that stands in its columns enters the centre; rejected where its process is closed, else it needs an agent. */
export function enter(run: Run, item: number): void {
  const {items} = run;
  const route = items.route(item);
  const arrived = items.arrivedMs(item);
  items.setStatus(item, ENTERING);
  items.setSerial(item, items.entered++);
  items.setAgent(item, -1);
  items.setAnsweredMs(item, Number.NaN);
  if (run.rings) items.setOfferedCount(item, 0);
  const {preferred} = run.model.features;
  if (run.isPlain[route] === 1 && Number.isNaN(items.dueMs(item)) && (!preferred || items.preferred(item) < 0)) {
    if (run.life !== null) beginLife(run, item);
    items.setOrigin(item, arrived);
    items.setEnteredRoutingMs(item, arrived);
    items.setDueMs(item, Infinity);
    items.setAllowedMs(item, 0);
    items.setStage(item, 0);
    // It may come back: whatever its first answer is, targets count from here.
    if (run.life !== null || preferred) openFirst(run, item, route, arrived);
    if (
      run.direct === true &&
      arrived === run.now &&
      run.entersDirectly[route] === 1 &&
      isAlone(run) &&
      !run.orders?.opening
    ) {
      enterDirectly(run, item, route);
      return;
    }
    if (run.life === null && !preferred && run.model.eligibility.stageCount[route] > 1)
      openFirstTargets(run, item, arrived);
    run.observer.created(item);
    if (run.life !== null) standFirst(run, item);
    run.disturbItem(item);
    return;
  }
  enterByRules(run, item, route, arrived);
}

/** `clock`: what its process's shows at its arrival. */
function openFirst(run: Run, item: number, route: number, clock: number): void {
  const {features, eligibility} = run.model;
  if (features.preferred)
    run.items.setWaitsFor(item, eligibility.usesPreferred[route] === 1 ? run.items.preferred(item) : -1);
  if (features.preferred || eligibility.stageCount[route] > 1) openFirstTargets(run, item, clock);
  else run.items.setStage(item, 0);
}

/** What clocks, credits, due dates, closing hours and targets make of an arrival. */
function enterByRules(run: Run, item: number, route: number, arrived: number): void {
  const {items, model, now} = run;
  const {clocks} = run.floor;
  const process = model.routes.process[route];
  const clock = arrived === now ? clocks.now(process) : clocks.at(process, arrived);
  const credit = model.routes.creditMs[route];
  items.setOrigin(item, clock - credit);
  items.setEnteredRoutingMs(item, credit === 0 ? arrived : clocks.wallAt(process, clock - credit));
  if (run.life !== null) beginLife(run, item);
  takeDueDate(run, item, process, clock);
  run.observer.created(item);
  if (rejectIfClosed(run, item, process, arrived)) return;
  openFirst(run, item, route, clock);
  if (run.openings?.take(run, item)) {
    run.waits?.settled();
    return;
  }
  if (run.life !== null) standFirst(run, item);
  if (run.direct === true && isAlone(run) && !run.orders?.opening) askDirectly(run, item);
  else run.disturbItem(item);
}
