import {countedOf} from '../rates/expected.ts';
import {instantsOf} from './instants.ts';
import {generated, type SpecOf} from './kind.ts';

/** Arrivals at instants given, after the start. */
export const at = generated<SpecOf<'at'>>(
  'at',
  ({atMs}) => instantsOf(ascending(atMs)),
  ({atMs}, _, edgesMs) =>
    countedOf(
      ascending(atMs).map((ms) => ({atMs: ms, items: 1})),
      edgesMs,
    ),
);

const ascending = (atMs: readonly number[]) => atMs.filter((ms) => ms >= 0).sort((a, b) => a - b);
