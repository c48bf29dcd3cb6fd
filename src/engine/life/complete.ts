import type {CompleteRow} from '../../model/life.ts';
import type {Run} from '../run.ts';
import {awaitUpdate, keep, unconfirmed} from './confirmation.ts';
import type {Outcome} from './outcome.ts';
import {drawnMs} from './visits.ts';

/** It is done: at once, or when the source's update says so. */
export const complete = ({confirmedSpan, stays = false}: CompleteRow): Outcome => ({
  completes: confirmedSpan < 0 && !stays,
  ...(stays && {
    stays: (run: Run, item: number) =>
      keep(run, item, confirmedSpan < 0 ? Infinity : updateMs(run, item, confirmedSpan)),
  }),
  leaves(run, item) {
    awaitUpdate(run, item, updateMs(run, item, confirmedSpan));
  },
  due: unconfirmed,
});

function updateMs(run: Run, item: number, span: number): number {
  return run.now + drawnMs(run, item, span);
}
