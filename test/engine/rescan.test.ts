/** The fast engine against the obvious one, on random centres, line by line. */
import {afterEach, expect, test} from 'vitest';
import {ORDERED} from '../../src/floor/agentOrder.ts';
import {PHASES} from '../../src/floor/phaseLine.ts';
import type {CentreSpec} from './centre.ts';
import {simulate} from './journal.ts';
import {randomCentre} from './randomCentre.ts';
import {difference, storyOf, told} from './rescan/compare.ts';
import {shrunk} from './rescan/shrinking.ts';

const COUNT = 200;
/** A third of what `npm run validate` plays: the slow engine takes the square of it. */
const ITEMS = 6;

afterEach(() => {
  PHASES.buckets = 256;
  ORDERED.fromProfiles = 64;
});

test('tells the same story as a rescan of everything', () => {
  let steps = 0;
  const differing: string[] = [];
  for (let seed = 1; seed <= COUNT; seed++) {
    // By turns, as rescan/worker.ts: two phase buckets, where every one mixes; agents met in order, whatever their profile.
    PHASES.buckets = seed % 3 === 0 ? 2 : 256;
    ORDERED.fromProfiles = seed % 3 === 1 ? 1 : 64;
    const expected = storyOf(randomCentre(seed, ITEMS));
    steps += expected.length;
    if (difference(expected, told(randomCentre(seed, ITEMS))))
      differing.push(`centre ${seed}\n${shrunk(randomCentre(seed, ITEMS))?.text}`);
  }
  expect(differing).toEqual([]);
  expect(steps).toBeGreaterThan(COUNT * 40);
});

test('a disagreement is shrunk to a centre of a few items and printed', () => {
  /** Never lets anybody hang up after two seconds. */
  const deaf = (spec: CentreSpec): readonly string[] =>
    simulate(spec).filter((line) => !line.endsWith('abandoned') || Number(line.split(' ')[0]) < 2048);
  const seed = [1, 2, 3, 4, 5, 6].find((one) => difference(storyOf(randomCentre(one)), told(randomCentre(one), deaf)));
  const least = shrunk(randomCentre(seed ?? 0), deaf);
  expect(least?.spec.sources.flatMap((source) => source.items).length).toBeLessThanOrEqual(2);
  expect(least?.spec.groups.length).toBe(1);
  expect(least?.spec.duty).toBeUndefined();
  expect(least?.text).toContain('abandoned');
});
