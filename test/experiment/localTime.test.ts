import {expect, test} from 'vitest';
import {localTimeOf} from '../../src/experiment/index.ts';
import {scenarioOf} from '../compile/scenarios.ts';

const HOUR = 3_600_000;

test('local time across the night when clocks go back, whatever the intervals', () => {
  const scenario = {
    ...scenarioOf({}),
    zone: 'Europe/Madrid',
    fromEpochMs: Date.UTC(2026, 9, 24, 22), // 25 October, midnight in Madrid
  };
  const at = localTimeOf({scenario});
  expect([0, 2 * HOUR, 3 * HOUR, 3.5 * HOUR, 25 * HOUR, -HOUR].map(at)).toEqual([
    '2026-10-25T00:00:00',
    '2026-10-25T02:00:00',
    '2026-10-25T02:00:00',
    '2026-10-25T02:30:00',
    '2026-10-26T00:00:00',
    '2026-10-24T23:00:00',
  ]);
});
