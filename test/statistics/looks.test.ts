import {describe, expect, test} from 'vitest';
import {
  binomialOfAll,
  binomialOfNone,
  confidenceAtEach,
  looksOf,
  ratioEstimate,
  studentHalfWidth,
} from '../../src/statistics/index.ts';

describe('looks', () => {
  test('double until the most there may be, which is the last', () => {
    expect(looksOf(20, 320)).toEqual([20, 40, 80, 160, 320]);
    expect(looksOf(30, 320)).toEqual([30, 60, 120, 240, 320]);
    expect(looksOf(20, 20)).toEqual([20]);
    expect(looksOf(50, 20)).toEqual([20]);
  });
  test('share the error equally', () => {
    expect(confidenceAtEach(1, 0.95)).toBeCloseTo(0.95, 15);
    expect(confidenceAtEach(5, 0.95)).toBeCloseTo(0.99, 15);
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

describe('what came out the same way every time', () => {
  test('at 95 %: all of 10 is at least 69.15 %, none of 10 at most 30.85 % (Clopper and Pearson 1934)', () => {
    expect(binomialOfAll(10, 0.95).low).toBeCloseTo(0.6915, 4);
    expect(binomialOfAll(10, 0.95).high).toBe(1);
    expect(binomialOfNone(10, 0.95).high).toBeCloseTo(0.3085, 4);
    expect(binomialOfNone(10, 0.95).low).toBe(0);
  });
  test('the ends are what they claim: that probability gives the outcome with half the error', () => {
    for (const n of [1, 7, 1000]) expect(binomialOfAll(n, 0.99).low ** n).toBeCloseTo(0.005, 12);
  });
});
