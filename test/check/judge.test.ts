import {describe, expect, test} from 'vitest';
import type {Claim, Interval} from '../../src/experiment/check/claim.ts';
import {intervalOf, intervalOfDifference} from '../../src/experiment/check/interval.ts';
import {judge} from '../../src/experiment/check/judge.ts';
import {verdictOf} from '../../src/experiment/check/verdict.ts';
import {sampler} from '../../src/random/sampler.ts';
import {streamOf} from '../../src/random/streams.ts';
import {looksOf, type Ratio} from '../../src/statistics/index.ts';
import {exponentialTime} from '../compile/scenarios.ts';
import {atLeast, atMost, claimOf, measureOf} from './claims.ts';

const between = (low: number, high: number): Interval => ({value: (low + high) / 2, low, high, exact: false});

describe('a verdict', () => {
  test.each([
    ['at least, above', atLeast(0.8), between(0.81, 0.83), 'kept'],
    ['at least, touching: the limit itself is good', atLeast(0.8), between(0.8, 0.83), 'kept'],
    ['at least, astride', atLeast(0.8), between(0.79, 0.83), 'undecided'],
    ['at least, touching from below', atLeast(0.8), between(0.7, 0.8), 'undecided'],
    ['at least, below', atLeast(0.8), between(0.7, 0.79), 'broken'],
    ['at most, below', atMost(5), between(3, 5), 'kept'],
    ['at most, above', atMost(5), between(5.1, 6), 'broken'],
    ['at most, astride', atMost(5), between(4, 6), 'undecided'],
    ['without an interval', atMost(5), between(-Infinity, Infinity), 'undecided'],
  ] as const)('%s', (_, limit, interval, verdict) => {
    expect(verdictOf(interval, limit, true)).toBe(verdict);
  });
  test('of all or nothing falls with the first case', () => {
    const nearly = {value: 0.999, low: 0.99, high: 1.01, exact: false};
    expect(verdictOf(nearly, atLeast(1), true)).toBe('broken');
    expect(verdictOf({value: 1, low: 0.997, high: 1, exact: true}, atLeast(1), true)).toBe('undecided');
    expect(verdictOf({value: 0.001, low: -0.01, high: 0.01, exact: false}, atMost(0), true)).toBe('broken');
    // an amount may be nothing on average for certain, and a difference to the baseline is no share
    expect(verdictOf(between(0, 0), atMost(0), false)).toBe('kept');
    expect(verdictOf(between(-0.001, 0.003), atMost(0), false)).toBe('undecided');
  });
});

describe('an interval', () => {
  test('of a share that never varies is Clopper and Pearson’s, of as many cases as there were', () => {
    const all: Ratio[] = [
      [4, 4],
      [6, 6],
    ];
    expect(intervalOf(measureOf(), all, 0.95, null)).toEqual({
      value: 1,
      low: expect.closeTo(0.025 ** (1 / 10), 12),
      high: 1,
      exact: true,
    });
    const none = all.map(([, denominator]) => [0, denominator] as const);
    const bound = expect.closeTo(1 - 0.025 ** (1 / 10), 12);
    expect(intervalOf(measureOf(), none, 0.95, null)).toEqual({value: 0, low: 0, high: bound, exact: true});
  });
  test('of a share of time counts replications, for time is not made of cases', () => {
    const busy = measureOf({metric: 'occupancy', scope: {group: 'agents'}});
    const all: Ratio[] = [
      [3600, 3600],
      [3600, 3600],
    ];
    expect(intervalOf(busy, all, 0.95, null)?.low).toBeCloseTo(0.025 ** (1 / 2), 15);
  });
  test('of days counts days, of items that came on a day or not', () => {
    const days = measureOf({onDays: true, scope: {group: 'agents'}});
    const met: Ratio[] = [
      [5, 5],
      [0, 0],
      [5, 5],
    ];
    expect(intervalOf(days, met, 0.95, null)?.low).toBeCloseTo(0.025 ** (1 / 10), 15);
  });
  test('of an amount that never varies has no width, and of one replication no ends', () => {
    const items = measureOf({unit: 'items'});
    expect(
      intervalOf(
        items,
        [
          [0, 1],
          [0, 1],
        ],
        0.95,
        null,
      ),
    ).toMatchObject({low: 0, high: 0, exact: false});
    expect(intervalOf(items, [[3, 1]], 0.95, null)).toMatchObject({value: 3, low: -Infinity, high: Infinity});
    expect(intervalOf(items, [[0, 0]], 0.95, null)).toBeNull();
  });
  test('of a quantile lies around that of all items, as wide as that of the replications’ own', () => {
    const quantile = measureOf({unit: 'seconds', params: {quantile: 0.9}});
    const own: Ratio[] = [
      [10, 1],
      [14, 1],
      [0, 0],
    ];
    const found = intervalOf(quantile, own, 0.95, 11);
    expect(found?.value).toBe(11);
    // Student with one degree of freedom: 12.7062; s = 2.8284
    expect((found?.high ?? 0) - 11).toBeCloseTo((12.7062 * 2.828427) / Math.SQRT2, 3);
  });
});

describe('looks', () => {
  /** Intervals by the number of replications; what was asked is kept. */
  const judged = async (
    claims: readonly Claim[],
    found: (claim: Claim, n: number) => Interval | null,
    ends = Infinity,
  ) => {
    const asked: [number, number][] = [];
    const runs: number[] = [];
    const results = await judge(
      claims,
      0.95,
      async (n) => {
        runs.push(n);
        return n > ends ? 'time' : 'there';
      },
      (claim, n, confidence) => {
        asked.push([n, Number(confidence.toFixed(4))]);
        return {interval: found(claim, n), count: 10 * n, beside: null};
      },
    );
    return {results, asked, runs};
  };
  const narrowing = (around: number) => (_: Claim, n: number) => between(around - 1 / n, around + 1 / n);

  test('double while it is undecided, each at its share of the error, and stop when it is decided', async () => {
    // 0.83 ± 1/n: astride 0.8 at 20 (0.78 to 0.88), decided at 40 (0.805 to 0.855)
    const {results, asked, runs} = await judged([claimOf(atLeast(0.8), looksOf(20, 320))], narrowing(0.83));
    expect(runs).toEqual([20, 40]);
    expect(asked).toEqual([
      [20, 0.9967],
      [40, 0.9933],
    ]);
    expect(results).toMatchObject([{verdict: 'kept', reason: 'shown', replications: 40, count: 400}]);
  });
  test('end undecided at the last', async () => {
    const {results, runs} = await judged([claimOf(atLeast(0.8), looksOf(20, 100))], narrowing(0.8));
    expect(runs).toEqual([20, 40, 80, 100]);
    expect(results).toMatchObject([{verdict: 'undecided', reason: 'replications', replications: 100}]);
  });
  test('of several claims go on with those that are open, each at its own numbers', async () => {
    const claims = [
      claimOf(atLeast(0.5), looksOf(20, 80)),
      claimOf(atLeast(0.81), looksOf(20, 80)),
      claimOf(atMost(0.8), [30]),
    ];
    const {results, runs, asked} = await judged(claims, narrowing(0.79));
    expect(runs).toEqual([20, 30, 40, 80]);
    expect(asked).toEqual([
      [20, 0.9917],
      [20, 0.9917],
      [30, 0.95],
      [40, 0.9833],
      [80, 0.975],
    ]);
    expect(results.map(({verdict, replications}) => [verdict, replications])).toEqual([
      ['kept', 20],
      ['broken', 80],
      ['undecided', 30],
    ]);
  });
  test('when time is over, what is open stays as the last look left it', async () => {
    const claims = [claimOf(atLeast(0.5), looksOf(20, 320)), claimOf(atLeast(0.8), looksOf(20, 320))];
    const {results} = await judged(claims, narrowing(0.8), 40);
    expect(results).toMatchObject([
      {verdict: 'kept', replications: 20},
      {verdict: 'undecided', reason: 'time', replications: 40},
    ]);
    const none = await judged(claims, narrowing(0.8), 0);
    expect(none.results).toMatchObject([
      {verdict: 'undecided', reason: 'time', replications: 0, interval: null},
      {verdict: 'undecided', reason: 'time', replications: 0, interval: null},
    ]);
  });
  test('are not gone on with where there is nothing to judge', async () => {
    const {results, runs} = await judged([claimOf(atLeast(0.5), looksOf(20, 320))], () => null);
    expect(runs).toEqual([20]);
    expect(results).toMatchObject([{verdict: 'undecided', reason: 'nothing to judge', replications: 20}]);
  });
});

describe('of checks of what lies exactly at the limit', () => {
  /** Replications of some 60 items, each met with probability 0.8: busy days are worse. */
  const replicationsOf = (seed: number) => {
    const stream = streamOf(String(seed), 'check');
    return (): Ratio => {
      const items = 40 + Math.floor(40 * stream());
      const share = 0.8 + (60 - items) / 400;
      let met = 0;
      for (let k = 0; k < items; k++) if (stream() < share) met++;
      return [met, items];
    };
  };
  /** E[met] ÷ E[items] with items uniform on 40 to 79. */
  const truth = (() => {
    let [met, items] = [0, 0];
    for (let n = 40; n < 80; n++) [met, items] = [met + n * (0.8 + (60 - n) / 400), items + n];
    return met / items;
  })();

  const checked = async (seed: number, interval: (ratios: readonly Ratio[], confidence: number) => Interval | null) => {
    const next = replicationsOf(seed);
    const ratios: Ratio[] = [];
    const runTo = async (n: number) => {
      while (ratios.length < n) ratios.push(next());
      return 'there' as const;
    };
    const evidence = (_: Claim, n: number, confidence: number) => ({
      interval: interval(ratios.slice(0, n), confidence),
      ...{count: 0, beside: null},
    });
    const [result] = await judge([claimOf(atLeast(truth), looksOf(10, 80))], 0.95, runTo, evidence);
    return result.verdict;
  };
  const decided = async (
    count: number,
    interval: (ratios: readonly Ratio[], confidence: number) => Interval | null,
  ) => {
    const verdicts = await Promise.all(Array.from({length: count}, (_, seed) => checked(seed, interval)));
    return verdicts.filter((verdict) => verdict !== 'undecided').length / count;
  };

  // 5 % of 400 with a standard error of 1.1 %
  test('no more than 5 % say anything but undecided', async () => {
    const wrong = await decided(400, (ratios, confidence) => intervalOf(measureOf(), ratios, confidence, null));
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(0.05 + 2 * 0.011);
  });
  test('which one look too many without a share of its own would not keep to', async () => {
    const wrong = await decided(400, (ratios) => intervalOf(measureOf(), ratios, 0.95, null));
    expect(wrong).toBeGreaterThan(0.09);
  });
  test('and of differences to a baseline neither', async () => {
    let wrong = 0;
    for (let seed = 0; seed < 300; seed++) {
      const draw = sampler(exponentialTime('1s'), streamOf(String(seed), 'difference'));
      const pairs = Array.from({length: 20}, () => {
        const shared = draw();
        return [shared + draw() / 10, shared + draw() / 10] as const;
      });
      const side = (k: 0 | 1): Ratio[] => pairs.map((pair) => [pair[k], 1]);
      const found = intervalOfDifference(side(0), side(1), 0.95);
      if (found && verdictOf(found, atMost(0), false) !== 'undecided') wrong++;
    }
    expect(wrong / 300).toBeLessThan(0.05 + 2 * 0.0126);
    expect(wrong).toBeGreaterThan(0);
  });
});
