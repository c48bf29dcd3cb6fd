import {expect, test} from 'vitest';
import type {GoalResult, IntervalRow, Results} from '../../src/measure/results.ts';
import {troubleOf} from '../../src/report/goalTrouble.ts';
import {goalsInFullTable} from '../../src/report/tables/goalsInFull.ts';
import {fixture} from './fixture.ts';

const hours = ['09:00', '10:00', '11:00', '12:00'].map((at) => `2026-03-02T${at}`);

/** A desk of four hours, so many offered and answered in time in each. */
function desk(offered: readonly number[], level: readonly (number | null)[], horizon: object = {}): Results {
  const row = {
    ...fixture.intervals.rows[0],
    process: 'calls',
    channel: 'voice',
    offered,
    abandoned: offered.map((count) => count / 10),
    serviceLevel: level.map((value) => ({value, halfWidth: null})),
  } as unknown as IntervalRow;
  return {
    ...fixture,
    horizon: {...fixture.horizon, from: hours[0] ?? '', to: '2026-03-02T13:00', ...horizon},
    intervals: {start: hours, startMs: hours.map((_, i) => i * 3_600_000), rows: [row], groups: []},
  };
}

const goal = (value: number, change: Partial<GoalResult> = {}): GoalResult => ({
  text: 'service level at least 80%',
  metric: 'serviceLevel',
  estimate: {value, halfWidth: null},
  limit: {kind: 'atLeast', value: 0.8},
  onDays: null,
  verdict: 'missed',
  judged: 40,
  ...change,
});

test('in trouble since the value up to then stays on the wrong side, not since the first bad interval', () => {
  // up to each hour: 0.7, (7 + 10) / 20 = 0.85, (17 + 4) / 30 = 0.7, (21 + 8) / 40 = 0.725
  const results = desk([10, 10, 10, 10], [0.7, 1, 0.4, 0.8]);
  expect(troubleOf(results, goal(0.725))).toEqual({judged: 4, beyond: 2, since: hours[2]});
});

test('intervals weigh by what was offered; of nothing there is nothing to judge', () => {
  // 90 of 100, then 0 of 10: still 0.818
  const results = desk([100, 0, 10, 0], [0.9, null, 0, null]);
  expect(troubleOf(results, goal(0.9 * (100 / 110), {verdict: 'met'}))).toEqual({judged: 2, beyond: 1, since: null});
  expect(troubleOf(desk([0, 0, 0, 0], [null, null, null, null]), goal(0.5))).toBe(null);
});

test('what is not counted is in no trouble', () => {
  const results = desk([10, 10, 10, 10], [0, 0.9, 0.7, 0], {warmUpSeconds: 3600, coolDownSeconds: 3600});
  expect(troubleOf(results, goal(0.7))).toEqual({judged: 2, beyond: 1, since: null});
});

test('at most, and of days', () => {
  const results = desk([10, 10, 10, 10], [1, 1, 1, 1]);
  const abandonment = {metric: 'abandonment', limit: {kind: 'atMost', value: 0.05}} as const;
  expect(troubleOf(results, goal(0.1, abandonment))).toEqual({judged: 4, beyond: 4, since: hours[0]});
  expect(troubleOf(results, goal(0.1, {...abandonment, onDays: 0.9}))?.since).toBe(null);
});

test('another limit of time, another metric or scope is not read off the intervals', () => {
  const results = {
    ...desk([10, 10, 10, 10], [0, 0, 0, 0]),
    promises: {calls: {answerWithinSeconds: 20, slaSeconds: null}},
  };
  expect(troubleOf(results, goal(0, {withinSeconds: 20}))?.since).toBe(hours[0]);
  expect(troubleOf(results, goal(0, {withinSeconds: 30}))).toBe(null);
  expect(troubleOf(results, goal(0, {metric: 'handleTime'}))).toBe(null);
  expect(troubleOf(results, goal(0, {of: {source: 'line'}}))).toBe(null);
});

test('margins are negative on the wrong side, whichever that is', () => {
  const table = goalsInFullTable(fixture);
  const at = table?.columns.findIndex(({label}) => label === 'margin') ?? -1;
  expect(table?.rows.slice(0, 4).map((row) => row[at])).toEqual(['+1.2', '-2.9', '+0.3s', '+2.5']);
});
