import {expect, test} from 'vitest';
import {calibrate, doubtsOf, halvesOf, nearnessOf, validityOf, waitError} from '../../src/experiment/index.ts';
import type {RecordedComparison, RecordedFigures} from '../../src/measure/results.ts';

const figures = (wait: number | null, abandonment = 0.1, within = 0.8): RecordedFigures => ({
  meanWaitSeconds: wait,
  meanWaitAnsweredSeconds: wait,
  waitQuantilesSeconds: [],
  withinSeconds: 20,
  within,
  abandonment,
});
const day = (name: string, offered: number, recorded: number, simulated: number) => ({
  day: name,
  offered,
  recorded: figures(recorded),
  simulated: figures(simulated),
});
const comparison = (byDay: RecordedComparison['byDay']): RecordedComparison => ({
  sentence: '',
  rows: [],
  byInterval: [],
  byDay,
  byHourOfDay: [],
});

test('nearness weighs days by their contacts, and correlates them', () => {
  const near = nearnessOf([day('a', 100, 10, 12), day('b', 300, 20, 24), day('c', 100, 30, 36)]);
  expect(near).toMatchObject({days: 3, offered: 500, wait: {recorded: 20, simulated: 24}});
  expect(near.correlation).toBeCloseTo(1, 12);
  expect(waitError(near)).toBeCloseTo(0.2, 12);
  expect(validityOf(near)).toBe('rough');
  expect(nearnessOf([day('a', 100, 10, 12), day('b', 300, 20, 24)]).correlation).toBeNull();
});

test.each([
  ['near', 20, 22, 0],
  ['rough', 20, 25, 0],
  ['off', 20, 30, 0],
  ['rough', 20, 20, 0.03],
  ['off', 20, 20, 0.06],
])('%s: %i s recorded, %i s simulated, abandonment %f off', (validity, recorded, simulated, off) => {
  const one = {...day('a', 10, recorded, simulated), simulated: figures(simulated, 0.1 + off)};
  expect(validityOf(nearnessOf([one]))).toBe(validity);
});

test('a log without waits cannot be judged', () => {
  const silent = {...day('a', 10, 1, 1), recorded: figures(null)};
  expect(validityOf(nearnessOf([silent]))).toBe('unknown');
});

/** A centre in which the wait is wrap-up times a load of the day, patience does nothing, and the truth is 30 s. */
const centre = (wrapUp: number) =>
  comparison([3, 5, 2, 6, 4, 1].map((load, i) => day(`d${i}`, 100, 30 * load, wrapUp * load)));

test('calibration finds a number on every other day, and says the error on the others', async () => {
  const asked: number[] = [];
  const free = [
    {name: 'wrapUp', values: [0, 10, 20, 25, 30, 35, 40], spread: 1, offset: 1},
    {name: 'patience', values: [0.5, 1, 2], spread: 1},
  ];
  const found = await calibrate({wrapUp: 20, patience: 1}, free, async ({wrapUp}) => {
    asked.push(wrapUp);
    return centre(wrapUp);
  });
  expect(found.after).toEqual({wrapUp: 30, patience: 1});
  expect(waitError(found.judged.before)).toBeCloseTo(-1 / 3, 12);
  expect(waitError(found.judged.after)).toBeCloseTo(0, 12);
  expect(found.judged.after.days).toBe(3);
  expect(found.simulations).toBe(asked.length);
});

test('days that are judged are never fitted to', async () => {
  // On the days judged another number would be right: it must not be found.
  const simulate = async ({wrapUp}: Readonly<Record<string, number>>) =>
    comparison([1, 2, 3, 4].map((load, i) => day(`d${i}`, 100, (i % 2 === 0 ? 30 : 10) * load, (wrapUp ?? 0) * load)));
  const {after, judged} = await calibrate({wrapUp: 20}, [{name: 'wrapUp', values: [10, 20, 30], spread: 1}], simulate);
  expect(after).toEqual({wrapUp: 30});
  expect(waitError(judged.after)).toBeCloseTo(2, 12);
  expect(halvesOf(await simulate({wrapUp: 0})).judged.map(({day: name}) => name)).toEqual(['d1', 'd3']);
});

test('a number that is well known moves less for a few days than one that is not', async () => {
  const found = async (spread: number) => {
    const free = [{name: 'wrapUp', values: Array.from({length: 41}, (_, i) => i), spread}];
    return (await calibrate({wrapUp: 20}, free, async ({wrapUp}) => centre(wrapUp))).after.wrapUp;
  };
  expect(await found(10)).toBe(30);
  // Three days of a spread of 0.15 and the log of 30 / 20 against a spread of 0.15: three quarters of the way.
  expect(await found(0.15)).toBe(27);
  expect(await found(0.01)).toBe(20);
});

test('what is off is told with a setting to try', () => {
  const off = comparison([day('a', 100, 20, 15)]);
  const hours = {
    ...off,
    byInterval: [8, 9].map((hour) => ({
      start: `2026-03-02T0${hour}:00`,
      startMs: 0,
      recordedMeanWaitSeconds: 20,
      simulatedMeanWaitSeconds: 20,
      recordedOffered: 50,
      simulatedOffered: 50,
    })),
    byHourOfDay: [8, 9].map((hour) => ({
      hour,
      recordedMeanWaitSeconds: 20,
      simulatedMeanWaitSeconds: hour === 8 ? 40 : 21,
      recordedWithin: null,
      simulatedWithin: null,
      recordedAbandonment: null,
      simulatedAbandonment: null,
    })),
  };
  const doubts = doubtsOf(hours, nearnessOf(off.byDay));
  expect(doubts.map(({where}) => where)).toEqual([
    'waits are 25 % too short',
    'from 08:00 waits are 40 s instead of 20 s',
  ]);
  expect(doubts[0]?.tries).toContain('--wrap-up');
  expect(doubtsOf(comparison([day('a', 100, 20, 20)]), nearnessOf([day('a', 100, 20, 20)]))).toEqual([]);
});
