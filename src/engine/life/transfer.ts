import type {TransferRow} from '../../model/life.ts';
import type {Run} from '../run.ts';
import {broughtBy, move, movesOf} from './moving.ts';
import type {Outcome} from './outcome.ts';
import {hold} from './stand.ts';
import {beginVisit, drawnMs, requeue} from './visits.ts';

/** Handed to another process, a group or an agent, where it enters routing anew: at once, or after a while. */
export const transfer = ({outcome, keepsPlace, afterSpan}: TransferRow): Outcome => {
  const arrives = (run: Run, item: number) => {
    const {items, model} = run;
    const process = model.routes.process[items.route(item)];
    const moved = movesOf(run, item).transferred(broughtBy(run, item), outcome, process);
    move(run, item, moved, keepsPlace ? items.placeFromMs(item) : run.now);
    beginVisit(run, item);
    requeue(run, item, true);
  };
  return {
    completes: false,
    leaves(run, item) {
      if (afterSpan < 0) arrives(run, item);
      else hold(run, item, run.now + drawnMs(run, item, afterSpan));
    },
    due: arrives,
  };
};
