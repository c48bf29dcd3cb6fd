import type {Feed} from '../model/arrivals.ts';
import type {SourceSpec} from '../scenario/scenario.ts';
import {kindOf} from './arrivals/index.ts';
import type {FeedContext, Timetable} from './context.ts';

/**
 * The feed of one source for one replication: source number `index` of the scenario, all its draws named by the seed,
 * the replication and the source's own name.
 */
export function createFeed(source: SourceSpec, index: number, context: FeedContext): Feed {
  return kindOf(source.arrivals).feed(source, index, context);
}

/**
 * Mean number of arrivals of a source in each [edge, next edge), edges in ms since the start, ascending and finite; redials
 * not counted. Null for a source that is replayed. For the offered load: times the mean handle time.
 */
export function expectedArrivals(
  source: SourceSpec,
  context: Timetable,
  edgesMs: readonly number[],
): Float64Array | null {
  return kindOf(source.arrivals).expected(source.arrivals, context, edgesMs);
}
