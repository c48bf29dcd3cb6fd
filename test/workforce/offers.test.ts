import {expect, test} from 'vitest';
import type {DistributionSpec} from '../../src/random/distribution.ts';
import type {GroupSpec} from '../../src/scenario/scenario.ts';
import {offerDrawsOf, peopleOf, plainGroup, rings} from '../../src/workforce/index.ts';
import {centreOf, groupOf, onShift} from './centre.ts';

const always = (value: number): DistributionSpec => ({
  kind: 'constant',
  params: {value},
  zeroShare: 0,
  mean: value,
  sd: 0,
});
const exponential = (mean: number): DistributionSpec => ({
  kind: 'exponential',
  params: {mean},
  zeroShare: 0,
  mean,
  sd: mean,
});
const OFFERS: GroupSpec['offers'] = {
  answerIn: exponential(5000),
  noAnswer: 0.2,
  ringFor: always(20_000),
  thenNotReady: always(120_000),
  whileRinging: 'takesOthers',
};

function centre(agents: number, groupsBefore = 0) {
  const before = Array.from({length: groupsBefore}, (_, i) => groupOf(`before ${i}`, [onShift(null, 2)]));
  const scenario = centreOf('2026-03-02', [...before, groupOf('g', [onShift(null, agents)], {offers: OFFERS})]);
  const demand = ['calls', 'chats'].map((name) => ({name}) as (typeof scenario.demand)[number]);
  const full = {...scenario, demand};
  return offerDrawsOf(full, peopleOf(full), 'seed', 0);
}

test('missed as often as said, ringing as long as said, then not ready', () => {
  const draws = centre(3);
  const count = 4000;
  let missed = 0;
  let answeredMs = 0;
  for (let number = 0; number < count; number++) {
    draws.draw(0, 0, number, 0, number % 3, 0);
    if (draws.missed) {
      missed++;
      expect([draws.ringMs, draws.notReadyMs]).toEqual([20_000, 120_000]);
    } else {
      answeredMs += draws.ringMs;
      expect(draws.ringMs).toBeLessThanOrEqual(20_000);
      expect(draws.notReadyMs).toBe(0);
    }
  }
  expect(Math.abs(missed / count - 0.2)).toBeLessThan(3 * Math.sqrt((0.2 * 0.8) / count));
  // Exponential with mean m, cut at c: mean m(1 - exp(-c/m)), no wider than the exponential.
  const mean = 5000 * (1 - Math.exp(-4));
  expect(Math.abs(answeredMs / (count - missed) - mean)).toBeLessThan((3 * 5000) / Math.sqrt(count - missed));
});

test('an offer has its own draws, in any order of asking and whoever else there is', () => {
  const few = centre(2);
  const many = centre(7, 2);
  const seen = (draws: typeof few, ...key: [number, number, number, number, number]) => {
    draws.draw(0, ...key);
    return [draws.missed, draws.ringMs, draws.notReadyMs];
  };
  const keys = [0, 1, 2, 3, 4, 5, 6, 7].map((n): [number, number, number, number, number] => [
    n % 2,
    n,
    n % 3,
    n % 2,
    n >> 1,
  ]);
  const first = keys.map((key) => seen(few, ...key));
  const again = [...keys].reverse().map((key) => seen(many, key[0], key[1], key[2], key[3] + 4, key[4]));
  expect(again.reverse()).toEqual(first);
  expect(new Set(first.map(String)).size).toBeGreaterThan(5);
  expect(seen(few, 0, 1, 0, 0, 0)).not.toEqual(seen(few, 0, 1, 0, 1, 0));
});

test('a group that says nothing of offers does not ring', () => {
  expect([rings(plainGroup('g').offers), rings(OFFERS)]).toEqual([false, true]);
});
