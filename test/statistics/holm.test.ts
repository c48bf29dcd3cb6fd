import fc from 'fast-check';
import {expect, test} from 'vitest';
import {holm, PairedRatioSums, pairedDifference, type Ratio, ratioEstimate} from '../../src/statistics/index.ts';

/** With half widths of 1 and 10 replications, Student's t is 2.262 times the value. */
const at = (...values: number[]) => values.map((value) => ({value, halfWidth: 1}));

test('Holm: each step may spend what is left of the error', () => {
  // two-sided limits of t with 9 degrees of freedom: 2.262 at 5 %, 2.685 at 2.5 %, 2.933 at 5 % / 3
  expect(holm(at(1.01), 10)).toEqual([true]);
  expect(holm(at(0.99), 10)).toEqual([false]);
  expect(holm(at(1.01, -1.2), 10)).toEqual([true, true]);
  expect(holm(at(1.01, -1.18), 10)).toEqual([false, false]);
  expect(holm(at(1.01, 1.25, -1.3), 10)).toEqual([true, true, true]);
  expect(holm(at(0.99, 1.25, -1.3), 10)).toEqual([false, true, true]);
  // a strong one does not help those after one that failed
  expect(holm(at(1.1, 1.1, 1.3), 10)).toEqual([false, false, true]);
});

test('Holm: what is no test does not count, what never varies is shown', () => {
  const none = [
    {value: 0, halfWidth: 0},
    {value: null, halfWidth: null},
    {value: 3, halfWidth: null},
  ];
  expect(holm([...none, ...at(1.01)], 10)).toEqual([false, false, false, true]);
  expect(holm([{value: 0.1, halfWidth: 0}], 10)).toEqual([true]);
  expect(holm(at(9), 1)).toEqual([false]);
});

const ratio = fc.tuple(fc.nat(50), fc.integer({min: 1, max: 60})).map(([n, d]): Ratio => [n, d]);
test('sums of pairs give the paired difference of the pairs themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ratio, ratio), {minLength: 2, maxLength: 12}), (pairs) => {
      const sums = new PairedRatioSums();
      for (const [after, before] of pairs) sums.add(3, after, before);
      const expected = pairedDifference(
        pairs.map(([after]) => after),
        pairs.map(([, before]) => before),
      );
      const found = sums.estimate(3, pairs.length);
      expect(found.value).toBeCloseTo(expected.value ?? Number.NaN, 12);
      expect(found.halfWidth).toBeCloseTo(expected.halfWidth ?? Number.NaN, 6);
    }),
    {numRuns: 60, seed: 1},
  );
});

test('sums of pairs: the same on both sides is exactly nothing, and nothing observed is nothing', () => {
  const same: Ratio[] = [
    [0.1, 3],
    [2.7, 11],
    [0.3, 7],
  ];
  const sums = new PairedRatioSums();
  for (const one of same) sums.add(0, one, one);
  expect(sums.estimate(0, 3)).toEqual({value: 0, halfWidth: 0});
  expect(ratioEstimate(same).halfWidth).toBeGreaterThan(0);
  expect(sums.estimate(1, 3).value).toBeNull();
  expect(sums.estimate(500, 3).value).toBeNull();
});
