/** Items move to other processes, groups or agents: what was brought at arrival says where. */
import type {Brought, Moved, Moves} from '../../model/moves.ts';
import {beginAnew, setRoute, takeRoute} from '../promise.ts';
import type {Run} from '../run.ts';

/** Where items of the source may move to. */
export function movesOf(run: Run, item: number): Moves {
  const {moves} = run.feeds[run.items.source(item)];
  if (!moves) throw new Error('a source whose items move does not say where');
  return moves;
}

export function broughtBy(run: Run, item: number): Brought {
  const brought = run.items.brought[item];
  if (brought === null) throw new Error('an item that moves has brought nothing');
  return brought;
}

/**
 * The item is on another route, or on the same with other attributes. `placeFromMs` as in takeRoute; NaN: age, place and
 * due date begin anew.
 */
export function move(run: Run, item: number, {route, initial, brought}: Moved, placeFromMs: number): void {
  const {items, model} = run;
  const before = items.route(item);
  items.brought[item] = brought;
  if (model.features.ownValues) items.setInitial(item, initial);
  if (Number.isNaN(placeFromMs)) {
    setRoute(run, item, route);
    beginAnew(run, item, run.now, Number.NaN);
  } else {
    takeRoute(run, item, route, placeFromMs);
  }
  if (route !== before) run.observer.life?.moved?.(item);
}
