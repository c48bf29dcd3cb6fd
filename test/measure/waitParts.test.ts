/** What items wait for: the account against asking everybody, and worked by hand. */
import {expect, test} from 'vitest';
import {PART_NAMES} from '../../src/measure/waitParts/parts.ts';
import {randomCentre} from '../engine/randomCentre.ts';
import {bothWays} from './askedWaits.ts';

const COUNT = 90;

test('parts are those found by asking every agent at every instant, and add up to the wait', () => {
  const met = new Set<string>();
  let items = 0;
  for (let seed = 1; seed <= COUNT; seed++) {
    const {booked, asked, tallied, waitedMs} = bothWays(randomCentre(seed, 6));
    expect(booked, `centre ${seed}`).toEqual(asked);
    expect(tallied, `centre ${seed}`).toBe(waitedMs);
    for (const parts of Object.values(booked)) for (const name of Object.keys(parts)) met.add(name);
    items += Object.keys(booked).length;
  }
  expect(items).toBeGreaterThan(300);
  // No random centre lets agents take work themselves.
  expect([...met].sort()).toEqual(PART_NAMES.filter((name) => name !== 'notTaken').sort());
});
