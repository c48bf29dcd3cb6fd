import {createHash} from 'node:crypto';
import type {TextRead} from './document/load.ts';
import type {Scenario} from './scenario.ts';

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

/** The parts of a scenario that can be replaced by themselves. `settings`: the horizon and all that is asked of it. */
export const HASHED_PARTS = ['settings', 'demand', 'workforce', 'routing', 'goals'] as const;
export type PartHashes = Readonly<Record<(typeof HASHED_PARTS)[number], string>>;

/**
 * A fingerprint of each part as it is meant, so that writing the same in other words, or in another file, changes none.
 * Name, seed and number of replications are in none. Shifts belong to the workforce, stages to routing, a calendar to
 * every part that names it. Of a log to replay only how it is read is in it.
 */
export function partHashes(scenario: Scenario): PartHashes {
  const {zone, fromEpochMs, until, warmUpMs, coolDownMs, atEnd, measureAtMs, intervalMs, reportBy} = scenario;
  const {demand, routing, stages, shifts, workforce, goals} = scenario;
  const named = (part: unknown) => {
    const text = jsonOf(part);
    return Object.entries(scenario.calendars).filter(([name]) => text.includes(JSON.stringify(name)));
  };
  const hashed = (part: unknown) =>
    createHash('sha256')
      .update(jsonOf([part, named(part)]))
      .digest('hex')
      .slice(0, 16);
  return {
    settings: hashed({zone, fromEpochMs, until, warmUpMs, coolDownMs, atEnd, measureAtMs, intervalMs, reportBy}),
    demand: hashed(demand),
    workforce: hashed({shifts, workforce}),
    routing: hashed({routing, stages}),
    goals: hashed(goals),
  };
}

/** Names in the order of the alphabet; numbers that JSON lacks by their words; a file as written, not where it lies. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'number' && !Number.isFinite(one)) return String(one);
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one;
    const entries = Object.entries(one).filter(([key]) => !(key === 'path' && 'file' in one));
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
