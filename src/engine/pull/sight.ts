/** What agents see of the work they take themselves: items whose priority is high enough now. */

import {TIE} from '../../floor/items.ts';
import type {Piece} from '../../model/curves.ts';
import {priorityOf} from '../../routing/priority/priorityOf.ts';
import type {Run} from '../run.ts';

/** An age beyond every horizon: what does not change up to it never does. */
const NEVER_MS = 2 ** 45;

/** Whether agents see an item now. */
export function isSeen(run: Run, item: number): boolean {
  const {pull, routes} = run.model;
  if (pull === undefined) return true;
  const process = routes.process[run.items.route(item)];
  if (pull.seesFrom[process] === -Infinity) return true;
  return isHighEnough(run.floor.priority(item), pull.seesFrom[process], pull.seesAbove[process] === 1);
}

const isHighEnough = (priority: number, from: number, above: boolean): boolean =>
  above ? priority > from + TIE : priority >= from - TIE;

/** Wall instant from which an item that is seen is not, or the other way round; Infinity never. */
export function changesSightMs(run: Run, item: number): number {
  const {model, items, clocks} = run;
  const {pull, routes, curves} = model;
  const process = routes.process[items.route(item)];
  const from = pull?.seesFrom[process] ?? -Infinity;
  if (from === -Infinity) return Infinity;
  const own = model.features.ownValues ? items.curve[item] : null;
  const base = model.features.ownValues && own === null ? items.base(item) : 0;
  const pieces = own ?? curves.shared[process];
  const above = pull?.seesAbove[process] === 1;
  const sees = (age: number) => isHighEnough(base + priorityOf(pieces, age), from, above);
  const age = clocks.now(process) - items.origin(item);
  const changes = firstChange(pieces, age, sees);
  return changes === Infinity ? Infinity : clocks.wallAt(process, items.origin(item) + changes);
}

/** First whole age after `age` at which `sees` is no longer what it is at `age`. Inside a piece a curve rises or falls. */
function firstChange(pieces: readonly Piece[], age: number, sees: (age: number) => boolean): number {
  const isNow = sees(age);
  let from = age;
  for (let i = 0; i < pieces.length; i++) {
    const until = i + 1 < pieces.length ? pieces[i + 1].fromMs : NEVER_MS;
    if (until <= from) continue;
    let last = Math.ceil(until) - 1;
    if (sees(last) !== isNow) {
      // From here on the answer is `isNow`, at `last` it is not.
      let first = from;
      if (sees(first) !== isNow) return first;
      while (last - first > 1) {
        const middle = Math.floor((first + last) / 2);
        if (sees(middle) === isNow) first = middle;
        else last = middle;
      }
      return last;
    }
    if (sees(from) !== isNow) return from;
    from = Math.ceil(until);
  }
  return Infinity;
}
