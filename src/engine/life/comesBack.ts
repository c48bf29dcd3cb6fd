import type {ComesBackRow} from '../../model/life.ts';
import type {Outcome} from './outcome.ts';
import {hold} from './stand.ts';
import {beginVisit, drawnMs, requeue} from './visits.ts';

/** Tried again, or not done after all: back after a while, with the clock of its first arrival. */
export const comesBack = ({afterSpan}: ComesBackRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    hold(run, item, run.now + drawnMs(run, item, afterSpan));
  },
  due(run, item) {
    beginVisit(run, item);
    requeue(run, item);
  },
});
