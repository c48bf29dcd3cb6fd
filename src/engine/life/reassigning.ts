/** Items that a milestone hands to another process: when they are in distribution, or come back into it. */
import type {Run} from '../run.ts';
import {broughtBy, move, movesOf} from './moving.ts';

/** A milestone has sent the item to another process, where it is not yet. */
export function isSent({items, floor, model}: Run, item: number): boolean {
  const process = floor.milestones?.processFor(item) ?? -1;
  return process >= 0 && process !== model.routes.process[items.route(item)];
}

/** The item, about to be in distribution again, goes where a milestone has sent it; false where none has. */
export function moveReassigned(run: Run, item: number): boolean {
  const {items, floor} = run;
  const process = floor.milestones?.processFor(item) ?? -1;
  if (!isSent(run, item)) return false;
  floor.milestones?.noteProcess(item, -1);
  move(run, item, movesOf(run, item).reassigned(broughtBy(run, item), process), items.placeFromMs(item));
  return true;
}
