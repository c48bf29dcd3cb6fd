/** What a milestone does with its item: raises it, widens who may take it, hands it to another process. */
import {ITEM} from '../../floor/items.ts';
import type {MilestoneAction} from '../../model/milestones.ts';
import {addToPriority} from '../raise.ts';
import type {Run} from '../run.ts';
import {endAlone, openDueTargets} from '../targets.ts';
import {requeue} from './visits.ts';
import {withdraw} from './withdraw.ts';

export function carryOut(run: Run, item: number, {raiseBy, openTargets, reassignTo}: MilestoneAction): void {
  if (raiseBy !== 0) raise(run, item, raiseBy);
  if (openTargets !== 'none') widen(run, item, openTargets);
  if (reassignTo >= 0) reassign(run, item, reassignTo);
}

/** Adds to the item's priority from now on, in whatever process. */
function raise(run: Run, item: number, by: number): void {
  const {items, floor} = run;
  floor.milestones?.raise(item, by);
  if (items.status(item) !== ITEM.waiting) {
    addToPriority(run, item, by);
    return;
  }
  floor.takeOut(item);
  addToPriority(run, item, by);
  floor.wait(item);
}

/**
 * Opens the next target, or all of them, at once. Those after it open when they would have; where its preferred agent stood
 * alone, as when he leaves: their times count from now.
 */
function widen(run: Run, item: number, targets: 'next' | 'all'): void {
  const {items, model} = run;
  const last = model.eligibility.stageCount[items.route(item)] - 1;
  if (items.stage(item) >= last || !isDistributed(run, item)) return;
  standOut(run, item);
  if (items.stage(item) < 0) endAlone(run, item);
  else items.setStage(item, items.stage(item) + 1);
  if (targets === 'all') items.setStage(item, last);
  openDueTargets(run, item);
}

/**
 * At once where it is in distribution; where it is in hand or aside, when it comes back. Not twice in one millisecond:
 * processes that send it to each other would do so for ever.
 */
function reassign(run: Run, item: number, process: number): void {
  const {milestones} = run.floor;
  const isNow = isDistributed(run, item);
  if (isNow && milestones?.mayBeSent(item, run.now) === false) return;
  milestones?.noteProcess(item, process);
  if (!isNow) return;
  withdraw(run, item);
  requeue(run, item, true);
}

/** What is in an agent's workbin is his. */
function isDistributed({items, floor}: Run, item: number): boolean {
  const status = items.status(item);
  return (status === ITEM.waiting || status === ITEM.entering || status === ITEM.ringing) && !floor.workbins?.has(item);
}

/** Out of its lines where it waits, to be asked for again when the millisecond is over. */
function standOut(run: Run, item: number): void {
  const {items, floor} = run;
  if (items.status(item) !== ITEM.waiting) return;
  floor.takeOut(item);
  items.supersede(item);
  if (floor.hold !== null) run.unsettled = true;
  run.disturbItem(item);
}
