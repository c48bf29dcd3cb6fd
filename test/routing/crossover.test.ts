import fc from 'fast-check';
import {expect, test} from 'vitest';
import {crossovers, outranked} from '../../src/routing/priority/crossover.ts';
import {piecesOf, priorityOf, prioritySchema} from '../../src/routing/priority/index.ts';

const M = 60_000;
const H = 60 * M;
const curve = (written: unknown, allowedMs: number | null = null) =>
  piecesOf(prioritySchema.parse(written), {allowedMs});
const calls = curve({initial: 800, increment: 1, every: '1s'});
const WORK = {
  points: [
    [0, 500],
    ['due-2h', 1100],
  ],
  between: 'step',
};

test('a work item within two hours of due overtakes calls that waited under five minutes', () => {
  const work = priorityOf(curve(WORK, 8 * H), 6 * H);
  expect(outranked(calls, work, H)).toEqual([{fromMs: 0, toMs: 5 * M, first: 1}]);
  expect(outranked(calls, priorityOf(curve(WORK, 8 * H), 6 * H - 1), H)).toEqual([]);
});

test('two curves at equal age: leads, a tie between', () => {
  const slow = curve({initial: 100, perSecond: 1});
  const fast = curve({initial: 0, perSecond: 2});
  expect(crossovers(slow, fast, 200_000)).toEqual([
    {fromMs: 0, toMs: 100_000, first: 1},
    {fromMs: 100_000, toMs: 100_001, first: 0},
    {fromMs: 100_001, toMs: 200_000, first: -1},
  ]);
  expect(crossovers(slow, slow, 10)).toEqual([{fromMs: 0, toMs: 10, first: 0}]);
});

test('the second arrives later', () => {
  const steps = curve({initial: 0, increment: 10, every: '10m'});
  const fixed = curve({fixed: 25});
  expect(crossovers(fixed, steps, 2 * H, H)).toEqual([
    {fromMs: H, toMs: 90 * M, first: 1},
    {fromMs: 90 * M, toMs: 2 * H, first: -1},
  ]);
});

test('every age is in the stretch its own comparison says', () => {
  const forms = [
    {
      initial: 100,
      atSla: 400,
      reprioritize: [{every: '7m'}],
      overdue: {from: 500, increment: 9, every: '11m', max: 560},
    },
    {initial: 50, increment: 13, every: '9m', max: 390},
    {
      points: [
        [0, 300],
        ['20m', 80],
        ['70m', 420],
      ],
      between: 'line',
    },
    {initial: 90, perMinute: 3.3, max: 333},
  ];
  const form = fc.nat({max: forms.length - 1});
  fc.assert(
    fc.property(form, form, fc.integer({min: 0, max: 30}), fc.nat({max: 2 * H - 1}), (a, b, later, age) => {
      const [first, second] = [curve(forms[a], 90 * M), curve(forms[b], 90 * M)];
      const laterMs = later * M;
      const leads = crossovers(first, second, 2 * H, laterMs);
      expect([leads[0]?.fromMs, leads.at(-1)?.toMs]).toEqual([laterMs, 2 * H]);
      if (age < laterMs) return;
      const gap = priorityOf(first, age) - priorityOf(second, age - laterMs);
      const sign = Math.abs(gap) <= 1e-9 ? 0 : Math.sign(gap);
      expect(leads.find(({fromMs, toMs}) => fromMs <= age && age < toMs)?.first).toBe(sign);
    }),
    {numRuns: 200},
  );
});
