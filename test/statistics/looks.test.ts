import {describe, expect, test} from 'vitest';
import {
  confidenceAt,
  looksOf,
  rareShare,
  ratioEstimate,
  skewedDifference,
  skewedRatio,
  studentHalfWidth,
} from '../../src/statistics/index.ts';

describe('looks', () => {
  test('double until the most there may be, which is the last', () => {
    expect(looksOf(20, 320)).toEqual([20, 40, 80, 160, 320]);
    expect(looksOf(30, 320)).toEqual([30, 60, 120, 240, 320]);
    expect(looksOf(20, 20)).toEqual([20]);
    expect(looksOf(50, 20)).toEqual([20]);
  });
  test('share the error as 1 : 2 : 3, all of it', () => {
    expect(confidenceAt(0, 1, 0.95)).toBeCloseTo(0.95, 15);
    const errors = [0, 1, 2].map((look) => 1 - confidenceAt(look, 3, 0.94));
    expect(errors.map((error) => error.toFixed(12))).toEqual([0.01, 0.02, 0.03].map((error) => error.toFixed(12)));
  });
  test('intervals take the confidence: Student with 9 degrees of freedom, 2.2622 at 95 %, 3.2498 at 99 %', () => {
    const values = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];
    const ratios = values.map((value) => [value, 1] as const);
    for (const widthAt of [
      (confidence: number) => studentHalfWidth(values, confidence) ?? 0,
      (confidence: number) => ratioEstimate(ratios, confidence).halfWidth ?? 0,
    ])
      expect(widthAt(0.99) / widthAt(0.95)).toBeCloseTo(3.249836 / 2.262157, 5);
  });
});

describe('the exact interval of a share', () => {
  test('of all or none of 10, at 95 %: from 69.15 %, to 30.85 % (Clopper and Pearson 1934)', () => {
    expect(rareShare(10, 10, 0.95)?.low).toBeCloseTo(0.6915, 4);
    expect(rareShare(10, 10, 0.95)?.high).toBe(1);
    expect(rareShare(0, 10, 0.95)?.high).toBeCloseTo(0.3085, 4);
    expect(rareShare(0, 10, 0.95)?.low).toBe(0);
    for (const n of [1, 7, 150_000]) expect((rareShare(n, n, 0.99)?.low ?? 0) ** n).toBeCloseTo(0.005, 9);
  });
  test('of 3 of 12 is 5.49 % to 57.19 %, and of 9 of 12 the mirror image', () => {
    expect(rareShare(3, 12, 0.95)?.low).toBeCloseTo(0.0549, 4);
    expect(rareShare(3, 12, 0.95)?.high).toBeCloseTo(0.5719, 4);
    expect(rareShare(9, 12, 0.95)?.low).toBeCloseTo(1 - 0.5719, 4);
  });
  test('of some of very many is Poisson’s: 10 of a million, 4.795 to 18.391 in a million', () => {
    expect((rareShare(10, 1e6, 0.95)?.low ?? 0) * 1e6).toBeCloseTo(4.795, 2);
    expect((rareShare(10, 1e6, 0.95)?.high ?? 0) * 1e6).toBeCloseTo(18.39, 2);
  });
  test('is not asked for where there are many of both', () => {
    expect(rareShare(101, 1000, 0.95)).toBeNull();
    expect(rareShare(899, 1000, 0.95)).toBeNull();
    expect(rareShare(100, 1000, 0.95)).not.toBeNull();
  });
});

describe('an interval for skewed replications', () => {
  const ones = (values: readonly number[]) => values.map((value) => [value, 1] as const);
  test('of what is symmetric is Student’s', () => {
    const {value, halfWidth} = ratioEstimate(ones([1, 2, 3, 4, 5]), 0.9);
    expect(skewedRatio(ones([1, 2, 3, 4, 5]), 0.9)).toEqual({
      value,
      low: 3 - (halfWidth ?? 0),
      high: 3 + (halfWidth ?? 0),
    });
  });
  test('worked by hand: of 0, 0, 0, 4 it reaches from Student’s low end to Hall’s high one', () => {
    // mean 1, s = 2, skewness 4 (24 + ... ) / (3 · 2 · 8) = 2; t(3) at 90 % is 2.353363, over √4 1.1766817
    const end = 1 - 2 * ((3 / 2) * (Math.cbrt(1 + 2 * (-1.1766817 - 2 / 24)) - 1));
    const found = skewedRatio(ones([0, 0, 0, 4]), 0.9);
    expect(found?.low).toBeCloseTo(1 - 2 * 1.1766817, 5);
    expect(found?.high).toBeCloseTo(end, 5);
    expect(found?.high).toBeGreaterThan(1 + 2 * 1.1766817);
  });
  test('is a mirror image where values are', () => {
    const [right, left] = [skewedRatio(ones([0, 0, 1, 9]), 0.95), skewedRatio(ones([0, 0, -1, -9]), 0.95)];
    expect(left?.low).toBeCloseTo(-(right?.high ?? 0), 12);
    expect(left?.high).toBeCloseTo(-(right?.low ?? 0), 12);
  });
  test('has no width where nothing varies, no ends with one replication, and none at all with nothing to judge', () => {
    expect(skewedRatio(ones([3, 3, 3]), 0.95)).toEqual({value: 3, low: 3, high: 3});
    expect(skewedRatio(ones([3]), 0.95)).toEqual({value: 3, low: -Infinity, high: Infinity});
    expect(skewedRatio([[0, 0]], 0.95)).toBeNull();
    expect(skewedDifference(ones([1, 2, 7]), ones([1, 2, 7]), 0.95)).toEqual({value: 0, low: 0, high: 0});
  });
  test('of a difference is that of the differences', () => {
    const found = skewedDifference(ones([5, 1, 4, 8]), ones([3, 2, 2, 1]), 0.95);
    const own = skewedRatio(ones([2, -1, 2, 7]), 0.95);
    expect(found?.low).toBeCloseTo(own?.low ?? 0, 12);
    expect(found?.high).toBeCloseTo(own?.high ?? 0, 12);
  });
});
