import type {ComesBackRow} from '../../model/life.ts';
import type {Outcome} from './outcome.ts';
import {hold} from './stand.ts';
import {beginVisit, drawsOf, requeue} from './visits.ts';

/** Tried again, or not done after all: back after a while, with the clock of its first arrival. */
export const comesBack = ({afterSpan}: ComesBackRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    const {items} = run;
    hold(
      run,
      item,
      run.now + drawsOf(run, item).spanMs(items.number(item), items.redial(item), items.visit(item), afterSpan),
    );
  },
  due(run, item) {
    beginVisit(run, item);
    requeue(run, item);
  },
});
