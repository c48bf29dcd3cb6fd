import type {ReclassifyRow} from '../../model/life.ts';
import {broughtBy, move, movesOf} from './moving.ts';
import type {Outcome} from './outcome.ts';
import {beginVisit, requeue} from './visits.ts';

/**
 * It was the wrong kind of work. On the same route as before it comes back like anything else; on another it enters
 * routing anew, and a process that rejects arrivals at that hour lets it wait: it has arrived long since.
 */
export const reclassify = ({outcome, restarts}: ReclassifyRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    const {items} = run;
    const before = items.route(item);
    const moved = movesOf(run, item).reclassified(
      broughtBy(run, item),
      outcome,
      items.number(item),
      items.redial(item),
      items.visit(item),
    );
    move(run, item, moved, restarts ? Number.NaN : items.placeFromMs(item));
    beginVisit(run, item);
    if (restarts || moved.route !== before) requeue(run, item, true);
    else requeue(run, item);
  },
  due: () => {},
});
