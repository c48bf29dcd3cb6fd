import {type KeyedDraws, keyedDraws} from '../random/keyed.ts';
import {streamOf, type Uniform} from '../random/streams.ts';
import type {FeedContext} from './context.ts';

/** The stream of one purpose of a source, in order of the items: named by the source, so that no other one moves it. */
export function sourceStream(context: FeedContext, source: string, ...purpose: string[]): Uniform {
  return streamOf(context.seed, 'replication', context.replication, 'source', source, ...purpose);
}

/** Draws of one purpose of a source that are asked in any order, or not for every item. */
export function sourceDraws(context: FeedContext, source: string, ...purpose: string[]): KeyedDraws {
  return keyedDraws(context.seed, 'replication', context.replication, 'source', source, ...purpose);
}
