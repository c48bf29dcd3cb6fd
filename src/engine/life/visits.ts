/** An item's visits in agents' hands: the first begins with its arrival, others when it goes back into distribution. */
import {ITEM} from '../../floor/items.ts';
import {type LifeDraws, STATUS} from '../../model/life.ts';
import type {Run} from '../run.ts';
import {openDueTargets, openFirstTargets} from '../targets.ts';
import {moveReassigned} from './reassigning.ts';
import {stand} from './stand.ts';

/** What is drawn for an item after its arrival. */
export function drawsOf(run: Run, item: number): LifeDraws {
  const draws = run.feeds[run.items.source(item)].life;
  if (!draws) throw new Error('a source with a life cycle has no draws for it');
  return draws;
}

/** A duration drawn for this visit of an item: a span of its source's, by number. */
export function drawnMs(run: Run, item: number, span: number): number {
  const {items} = run;
  return drawsOf(run, item).spanMs(items.number(item), items.redial(item), items.visit(item), span);
}

/** Enters the centre: `created` is about to be told. */
export function beginLife(run: Run, item: number): void {
  const {items} = run;
  items.setVisit(item, 0);
  items.setOutcome(item, -1);
  items.setHadBy(item, -1);
  items.setAloneMs(item, Number.NaN);
  if (run.orders !== null) {
    items.setChild(item, -1);
    if (run.lifeOf.opened?.[items.source(item)] !== 1) items.setParent(item, -1);
  }
  if (run.commands !== null) run.commands.arrives(run, item);
  items.setUpdateMs(item, Infinity);
  items.setStanding(item, STATUS.new);
  items.setStandsMs(item, items.arrivedMs(item));
  items.setCountsFromMs(item, items.arrivedMs(item));
  items.setPlaceFromMs(item, items.arrivedMs(item));
  items.setOwnDueMs(item, items.dueMs(item));
}

/** Waits for the first time, since it arrived: that may have been before the start. */
export function standFirst(run: Run, item: number): void {
  stand(run, item, STATUS.queued);
  run.items.setStandsMs(item, run.items.arrivedMs(item));
}

/** One more visit: effort and outcome are drawn anew. Not for work that is resumed: that keeps its remainder. */
export function beginVisit(run: Run, item: number): void {
  const {items} = run;
  const visit = items.visit(item) + 1;
  items.setVisit(item, visit);
  items.setOutcome(item, -1);
  drawEffort(run, item, visit);
}

/** What a visit will take, handling and wrap-up. */
export function drawEffort(run: Run, item: number, visit: number): void {
  const {items} = run;
  const draws = drawsOf(run, item);
  const number = items.number(item);
  const redial = items.redial(item);
  const arrived = items.arrivedMs(item);
  items.setHandleMs(item, draws.handleMs(number, redial, visit, arrived));
  items.setWrapUpMs(item, draws.wrapUpMs(number, redial, visit, arrived));
}

/**
 * Back into distribution, out of nobody's hands: with its age, in its place, and its patience over once it has been
 * answered. Target times, the preferred agent's too, go on from where it first entered, or begin anew where the
 * distribution or `anew` says so.
 */
export function requeue(run: Run, item: number, anew = run.lifeOf.restarts[run.items.route(item)] === 1): void {
  const {items, model} = run;
  if (run.commands?.keeps(run, item)) return;
  const moved = run.milestones !== null && moveReassigned(run, item);
  items.supersede(item);
  items.setStatus(item, ITEM.entering);
  items.setAgent(item, -1);
  stand(run, item, STATUS.queued);
  if (anew || moved) {
    if (model.features.preferred) {
      items.setAloneMs(item, Number.NaN);
      items.setWaitsFor(item, model.eligibility.usesPreferred[items.route(item)] === 1 ? items.preferred(item) : -1);
    }
    openFirstTargets(run, item, run.clockOf(item));
  } else {
    openDueTargets(run, item);
  }
  run.disturbItem(item);
}
