import type {Feed, Redial} from '../../model/arrivals.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';
import {drawn, type ItemDuration} from './duration.ts';

export interface ItemDurations {
  readonly handle: ItemDuration;
  readonly wrapUp: ItemDuration;
  readonly patience: ItemDuration;
}

/** Whether a customer who hung up calls again, when, and what he brings then: all keyed by item and attempt. */
export function redialOf(
  {name, redial}: SourceSpec,
  {handle, wrapUp, patience}: ItemDurations,
  context: FeedContext,
): Feed['redial'] {
  if (redial === undefined) return () => null;
  const {share, after, atMost} = redial;
  const tries = sourceDraws(context, name, 'redial', 'tries');
  const delays = sourceDraws(context, name, 'redial', 'after');
  return (number, attempt, abandonedMs = 0): Redial | null => {
    if (attempt > atMost || tries.uniform(number, attempt) >= share) return null;
    const afterMs = drawn(after, delays, number, attempt);
    const atMs = abandonedMs + afterMs;
    return {
      afterMs,
      handleMs: handle.again(number, attempt, atMs),
      wrapUpMs: wrapUp.again(number, attempt, atMs),
      patienceMs: patience.again(number, attempt, atMs),
    };
  };
}
