import {isOnGoodSide} from '../../measure/fold/goals.ts';
import type {Interval, Limit, Verdict} from './claim.ts';

/**
 * Kept where the whole interval is on the good side of the limit (the limit itself is good), broken where it is all on
 * the bad side. A share of which everything is asked (at least 100 %) or nothing allowed (at most 0 %) is broken by the
 * first case that went wrong: that is certain, not likely.
 */
export function verdictOf(interval: Interval, limit: Limit, isShare: boolean): Verdict {
  if (isShare && isEnd(limit) && !isOnGoodSide(interval.value, limit)) return 'broken';
  const [low, high] = [isOnGoodSide(interval.low, limit), isOnGoodSide(interval.high, limit)];
  if (low && high) return 'kept';
  return low || high ? 'undecided' : 'broken';
}

/** The best a share can be: no number of replications shows that it always is. */
export const isEnd = ({kind, value}: Limit): boolean => (kind === 'atLeast' ? value >= 1 : value <= 0);
