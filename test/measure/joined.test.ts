import {expect, test} from 'vitest';
import {groupOf, processOf, routingOf, scenarioOf} from '../compile/scenarios.ts';
import {HOUR, MINUTE, Play, SECOND} from './play.ts';

const DAY = 24 * HOUR;

/** Calls on the second of three days, one every ten minutes; in each replication others are answered in time. */
function replication(number: number, days: number) {
  const it = new Play(
    scenarioOf({
      until: {epochMs: Date.UTC(2026, 2, 2 + days)},
      intervalMs: 30 * MINUTE,
      routing: routingOf({processes: [processOf('calls', {answerWithinMs: 20 * SECOND, slaMs: HOUR})]}),
      workforce: [groupOf('agents', 1)],
      warmUpMs: HOUR,
    }),
  );
  it.replication = number;
  for (let k = 0; k < 60; k++) {
    const at = DAY + 8 * HOUR + k * 10 * MINUTE;
    const item = it.arrive(at, {dueMs: at + HOUR});
    it.answer(item, at + (k % (number + 6)) * 5 * SECOND);
    it.complete(item, at + 8 * MINUTE);
  }
  return {it, facts: it.facts(days * DAY)};
}

test('by day, the estimate is that of the items of the day', () => {
  const runs = [0, 1, 2].map((number) => replication(number, 3));
  const results = runs[0]?.it.fold(runs.map(({facts}) => facts));
  const [hour, day] = results?.intervals.joined ?? [];
  expect([hour?.point, hour?.start.length, day?.point]).toEqual(['hour', 72, 'day']);
  expect(day?.start.map((at) => at.slice(0, 10))).toEqual(results?.horizon.days);
  const total = results?.flow.total;
  const [before, levels, after] = day?.rows[0]?.serviceLevel ?? [];
  expect(levels?.value).toBe(total?.serviceLevel?.value);
  expect(levels?.halfWidth).toBeCloseTo(total?.serviceLevel?.halfWidth ?? Number.NaN, 12);
  expect(levels?.halfWidth).toBeGreaterThan(0);
  expect([before?.value, after?.value]).toEqual([null, null]);
  expect(day?.rows[0]?.slaAttainment[1]).toEqual({value: 1, halfWidth: 0});
  // eight in the morning: six calls a replication
  const six = results?.intervals.rows[0]?.serviceLevel.slice(2 * 32, 2 * 32 + 2).map(({value}) => value ?? Number.NaN);
  expect(hour?.rows[0]?.serviceLevel[32]?.value).toBeCloseTo(((six?.[0] ?? 0) + (six?.[1] ?? 0)) / 2, 12);
  expect(day?.groups).toHaveLength(1);
});

test('results say what was promised, what is judged by interval and what is not counted', () => {
  const {it, facts} = replication(0, 3);
  const {promises, horizon, intervals} = it.fold([facts]);
  expect(promises).toEqual({calls: {answerWithinSeconds: 20, slaSeconds: 3600}});
  expect([horizon.warmUpSeconds, 'coolDownSeconds' in horizon]).toEqual([3600, false]);
  expect(intervals.rows[0]?.judgedDue?.reduce((a, b) => a + b)).toBe(60);
});

test('few intervals are not joined', () => {
  const {it, facts} = replication(0, 2);
  expect(it.fold([facts]).intervals.joined).toBeUndefined();
});
