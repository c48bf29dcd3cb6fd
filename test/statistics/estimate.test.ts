import {describe, expect, test} from 'vitest';
import {verdictOf} from '../../src/measure/fold/goals.ts';
import {sampler} from '../../src/random/sampler.ts';
import {streamOf} from '../../src/random/streams.ts';
import {halfWidthOf, RatioSums, ratioEstimate, studentEstimate} from '../../src/statistics/index.ts';
import {exponentialTime} from '../compile/scenarios.ts';

describe('means', () => {
  test('a textbook sample: 1.20 1.50 1.68 1.89 0.95 1.49 1.58 1.55 0.50 1.09 has 1.343 ± 0.298 at 95 %', () => {
    // the ten observations of Law, Simulation Modeling and Analysis, are given there with ± 0.24 at 90 % (t = 1.833);
    // at 95 % the factor is 2.262
    const estimate = studentEstimate([1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09]);
    expect(estimate.value).toBeCloseTo(1.343, 12);
    expect((estimate.halfWidth ?? 0) / 2.262157).toBeCloseTo(0.24 / 1.833, 2);
  });

  test('one replication has no interval, none has nothing', () => {
    expect(studentEstimate([3])).toEqual({value: 3, halfWidth: null});
    expect(studentEstimate([])).toEqual({value: null, halfWidth: null});
  });
});

describe('ratios of sums', () => {
  test('worked by hand: (1/2, 3/4, 2/4) is 6/10, not the mean of ratios', () => {
    const {value, halfWidth} = ratioEstimate([
      [1, 2],
      [3, 4],
      [2, 4],
    ]);
    expect(value).toBeCloseTo(0.6, 15);
    // residuals -0.2, 0.6, -0.4: squares 0.56; variance 0.56 / (2 * 3) / (10/3)²; t(2) = 4.302653
    expect(halfWidth).toBeCloseTo((4.302653 * Math.sqrt(0.56 / 6)) / (10 / 3), 5);
  });

  test('with equal denominators it is the mean and its Student interval', () => {
    const values = [3, 5, 4, 8, 1];
    const mean = studentEstimate(values);
    const ratio = ratioEstimate(values.map((value) => [value, 1] as const));
    expect(ratio.value).toBeCloseTo(mean.value ?? 0, 12);
    expect(ratio.halfWidth).toBeCloseTo(mean.halfWidth ?? 0, 12);
  });

  test('a replication with nothing to judge counts as such, none at all as nothing', () => {
    expect(
      ratioEstimate([
        [0, 0],
        [1, 2],
      ]).value,
    ).toBe(0.5);
    expect(ratioEstimate([[0, 0]])).toEqual({value: null, halfWidth: null});
    expect(ratioEstimate([])).toEqual({value: null, halfWidth: null});
  });

  test('kept as sums they come to the same', () => {
    const pairs = [
      [812, 1000],
      [640, 811],
      [920, 1104],
      [777, 999],
    ] as const;
    const sums = new RatioSums();
    for (const [above, below] of pairs) sums.add(300, above, below);
    const [kept, direct] = [sums.estimate(300, pairs.length), ratioEstimate(pairs)];
    expect(kept.value).toBe(direct.value);
    expect(kept.halfWidth).toBeCloseTo(direct.halfWidth ?? 0, 10);
    for (let k = 0; k < 3; k++) sums.add(7, 0.1, 0.1);
    expect(sums.estimate(7, 3)).toEqual({value: 1, halfWidth: 0});
    expect(sums.estimate(9_999, 3)).toEqual({value: null, halfWidth: null});
  });

  test('nine in ten of 90 % intervals and 19 in 20 of 95 % intervals hold the truth', () => {
    // 400 experiments of 10 replications: N is a sum of D exponentials of mean 60, so the ratio is 60
    const draw = sampler(exponentialTime('1m'), streamOf('coverage', 1));
    const size = streamOf('coverage sizes', 1);
    let covered = 0;
    const experiments = 400;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const pairs = Array.from({length: 10}, () => {
        const denominator = 20 + Math.floor(40 * size());
        let numerator = 0;
        for (let k = 0; k < denominator; k++) numerator += draw();
        return [numerator, denominator] as const;
      });
      const {value, halfWidth} = ratioEstimate(pairs);
      if (Math.abs((value ?? 0) - 60_000) <= (halfWidth ?? 0)) covered++;
    }
    // three standard errors of a share of 95 % over 400 experiments
    expect(Math.abs(covered / experiments - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / experiments));
  });

  test('replications that are all alike have no width, whatever the last bits say', () => {
    for (const [above, below] of [
      [351, 420],
      [0.1, 0.3],
      [1e9 / 3, 7],
    ] as const)
      expect(ratioEstimate(Array.from({length: 10}, () => [above, below] as const)).halfWidth).toBe(0);
    expect(studentEstimate([0.1, 0.1, 0.1]).halfWidth).toBe(0);
  });

  test('no variation, no width', () => {
    expect(halfWidthOf(0, 10, 5)).toBe(0);
  });
});

describe('verdicts', () => {
  const atLeast = {kind: 'atLeast', value: 0.8} as const;
  const atMost = {kind: 'atMost', value: 60} as const;
  test.each([
    [0.85, 0.05, atLeast, 'met'],
    [0.85, 0.06, atLeast, 'undecided'],
    [0.75, 0.06, atLeast, 'undecided'],
    [0.7, 0.05, atLeast, 'missed'],
    [0.8, null, atLeast, 'met'],
    [0.79, null, atLeast, 'missed'],
    [50, 10, atMost, 'met'],
    [55, 10, atMost, 'undecided'],
    [75, 10, atMost, 'missed'],
  ] as const)('%f ± %f', (value, halfWidth, limit, verdict) => {
    expect(verdictOf({value, halfWidth}, limit, 10)).toBe(verdict);
  });
  test('nothing to judge', () => {
    expect(verdictOf({value: null, halfWidth: null}, atLeast, 0)).toBe('nothing to judge');
    expect(verdictOf({value: 0, halfWidth: 0}, atMost, 0)).toBe('nothing to judge');
  });
});
