import fc from 'fast-check';
import {expect, test} from 'vitest';
import {gini, lorenz} from '../../src/statistics/index.ts';

test('worked by hand', () => {
  expect(gini([3, 3, 3])).toBe(0);
  expect(gini([0, 0, 0, 8])).toBe(3 / 4);
  // half the mean difference between all pairs over the mean: (1 + 2 + 1) * 2 / 9 / (2 * 2)
  expect(gini([3, 1, 2])).toBeCloseTo(2 / 9, 15);
  expect(gini([])).toBeNull();
  expect(gini([0, 0])).toBeNull();
  expect(lorenz([3, 1], 4)).toEqual([0, 0.125, 0.25, 0.625, 1]);
  expect(lorenz([0, 0], 4)).toEqual([]);
});

test('Gini is one less twice the area under the curve of Lorenz; the order of persons says nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 1000}), {minLength: 1, maxLength: 20}), (amounts) => {
      const value = gini(amounts);
      fc.pre(value !== null);
      const curve = lorenz(amounts, amounts.length);
      const area = curve.slice(1).reduce((sum, share, k) => sum + (share + curve[k]) / 2 / amounts.length, 0);
      expect(value).toBeCloseTo(1 - 2 * area, 10);
      expect(gini([...amounts].reverse())).toBeCloseTo(value ?? 0, 12);
      expect(value).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});
