import type {Feed} from '../../model/arrivals.ts';
import type {ArrivalsSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext, Timetable} from '../context.ts';
import {GeneratedFeed} from '../generatedFeed.ts';
import type {Instants} from './instants.ts';

/** One kind of arrivals. A new one is a file that exports this, and a line in `index.ts`. */
export interface ArrivalsKind {
  readonly kind: ArrivalsSpec['kind'];
  /** The feed of source number `index`, whose arrivals are of this kind. */
  readonly feed: (source: SourceSpec, index: number, context: FeedContext) => Feed;
  /** Mean number of its arrivals in each [edge, next edge); null where only reading a log would tell. */
  readonly expected: (arrivals: ArrivalsSpec, context: Timetable, edgesMs: readonly number[]) => Float64Array | null;
}

export type SpecOf<Kind extends ArrivalsSpec['kind']> = Extract<ArrivalsSpec, {kind: Kind}>;

/** A kind that generates its items: it says only when they arrive. */
export function generated<Spec extends ArrivalsSpec>(
  kind: Spec['kind'],
  instants: (spec: Spec, source: string, context: FeedContext) => Instants,
  expected: (spec: Spec, context: Timetable, edgesMs: readonly number[]) => Float64Array,
): ArrivalsKind {
  const isOurs = (spec: ArrivalsSpec): spec is Spec => spec.kind === kind;
  return {
    kind,
    feed(source, index, context) {
      if (!isOurs(source.arrivals)) throw new Error(`arrivals of ${source.name} are not of kind ${kind}`);
      return new GeneratedFeed(source, index, context, instants(source.arrivals, source.name, context));
    },
    expected: (spec, context, edgesMs) => (isOurs(spec) ? expected(spec, context, edgesMs) : null),
  };
}
