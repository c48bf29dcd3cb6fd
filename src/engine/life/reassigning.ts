/** Items that a milestone hands to another process: when they are in distribution, or come back into it. */
import type {Run} from '../run.ts';
import {broughtBy, move, movesOf} from './moving.ts';

/** The item, about to be in distribution again, goes where a milestone has sent it; false where none has. */
export function moveReassigned(run: Run, item: number): boolean {
  const {items, floor} = run;
  const process = floor.milestones?.processFor(item) ?? -1;
  if (process < 0) return false;
  floor.milestones?.noteProcess(item, -1);
  if (process === run.model.routes.process[items.route(item)]) return false;
  move(run, item, movesOf(run, item).reassigned(broughtBy(run, item), process), items.placeFromMs(item));
  return true;
}
