import type {Path} from '../../language/problem.ts';
import type {PullSpec} from '../pull.ts';
import type {PullWritten} from '../schema/pull.ts';
import {distributionAt} from './distribution.ts';
import type {Reading} from './reading.ts';

/** How agents take the items of a process; null where something is wrong with it, which is reported. */
export function readPull(reading: Reading, path: Path, written: PullWritten): PullSpec | null {
  const {by, assign, reassignAfter, order, sees, looksEvery} = written;
  const looks = looksEvery && distributionAt(reading, [...path, 'looksEvery'], looksEvery);
  if (looks === null) return null;
  if (looks && looks.mean <= 0) {
    reading.error(
      [...path, 'looksEvery'],
      'expected a time above 0 between two looks, found none',
      'leave looksEvery out: agents then see at once what there is',
    );
    return null;
  }
  for (const key of ['assign', 'reassignAfter'] as const)
    if (written[key] !== undefined && by === 'anyone')
      reading.error([...path, key], `expected \`${key}\` with \`by: owner\` only: a list has no owner`, 'by: owner');
  return {
    by,
    assign: assign ?? 'leastLoaded',
    reassignAfterMs: typeof reassignAfter === 'number' ? reassignAfter : Infinity,
    order,
    ...(sees && {sees}),
    ...(looks && {looksEvery: looks}),
  };
}
