import {describe, expect, test} from 'vitest';
import {keyedDraws} from '../../src/random/keyed.ts';
import {streamOf} from '../../src/random/streams.ts';

const take = (count: number, draw: () => number) => Array.from({length: count}, draw);
const correlation = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + (x - 0.5) * ((b[i] ?? Number.NaN) - 0.5), 0) / a.length / (1 / 12);
/** Chi-square of `draws` over `cells` equal cells, standardised: near 0, sd 1. */
const unevenness = (draws: readonly number[], cells: number) => {
  const counts = new Array<number>(cells).fill(0);
  for (const u of draws) counts[Math.floor(u * cells)] = (counts[Math.floor(u * cells)] ?? 0) + 1;
  const expected = draws.length / cells;
  const chi = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  return (chi - (cells - 1)) / Math.sqrt(2 * (cells - 1));
};
const N = 40_000;

describe('streamOf', () => {
  test('frozen values', () => {
    expect(take(5, streamOf('1', 'replication', 0))).toMatchInlineSnapshot(`
      [
        0.20632537733763456,
        0.05122604500502348,
        0.3443160818424076,
        0.2063173232600093,
        0.3936487422324717,
      ]
    `);
  });
  test('same name, same numbers; any other key, others', () => {
    expect(take(5, streamOf('1', 'a', 2))).toEqual(take(5, streamOf('1', 'a', 2)));
    for (const other of [streamOf('1', 'a', '2'), streamOf('1', 'a2'), streamOf('1a', 2), streamOf('1', 2, 'a')])
      expect(take(5, other)).not.toEqual(take(5, streamOf('1', 'a', 2)));
  });
  test('uniform, and streams of neighbouring names uncorrelated', () => {
    const streams = [0, 1, 2, 10].map((key) => take(N, streamOf('seed', 'calls', key)));
    for (const [i, a] of streams.entries()) {
      expect(Math.abs(unevenness(a, 256))).toBeLessThan(4.5);
      for (const b of streams.slice(i + 1)) expect(Math.abs(correlation(a, b))).toBeLessThan(4.5 / Math.sqrt(N));
    }
  });
  test('first numbers of streams numbered in turn are uniform', () => {
    const firsts = Array.from({length: 20_000}, (_, i) => streamOf('seed', 'day', i)());
    expect(Math.abs(unevenness(firsts, 256))).toBeLessThan(4.5);
  });
});

describe('keyedDraws', () => {
  test('frozen values', () => {
    expect(take(5, keyedDraws('1', 'redial').at(7, 1))).toMatchInlineSnapshot(`
      [
        0.19096563511993736,
        0.8856872346950695,
        0.32683219865430146,
        0.5215162559179589,
        0.8391026480821893,
      ]
    `);
  });
  test('the order of asking changes nothing', () => {
    const draws = keyedDraws('1', 'offers');
    const keys = Array.from({length: 200}, (_, i) => [i % 20, Math.floor(i / 20)]);
    const forward = keys.map((key) => take(3, draws.at(...key)));
    const backward = [...keys].reverse().map((key) => take(3, draws.at(...key)));
    expect(backward.reverse()).toEqual(forward);
    expect(new Set(forward.map(String)).size).toBe(keys.length);
    expect(draws.uniform(3, 4)).toBe(draws.at(3, 4)());
  });
  test('length, order, sign and size of a key tell it apart', () => {
    const draws = keyedDraws('1', 'x');
    const keys = [[], [0], [0, 0], [1], [1, 0], [0, 1], [-1], [2 ** 32], [2 ** 32 + 1], [2 ** 40]];
    expect(new Set(keys.map((key) => draws.uniform(...key))).size).toBe(keys.length);
  });
  test('uniform along each key and along the stream, neighbours uncorrelated', () => {
    const draws = keyedDraws('seed', 'offers', 3);
    const byItem = Array.from({length: N}, (_, i) => draws.uniform(i, 0));
    const nextItem = Array.from({length: N}, (_, i) => draws.uniform(i + 1, 0));
    const byAttempt = Array.from({length: N}, (_, i) => draws.uniform(5, i));
    const second = Array.from({length: N}, (_, i) => {
      const next = draws.at(i, 0);
      next();
      return next();
    });
    const along = take(N, draws.at(1, 2));
    for (const sample of [byItem, byAttempt, second, along])
      expect(Math.abs(unevenness(sample, 256))).toBeLessThan(4.5);
    for (const [a, b] of [
      [byItem, nextItem],
      [byItem, byAttempt],
      [byItem, second],
      [along.slice(0, -1), along.slice(1)],
    ] as const)
      expect(Math.abs(correlation(a, b))).toBeLessThan(4.5 / Math.sqrt(a.length));
    for (const u of along) expect(u > 0 && u < 1).toBe(true);
  });
});
