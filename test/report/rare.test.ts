import {expect, test} from 'vitest';
import type {Results} from '../../src/measure/results.ts';
import {recordedByHour} from '../../src/report/charts/recordedByHour.ts';
import {recordedByScope} from '../../src/report/charts/recordedByScope.ts';
import {fixture} from './fixture.ts';

const {recorded} = fixture;
if (!recorded) throw new Error('the fixture has nothing recorded');
const [all, ...others] = recorded.rows;
if (!all) throw new Error('the fixture has no rows');
const rare = {...all, scope: 'process wrong numbers', offered: 1, recorded: {...all.recorded, meanWaitSeconds: 9999}};
const morning = recorded.byHourOfDay.find(({hour}) => hour === 9);
const results: Results = {
  ...fixture,
  recorded: {
    ...recorded,
    rows: [all, ...others, rare],
    byHourOfDay: recorded.byHourOfDay.map((row) =>
      row.hour === 3 ? {...row, ...morning, hour: 3, recordedMeanWaitSeconds: 9999} : row,
    ),
    byInterval: recorded.byInterval.map((row) => (row.start.includes('T03:00') ? {...row, recordedOffered: 1} : row)),
  },
};

test('what hardly ever happened stretches no axis, and is said to be left out', () => {
  expect(recorded.byInterval.some(({start}) => start.includes('T03:00'))).toBe(true);
  for (const [chart, said] of [
    [recordedByScope, '1 process with fewer than one in 500 contacts'],
    [recordedByHour, '1 hour with fewer than one in 500 contacts'],
  ] as const) {
    expect(JSON.stringify(chart.spec(results))).toContain(`Left out: ${said}`);
    expect(JSON.stringify(chart.spec(results))).not.toContain('9999');
    expect(JSON.stringify(chart.spec(fixture))).not.toContain('Left out');
  }
});
