/** The statistics by which figures are judged. */
import {mean} from 'simple-statistics';
import {describe, expect, test} from 'vitest';
import {streamOf} from '../../src/random/streams.ts';
import {jointOf, uniformity} from '../reference/joint.ts';
import {compareExact, compareSimulated, mostErrors, rejectedByHolm, verdictOf} from '../reference/judge.ts';
import {normalOf, twoSided, upperTail} from '../reference/student.ts';

describe('probabilities', () => {
  test.each([
    [2.0930240544, 19, 0.05],
    [2.8609346065, 19, 0.01],
    [1, 1, 0.5],
    [12.706204736, 1, 0.05],
    [0, 7, 1],
  ])('beyond %d of Student with %d degrees of freedom: %d', (t, degrees, p) => {
    expect(twoSided(t, degrees)).toBeCloseTo(p, 9);
    expect(twoSided(-t, degrees)).toBeCloseTo(p, 9);
  });
  test('with many degrees of freedom Student is the normal distribution', () => {
    expect(twoSided(3, 1e7) / (2 * upperTail(3))).toBeCloseTo(1, 5);
    expect(normalOf(2 * upperTail(3))).toBeCloseTo(3, 9);
    expect(normalOf(1)).toBeCloseTo(0, 9);
  });
});

describe('judging', () => {
  test('of two estimates, Welch and Satterthwaite', () => {
    // equal errors of n = 20 each: the error of the difference is sqrt 2 of one, the degrees of freedom twice 19
    const {t, degrees} = compareSimulated({value: 1, halfWidth: 0.1}, {mean: 0, ci95: 0.1, replications: 20}, 20);
    expect(degrees).toBeCloseTo(38, 9);
    expect(t).toBeCloseTo(2.0930240544 / (0.1 * Math.SQRT2), 6);
  });
  test('a figure that never varies is right or wrong', () => {
    expect(compareExact({value: 1, halfWidth: 0}, 1, 20)).toEqual({t: null, degrees: 19, p: 1});
    expect(compareExact({value: 1.01, halfWidth: 0}, 1, 20).p).toBe(0);
  });
  test('Holm goes on after the smallest, and stops at the first that stands', () => {
    expect(rejectedByHolm([0.02, 0.04, 0.001, 0.5], 0.05)).toEqual([false, false, true, false]);
    expect(rejectedByHolm([0.01, 0.02, 0.04, 0.03], 0.05)).toEqual([true, false, false, false]);
    expect(rejectedByHolm([0.01, 0.02, 0.03], 0.06)).toEqual([true, true, true]);
    expect(rejectedByHolm([], 0.05)).toEqual([]);
  });
  test('more figures allow more errors', () => {
    expect(mostErrors(1, 25, 0.05)).toBeCloseTo(2.0638985616, 6);
    expect(mostErrors(200, 25, 0.05)).toBeGreaterThan(4);
  });
  test('what is rejected yet within half a per cent is immaterial', () => {
    expect(verdictOf(true, 100, 0.3, 0.1)).toBe('immaterial');
    expect(verdictOf(true, 100, 0.45, 0.1)).toBe('differs');
    expect(verdictOf(false, 100, 3, 2.5)).toBe('wide');
    expect(verdictOf(false, 100, 3, 1.5)).toBe('agrees');
  });
});

describe('all figures of a model together', () => {
  /** Two figures that are almost one, of mean `shift` where 0 is expected. */
  const modelOf = (shift: number, name: number) => {
    const draw = streamOf('joint', name);
    const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const first = Array.from({length: 20}, () => normal() + shift);
    const ratiosOf = (values: readonly number[]) => values.map((value) => [value, 1] as const);
    const second = first.map((value) => value + 0.01 * normal());
    return [first, second].map((values) => ({ratios: () => ratiosOf(values), expected: 0, error: 0}));
  };
  test('the probability of twins is that of one', () => {
    for (const name of [1, 2, 3]) {
      const [first, second] = modelOf(0, name);
      const alone = compareExact(estimateOf(first.ratios()), 0, 20).p;
      expect(Math.abs((jointOf([first, second], 'x').p ?? 0) - alone)).toBeLessThan(0.04);
    }
  });
  test('what is off by two standard deviations is told', () => {
    expect(jointOf(modelOf(2, 1), 'x').p).toBeLessThan(0.001);
  });
  test('nothing to judge where nothing varies', () => {
    const ratios = Array.from({length: 20}, () => [1, 2] as const);
    expect(jointOf([{ratios: () => ratios, expected: 0.5, error: 0}], 'x').p).toBeNull();
  });
  test('models that are right have probabilities from 0 to 1 alike; those that are a little wrong have not', () => {
    const ps = (shift: number) => Array.from({length: 40}, (_, i) => jointOf(modelOf(shift, i), `${i}`, 999).p ?? 0);
    expect(uniformity(ps(0)).p).toBeGreaterThan(0.01);
    expect(uniformity(ps(0.4)).p).toBeLessThan(0.001);
  });
});

function estimateOf(ratios: readonly (readonly [number, number])[]) {
  const values = ratios.map(([value]) => value);
  const value = mean(values);
  const variance = values.reduce((sum, it) => sum + (it - value) ** 2, 0) / (values.length - 1);
  return {value, halfWidth: 2.0930240544 * Math.sqrt(variance / values.length)};
}
