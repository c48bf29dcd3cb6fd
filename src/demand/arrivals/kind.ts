import type {Feed} from '../../model/arrivals.ts';
import type {ArrivalsSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {GeneratedFeed} from '../generatedFeed.ts';
import type {Instants} from './instants.ts';

/** One kind of arrivals. A new one is a file that exports this, and a line in `index.ts`. */
export interface ArrivalsKind {
  readonly kind: ArrivalsSpec['kind'];
  /** The feed of source number `index`, whose arrivals are of this kind. */
  readonly feed: (source: SourceSpec, index: number, context: FeedContext) => Feed;
}

export type SpecOf<Kind extends ArrivalsSpec['kind']> = Extract<ArrivalsSpec, {kind: Kind}>;

/** A kind that generates its items: it says only when they arrive. */
export function generated<Kind extends ArrivalsSpec['kind']>(
  kind: Kind,
  instants: (spec: SpecOf<Kind>, source: string, context: FeedContext) => Instants,
): ArrivalsKind {
  const isOurs = (spec: ArrivalsSpec): spec is SpecOf<Kind> => spec.kind === kind;
  return {
    kind,
    feed(source, index, context) {
      if (!isOurs(source.arrivals)) throw new Error(`arrivals of ${source.name} are not of kind ${kind}`);
      return new GeneratedFeed(source, index, context, instants(source.arrivals, source.name, context));
    },
  };
}
