import {expect, test} from 'vitest';
import {burstsIn} from '../../src/fitting/batches.ts';
import {dayVariationOf, isShared, unusualDays} from '../../src/fitting/dayVariation.ts';
import {gamma} from '../../src/random/distributions/gamma.ts';
import {poisson} from '../../src/random/distributions/poisson.ts';
import {streamOf} from '../../src/random/streams.ts';

test('a holiday, a quiet day and a rush are named, ordinary days and few days are not', () => {
  const mondays = [100, 104, 0, 96, 98, 30, 190, 110].map((count) => ({kind: 'mon', count}));
  expect(unusualDays(mondays)).toEqual([null, null, 'nothing', null, null, 'less', 'more', null]);
  expect(unusualDays([100, 0].map((count) => ({kind: 'tue', count})))).toEqual([null, null]);
  expect(unusualDays([0, 0, 0, 2].map((count) => ({kind: 'sun', count})))).toEqual([null, null, null, null]);
});

/** Days of Poisson counts around a mean times a gamma factor each. */
function days(count: number, mean: number, cv: number, factors = 'factors', draws = factors) {
  const factor = cv > 0 ? gamma.sampler({shape: 1 / cv ** 2, scale: cv ** 2}, streamOf('1', factors), [], []) : () => 1;
  return Array.from({length: count}, (_, i) => {
    const kind = i % 2 ? 'mon' : 'tue';
    const expected = mean * (kind === 'mon' ? 1 : 2) * factor();
    return {kind, count: poisson.sampler({mean: expected}, streamOf('1', draws, i), [], [])()};
  });
}

test('busyness is what days vary by beyond chance: found within its interval in 9 of 10 logs, none where there is none', () => {
  const found = Array.from({length: 40}, (_, i) => dayVariationOf(days(60, 120, 0.2, `log ${i}`)));
  const covers = found.filter((one) => one !== null && one.low <= 0.2 && 0.2 <= one.high);
  expect(covers.length).toBeGreaterThanOrEqual(34);
  const chance = Array.from({length: 40}, (_, i) => dayVariationOf(days(60, 120, 0, `log ${i}`)));
  expect(chance.filter((one) => one?.cv === 0).length).toBeGreaterThanOrEqual(34);
  expect(
    dayVariationOf([
      {kind: 'mon', count: 5},
      {kind: 'tue', count: 9},
    ]),
  ).toBeNull();
});

test('days that are busy for all at once are told from those each source has by itself', () => {
  const one = days(80, 200, 0.25, 'common', 'one');
  expect(isShared([one, days(80, 100, 0.25, 'common', 'other')])).toBe(true);
  expect(isShared([one, days(80, 100, 0.25, 'its own')])).toBe(false);
});

test('many at one instant are a batch; a busy line is none', () => {
  const line = Array.from({length: 7200}, (_, i) => i * 500);
  expect(burstsIn(line)).toEqual([]);
  const nightly = [...Array(40).fill(3_600_000), ...Array.from({length: 60}, (_, i) => 3_700_000 + i * 60_000)];
  expect(burstsIn(nightly)).toEqual([{atMs: 3_600_000, size: 40}]);
});
