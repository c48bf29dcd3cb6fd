import type {Feed} from '../model/arrivals.ts';
import type {SourceSpec} from '../scenario/scenario.ts';
import {ARRIVALS} from './arrivals/index.ts';
import type {FeedContext} from './context.ts';

/**
 * The feed of one source for one replication: source number `index` of the scenario, all its draws named by the seed,
 * the replication and the source's own name.
 */
export function createFeed(source: SourceSpec, index: number, context: FeedContext): Feed {
  const kind = ARRIVALS.find((one) => one.kind === source.arrivals.kind);
  if (kind === undefined) throw new Error(`no arrivals are of kind ${source.arrivals.kind}`);
  return kind.feed(source, index, context);
}
