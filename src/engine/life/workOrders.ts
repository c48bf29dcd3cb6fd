/**
 * Items that open others, and wait for them. What is opened stands in a list of its opener's, in the order of the line
 * items, until it is final (items.parent, child, sibling).
 */
import {ITEM} from '../../floor/items.ts';
import {STATUS, type WorkOrderRow} from '../../model/life.ts';
import {enter} from '../arriving.ts';
import type {Run} from '../run.ts';
import {openFirstTargets} from '../targets.ts';
import {isSent} from './reassigning.ts';
import {complete, stand} from './stand.ts';
import {beginVisit, drawnMs, requeue} from './visits.ts';

/** Fewer items than this in a source, redials than this of an item: numbers of what they open are then their own. */
const MOST_ITEMS = 1e9;
const MOST_REDIALS = 1000;

/** Who opens and waits; one a run, where anything is opened at all. */
export class WorkOrders {
  /** While it opens items: none of them has it go on before all are there. */
  private opener = -1;

  /** It opens items: more may be to come. */
  get opening(): boolean {
    return this.opener >= 0;
  }

  /** Opens the line items of a work order. The item waits for them, or (`waits` false) knows of them no more. */
  open(run: Run, item: number, row: Pick<WorkOrderRow, 'opens' | 'waits'>): void {
    const before = this.opener;
    this.opener = item;
    for (const source of row.opens) this.openOne(run, item, source, row.waits);
    this.opener = before;
    if (row.waits && run.items.child(item) < 0) this.goOn(run, item);
  }

  /** Of what was there at the start: the item waits for another, and goes on when that is final. */
  adopt(run: Run, parent: number, item: number): void {
    run.items.setParent(item, parent);
    run.items.setSibling(item, -1);
    this.link(run, parent, item);
  }

  /** An item is final: its opener goes on where it was the last; and what it waits for itself is nobody's any more. */
  ends(run: Run, item: number): void {
    const {items} = run;
    for (let child = items.child(item); child >= 0; child = items.sibling(child)) items.setParent(child, -1);
    items.setChild(item, -1);
    const parent = items.parent(item);
    if (parent < 0) return;
    items.setParent(item, -1);
    if (!this.unlink(run, parent, item)) return;
    if (items.child(parent) < 0 && parent !== this.opener && isWaiting(run, parent)) this.goOn(run, parent);
  }

  /** What an item waits for, in the order in which it was opened. */
  openedBy({items}: Run, item: number): number[] {
    const opened: number[] = [];
    for (let child = items.child(item); child >= 0; child = items.sibling(child)) opened.push(child);
    return opened;
  }

  private openOne(run: Run, parent: number, source: number, waits: boolean): void {
    const {items, model} = run;
    const child = numberOf(items.number(parent), items.redial(parent), items.visit(parent));
    const reported = model.reporting.classes.attributes[items.reportClass(parent)];
    const opened = run.feeds[source].opened?.(child, reported, run.now);
    if (opened === undefined) throw new Error('a source whose items are opened has no draws for them');
    const item = items.create();
    items.setSource(item, source);
    items.setNumber(item, child);
    items.setRedial(item, 0);
    items.setRoute(item, opened.route);
    items.setReportClass(item, opened.reportClass);
    items.setRule(item, opened.rule);
    items.setArrivedMs(item, run.now);
    items.setHandleMs(item, opened.handleMs);
    items.setWrapUpMs(item, opened.wrapUpMs);
    items.setLeavesMs(item, Infinity);
    items.setDueMs(item, Number.NaN);
    items.setInitial(item, opened.initial);
    items.setPreferred(item, -1);
    items.brought[item] = opened.brought;
    items.setParent(item, parent);
    items.setSibling(item, -1);
    if (waits) this.link(run, parent, item);
    enter(run, item);
    // it may be final by now, and its row somebody else's
    if (!waits && items.parent(item) === parent) items.setParent(item, -1);
  }

  private link(run: Run, parent: number, item: number): void {
    const {items} = run;
    if (items.child(parent) < 0) {
      items.setChild(parent, item);
      return;
    }
    let last = items.child(parent);
    while (items.sibling(last) >= 0) last = items.sibling(last);
    items.setSibling(last, item);
  }

  /** False: it was not waited for. */
  private unlink(run: Run, parent: number, item: number): boolean {
    const {items} = run;
    if (items.child(parent) === item) {
      items.setChild(parent, items.sibling(item));
      return true;
    }
    for (let before = items.child(parent); before >= 0; before = items.sibling(before)) {
      if (items.sibling(before) !== item) continue;
      items.setSibling(before, items.sibling(item));
      return true;
    }
    return false;
  }

  /** All that it waited for is final: it is closed, or finished by an agent. */
  private goOn(run: Run, item: number): void {
    const {items, life, lifeOf} = run;
    const {goesOn} = life?.[items.outcome(item)] ?? {};
    if (goesOn !== undefined) {
      goesOn(run, item);
      return;
    }
    const row = lifeOf.outcomes[items.outcome(item)];
    if (row.kind !== 'workOrder' || life === null) throw new Error('an item waits for nothing it has opened');
    const completeAt = lifeOf.first[items.source(item)] + row.completeAt;
    if (row.finish === 'none') {
      items.supersede(item);
      items.setOutcome(item, completeAt);
      if (life[completeAt].completes) complete(run, item);
      else life[completeAt].leaves(run, item, -1);
      return;
    }
    const agent = items.hadBy(item);
    beginVisit(run, item);
    if (row.finish === 'span') items.setHandleMs(item, drawnMs(run, item, row.finishSpan));
    items.setOutcome(item, foregone(completeAt));
    requeueAfter(run, item, agent, row);
  }
}

/** An outcome that is settled before the visit begins, in items.outcome; and which row of model.life it is. */
export const foregone = (row: number): number => -2 - row;
export const isForegone = (outcome: number): boolean => outcome < -1;

/** Of what an item opens in a visit of its: nobody else's in the source of what is opened. */
const numberOf = (number: number, redial: number, visit: number): number =>
  number + MOST_ITEMS * (redial + MOST_REDIALS * visit);

/** Held for what it has opened, and not for the source's sake or anybody else's. */
function isWaiting(run: Run, item: number): boolean {
  const {items, life, lifeOf} = run;
  const outcome = items.outcome(item);
  if (items.status(item) !== ITEM.held || outcome < 0) return false;
  return lifeOf.outcomes[outcome].kind === 'workOrder' || life?.[outcome].goesOn !== undefined;
}

/** Back into distribution after what it waited for: for the agent who had it where he is to go on, else for all. */
export function requeueAfter(
  run: Run,
  item: number,
  agent: number,
  {sameAgent, waitForAgentMs}: Pick<WorkOrderRow, 'sameAgent' | 'waitForAgentMs'>,
): void {
  if (sameAgent && !isGone(run, agent) && !isSent(run, item)) requeueFor(run, item, agent, waitForAgentMs);
  else requeue(run, item);
}

/** Off duty, and on duty no more in this run. */
export function isGone(run: Run, agent: number): boolean {
  if (!run.model.features.duty || run.agents.onDuty[agent] === 1) return false;
  return run.dutyCursors.spell[agent] >= run.duty.duty.first[agent + 1];
}

/** Back into distribution for one agent, who is waited for alone; then for everybody its targets reach. */
function requeueFor(run: Run, item: number, agent: number, forMs: number): void {
  const {items} = run;
  if (run.commands?.keeps(run, item)) return;
  items.supersede(item);
  items.setStatus(item, ITEM.entering);
  items.setAgent(item, -1);
  stand(run, item, STATUS.queued);
  items.setWaitsFor(item, agent);
  items.setAloneMs(item, forMs);
  openFirstTargets(run, item, run.clockOf(item));
  run.disturbItem(item);
}
