import type {CompleteRow} from '../../model/life.ts';
import {awaitUpdate, unconfirmed} from './confirmation.ts';
import type {Outcome} from './outcome.ts';
import {drawsOf} from './visits.ts';

/** It is done: at once, or when the source's update says so. */
export const complete = ({confirmedSpan}: CompleteRow): Outcome => ({
  completes: confirmedSpan < 0,
  leaves(run, item) {
    const {number, redial, visit} = run.items;
    const draws = drawsOf(run, item);
    awaitUpdate(run, item, run.now + draws.spanMs(number[item], redial[item], visit[item], confirmedSpan));
  },
  due: unconfirmed,
});
