/** The fast engine against the obvious one, on random centres, line by line. */
import {afterEach, expect, test} from 'vitest';
import {ORDERED} from '../../src/floor/agentOrder.ts';
import {PHASES} from '../../src/floor/phaseLine.ts';
import type {CentreSpec} from './centre.ts';
import {simulate} from './journal.ts';
import {randomCentre} from './randomCentre.ts';
import {difference, storyOf, told} from './rescan/compare.ts';
import {shrunk} from './rescan/shrinking.ts';

const FIRST = Number(process.env.RESCAN_FIRST ?? 1);
const COUNT = Number(process.env.RESCAN_COUNT ?? 200);

afterEach(() => {
  PHASES.buckets = 256;
  ORDERED.fromProfiles = 64;
});

function compare(first: number, count: number): {steps: number; differing: string[]} {
  let steps = 0;
  const differing: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const expected = storyOf(randomCentre(seed));
    steps += expected.length;
    if (difference(expected, told(randomCentre(seed)))) differing.push(`centre ${seed}\n${shrunk(seed)?.text}`);
  }
  return {steps, differing};
}

test('tells the same story as a rescan of everything', () => {
  const {steps, differing} = compare(FIRST, COUNT);
  expect(differing).toEqual([]);
  expect(steps).toBeGreaterThan(COUNT * 50);
});

test('tells the same story where every phase bucket mixes', () => {
  PHASES.buckets = 2;
  expect(compare(FIRST + COUNT, Math.ceil(COUNT / 8)).differing).toEqual([]);
});

test('a disagreement is shrunk to a centre of a few items and printed', () => {
  /** Never lets anybody hang up after two seconds. */
  const deaf = (spec: CentreSpec): readonly string[] =>
    simulate(spec).filter((line) => !line.endsWith('abandoned') || Number(line.split(' ')[0]) < 2048);
  const seed = [1, 2, 3, 4, 5, 6].find((one) => difference(storyOf(randomCentre(one)), told(randomCentre(one), deaf)));
  const least = shrunk(seed ?? 0, deaf);
  expect(least?.spec.sources.flatMap((source) => source.items).length).toBeLessThanOrEqual(2);
  expect(least?.spec.groups.length).toBe(1);
  expect(least?.spec.duty).toBeUndefined();
  expect(least?.text).toContain('abandoned');
});

test('tells the same story where agents are met in order, whatever their profile', () => {
  ORDERED.fromProfiles = 1;
  expect(compare(FIRST + 2 * COUNT, Math.ceil(COUNT / 3)).differing).toEqual([]);
});
