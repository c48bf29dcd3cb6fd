import type {MarkDoneRow} from '../../model/life.ts';
import {awaitUpdate, unconfirmed} from './confirmation.ts';
import type {Outcome} from './outcome.ts';

/** Mark Done by accident: the source knows of nothing and sends no update. */
export const markDone = (_row: MarkDoneRow): Outcome => ({
  completes: false,
  leaves(run, item) {
    awaitUpdate(run, item, Infinity);
  },
  due: unconfirmed,
});
