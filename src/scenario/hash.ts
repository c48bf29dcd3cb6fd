import {createHash} from 'node:crypto';
import type {TextRead} from './document/load.ts';

/**
 * A short fingerprint of everything that was read: the texts, by the names they were asked for and in that order, and
 * the values set. Where on a disk they lay does not count; logs to replay are not read and do not count either.
 */
export function hashOf(reads: readonly TextRead[], sets: readonly string[]): string {
  const hash = createHash('sha256');
  for (const {name, text} of reads) hash.update(JSON.stringify([name, text.replaceAll('\r\n', '\n')]));
  for (const set of sets) hash.update(JSON.stringify(['set', set]));
  return hash.digest('hex').slice(0, 16);
}
