/** Where handling meets the life cycle: the branches of handling.ts in a centre that has one. */
import {STATUS} from '../../model/life.ts';
import type {Run} from '../run.ts';
import {CONFIRMED} from './confirmation.ts';
import {converts, note} from './leads.ts';
import type {Outcome} from './outcome.ts';
import {complete, stand} from './stand.ts';
import {drawsOf, requeue} from './visits.ts';
import {takeFromBin} from './workbins.ts';
import {foregone, isForegone} from './workOrders.ts';

/** An agent begins: the first time the wait ends here, and with it the customer's patience. */
export function taken(run: Run, item: number, agent: number, target: number): void {
  const {items} = run;
  if (Number.isNaN(items.answeredMs(item))) {
    items.setAnsweredMs(item, run.now);
    items.setLeavesMs(item, Infinity);
    run.observer.answered(item, agent, target);
  } else {
    run.observer.life?.takenAgain(item, agent, target);
  }
  stand(run, item, STATUS.assigned);
  if (run.floor.workbins?.has(item)) takeFromBin(run, item);
  run.pulls?.forget(item);
  if (run.foresees) outcomeOfVisit(run, item).begins?.(run, item);
}

/** Handling is over, wrap-up to come: what becomes of the item is drawn now. */
export function handled(run: Run, item: number, agent: number): void {
  const {items} = run;
  const leads = run.lifeOf.leads ?? null;
  const converted = leads !== null && converts(run, leads, item, agent);
  const confirmed = items.updateMs(item) === CONFIRMED;
  // Though it may have been foreseen when the visit began.
  if (converted || confirmed) items.setOutcome(item, -1);
  if (converted || confirmed || outcomeNow(run, item).completes) {
    if (leads !== null) note(run, leads, item, converted);
    run.observer.completed(item, agent);
    items.setStanding(item, STATUS.completed);
    items.setStandsMs(item, run.now);
    run.orders?.ends(run, item);
    run.milestones?.reaches(item, STATUS.completed);
  } else {
    run.observer.life?.handled(item, agent);
    run.milestones?.drawn(item);
  }
}

/** Wrapped up; true: it stays in the agent's hands until its source completes it. */
export function stays(run: Run, item: number): boolean {
  const {items, life} = run;
  if (items.standing(item) === STATUS.completed || items.updateMs(item) === CONFIRMED) return false;
  const outcome = life?.[items.outcome(item)];
  if (outcome?.stays === undefined) return false;
  outcome.stays(run, item);
  return true;
}

/** Final since handling ended, and nothing follows from that. */
export function isOver({items, life}: Run, item: number): boolean {
  if (items.standing(item) !== STATUS.completed) return false;
  const outcome = items.outcome(item);
  return outcome < 0 || life?.[outcome].closes === undefined;
}

/** Wrapped up, and out of the agent's hands. */
export function left(run: Run, item: number, agent: number): void {
  const {items, life} = run;
  if (items.standing(item) === STATUS.completed) {
    items.setUpdateMs(item, Infinity);
    if (items.outcome(item) >= 0) life?.[items.outcome(item)].closes?.(run, item);
    run.release(item);
    return;
  }
  if (items.updateMs(item) === CONFIRMED) {
    complete(run, item);
    return;
  }
  items.supersede(item);
  items.setAgent(item, -1);
  items.setHadBy(item, agent);
  life?.[items.outcome(item)].leaves(run, item, agent);
}

/** What was scheduled for an item outside the line has come: of one that was in no hands yet, its activation. */
export function lifeDue(run: Run, item: number): void {
  const outcome = run.items.outcome(item);
  if (outcome < 0) requeue(run, item, true);
  else run.life?.[outcome].due(run, item);
}

/** Drawn when handling ends, or when it began where that has to be foreseen. */
function outcomeNow(run: Run, item: number): Outcome {
  return run.foresees && run.life !== null ? run.life[run.items.outcome(item)] : outcomeOfVisit(run, item);
}

function outcomeOfVisit(run: Run, item: number): Outcome {
  const {items, life} = run;
  if (life === null) throw new Error('there is no life cycle');

  if (isForegone(items.outcome(item))) {
    items.setOutcome(item, foregone(items.outcome(item)));
    return life[items.outcome(item)];
  }
  const first = run.lifeOf.first[items.source(item)];
  const drawn = drawsOf(run, item).outcome(items.number(item), items.redial(item), items.visit(item));
  items.setOutcome(item, first + drawn);
  return life[first + drawn];
}
