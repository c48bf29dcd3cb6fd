/** What milestones add to the priority of items, whatever curve they have. */
import type {Run} from './run.ts';

/** From now on; of an item that stands in no line. */
export function addToPriority({items}: Run, item: number, by: number): void {
  const own = items.curve[item];
  if (own === null) items.setBase(item, items.base(item) + by);
  else items.curve[item] = own.map((piece) => ({...piece, value: piece.value + by}));
}

/** All that was added so far, on top of a curve taken anew. */
export function raiseAgain(run: Run, item: number): void {
  const by = run.floor.milestones?.raisedBy(item) ?? 0;
  if (by !== 0) addToPriority(run, item, by);
}
