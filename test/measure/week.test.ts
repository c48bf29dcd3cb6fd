import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {rehearse} from '../../src/experiment/index.ts';
import {WeekSums} from '../../src/measure/fold/week.ts';

const HOUR = 3_600_000;
/** Monday 2026-03-02, 00:00. */
const START = Date.UTC(2026, 2, 2);
const every = (ms: number) => (interval: number) => new Date(START + interval * ms).toISOString().slice(0, 16);
const valuesOf = (sums: WeekSums, metric: string) => sums.results()?.rows.find((row) => row.metric === metric)?.values;

test('quarters of an hour join to halves, weeks and replications to one week', () => {
  const sums = new WeekSums(HOUR / 4, every(HOUR / 4));
  const week = 7 * 24 * 4;
  for (const offered of [3, 5]) {
    sums.begin(0, 2 * week);
    for (const interval of [0, 1, week, week + 1]) {
      sums.add('offered', interval, offered, 0);
      sums.add('backlog', interval, offered, 0);
      sums.add('abandonment', interval, 1, offered);
    }
  }
  // Monday, midnight to half past: two quarters with 3 in one replication, with 5 in the other
  expect(valuesOf(sums, 'offered')?.slice(0, 2)).toEqual([8, 0]);
  expect(valuesOf(sums, 'backlog')?.[0]).toBe(4);
  expect(valuesOf(sums, 'abandonment')?.slice(0, 2)).toEqual([8 / 32, null]);
  expect(sums.results()?.rows.map(({metric}) => metric)).toEqual(['offered', 'abandonment', 'backlog']);
});

test('what is not wholly in the counted time is left out; of one day nothing is told', () => {
  const sums = new WeekSums(HOUR, every(HOUR));
  sums.begin(22, 26);
  for (let interval = 0; interval < 48; interval++) sums.add('offered', interval, 1, 0);
  const values = valuesOf(sums, 'offered') ?? [];
  expect(sums.results()?.minutes).toBe(60);
  expect(values.flatMap((value, cell) => (value === null ? [] : [cell]))).toEqual([22, 23, 24, 25]);
  expect(values[22]).toBe(1);
  const day = new WeekSums(HOUR, every(HOUR));
  day.begin(0, 24);
  expect(day.results()).toBeNull();
});

test('five days of an hour each cell: what was offered adds up', async () => {
  const loaded = load({file: 'scenarios/replay/scenario.yaml', replications: 1});
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  const values = results?.week?.rows.find(({metric}) => metric === 'offered')?.values ?? [];
  expect(values).toHaveLength(7 * 24);
  expect(values.slice(5 * 24).every((value) => value === null)).toBe(true);
  const offered = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  expect(offered).toBeCloseTo(results?.flow.total.offered?.value ?? 0, 6);
});
