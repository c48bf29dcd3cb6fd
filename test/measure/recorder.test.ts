import {describe, expect, test} from 'vitest';
import {AGENT} from '../../src/engine/observer.ts';
import type {GoalSpec, Scenario} from '../../src/scenario/scenario.ts';
import {groupOf, processOf, routingOf, scenarioOf, sourceOf, tableOf} from '../compile/scenarios.ts';
import {HOUR, MINUTE, Play, SECOND} from './play.ts';

const goal = (rest: Partial<GoalSpec> & {metric: string}): GoalSpec => ({
  of: {},
  params: {},
  limit: {kind: 'atLeast', value: 0.5},
  text: rest.metric,
  ...rest,
});

/** One voice process with a limit of 20 s, half-hour intervals, two hours. */
const calls = (rest: Partial<Scenario> = {}) =>
  scenarioOf({
    until: {epochMs: Date.UTC(2026, 2, 2, 2)},
    routing: routingOf({processes: [processOf('calls', {answerWithinMs: 20 * SECOND})]}),
    ...rest,
  });

describe('items by arrival', () => {
  // answered after 0 s, 20 s, 25 s, 6 s (redial); abandoned after 4 s, 15 s; one rejected; one waits at the end
  const play = () => {
    const it = new Play(calls({workforce: [groupOf('agents', 2)]}));
    const first = it.arrive(0);
    it.answer(first, 0, 0);
    const second = it.arrive(10 * SECOND, {wrapUpMs: 30 * SECOND});
    const third = it.arrive(12 * SECOND);
    it.answer(second, 30 * SECOND, 1);
    it.abandon(third, 16 * SECOND);
    it.complete(first, 60 * SECOND, 0);
    const fourth = it.arrive(29 * MINUTE + 50 * SECOND);
    it.reject(it.arrive(29 * MINUTE + 55 * SECOND), 29 * MINUTE + 55 * SECOND);
    it.answer(fourth, 30 * MINUTE + 15 * SECOND, 0);
    it.complete(second, 40 * MINUTE, 1);
    const fifth = it.arrive(45 * MINUTE);
    it.abandon(fifth, 45 * MINUTE + 15 * SECOND);
    const sixth = it.arrive(50 * MINUTE, {redial: 1});
    it.answer(sixth, 50 * MINUTE + 6 * SECOND, 1, -1);
    it.complete(sixth, 51 * MINUTE, 1);
    it.arrive(100 * MINUTE);
    return it;
  };
  const {total} = play().results(2 * HOUR).flow;
  const value = (key: string) => total[key]?.value;

  test('counts', () => {
    expect(value('offered')).toBe(7);
    expect(value('answered')).toBe(4);
    expect(value('abandoned')).toBe(2);
    expect(value('rejected')).toBe(1);
    expect(value('completed')).toBe(3);
    expect(value('redials')).toBe(1);
    expect(value('throughput')).toBe(3 / 2);
  });

  test('every formula of service level differs', () => {
    expect(value('serviceLevel')).toBe(3 / 7); // 0, 20 and 6 s of seven
    expect(value('serviceLevelOfAnswered')).toBe(3 / 4);
    expect(value('serviceLevelWithAbandoned')).toBe(5 / 7);
    expect(value('serviceLevelExcludingAbandonedInTime')).toBe(3 / 5);
    expect(value('serviceLevelWithShortAbandons')).toBe(4 / 7);
    expect(value('serviceLevelExcludingShortAbandons')).toBe(3 / 6);
    expect(value('serviceLevelExcludingAbandoned')).toBe(3 / 5);
  });

  test('waits', () => {
    expect(value('wait')).toBe((0 + 20 + 25 + 6 + 4 + 15) / 6);
    expect(value('speedOfAnswer')).toBe((0 + 20 + 25 + 6) / 4);
    expect(value('delayed')).toBe(5 / 6);
    expect(value('abandonment')).toBe(2 / 7);
    expect(value('waitQuantile50')).toBeCloseTo(6, 1); // third of 0 4 6 15 20 25
    expect(value('waitQuantile95')).toBeCloseTo(25, 0);
  });

  test('handle time is from answer to the end of the wrap-up', () => {
    const second = 40 * 60 - 30 + 30;
    expect(value('handleTime')).toBe((60 + second + 54) / 3);
  });

  test('balance, backlog and peak', () => {
    const results = play().results(2 * HOUR);
    const {created, rejected, completed, abandoned, inHand, waiting, redials} = results.balance;
    expect([created, rejected, completed, abandoned, inHand, waiting, redials]).toEqual([8, 1, 3, 2, 1, 1, 1]);
    expect(value('backlogAtEnd')).toBe(2);
    expect(value('backlogPeak')).toBe(3); // the first three at 12 s; the rejected one never counts
  });

  test('intervals are by arrival, stocks at their start', () => {
    const [row] = play().results(2 * HOUR).intervals.rows;
    expect(row?.offered).toEqual([4, 2, 0, 1]);
    expect(row?.answered).toEqual([3, 1, 0, 0]);
    expect(row?.abandoned).toEqual([1, 1, 0, 0]);
    expect(row?.rejected).toEqual([1, 0, 0, 0]);
    expect(row?.serviceLevel.map(({value: it}) => it)).toEqual([2 / 4, 1 / 2, null, 0]);
    expect(row?.meanWaitSeconds).toEqual([(0 + 20 + 4 + 25) / 4, (15 + 6) / 2, null, null]);
    expect(row?.backlogNotStarted).toEqual([0, 1, 0, 0]);
    expect(row?.backlogInHand).toEqual([0, 1, 1, 1]);
  });

  test('targets, groups, rules, log', () => {
    const it = play();
    const results = it.results(2 * HOUR);
    expect(results.targets).toEqual([
      {process: 'calls', target: 'preferred agent', answered: 1, meanWaitSeconds: 6},
      {process: 'calls', target: expect.any(String), answered: 3, meanWaitSeconds: 15},
    ]);
    expect(results.takenBy).toEqual([
      {process: 'calls', step: 0, group: 'agents', answered: 1},
      {process: 'calls', step: 1, group: 'agents', answered: 3},
    ]);
    expect(results.rules.map(({hits}) => hits)).toEqual([8]);
    expect(results.agents.map(({answered}) => answered)).toEqual([2, 2]);
    expect(it.log.rows).toBe(8);
    const [chunk] = it.log.chunks;
    expect([...(chunk?.outcome.slice(0, 8) ?? [])]).toEqual([2, 2, 3, 1, 4, 3, 2, 0]);
    expect(chunk?.answeredMs[1]).toBe(30 * SECOND);
    expect(chunk?.wrapUpMs[1]).toBe(30 * SECOND);
    expect(chunk?.stage[6]).toBe(-1);
  });
});

describe('a goal with limits of its own', () => {
  test('within replaces the limit of the process, for every item', () => {
    const it = new Play(
      calls({
        routing: routingOf({processes: [processOf('work')]}),
        goals: [
          goal({metric: 'serviceLevel', params: {withinMs: 10 * SECOND}}),
          goal({metric: 'serviceLevel', params: {withinMs: 30 * SECOND}}),
          goal({metric: 'serviceLevel'}),
        ],
      }),
    );
    it.answer(it.arrive(0), 10 * SECOND);
    it.answer(it.arrive(60 * SECOND), 71 * SECOND);
    it.arrive(100 * SECOND);
    const {goals} = it.results(2 * HOUR);
    expect(goals.map(({estimate}) => estimate.value)).toEqual([1 / 3, 2 / 3, null]);
    expect(goals.map(({verdict}) => verdict)).toEqual(['missed', 'met', 'nothing to judge']);
    expect(goals.map(({judged}) => judged)).toEqual([3, 3, 0]);
  });
});

describe('due dates', () => {
  const work = (rest: Partial<Scenario> = {}) =>
    scenarioOf({until: {epochMs: Date.UTC(2026, 2, 2, 4)}, intervalMs: HOUR, ...rest});

  test('cohorts: exactly at the due instant is in time, open and not yet due is judged neither way', () => {
    const it = new Play(work());
    const inTime = it.arrive(0, {dueMs: HOUR});
    const late = it.arrive(0, {dueMs: HOUR});
    const gone = it.arrive(0, {dueMs: 2 * HOUR});
    it.arrive(0, {dueMs: 3 * HOUR}); // never taken: overdue at the end
    it.arrive(0, {dueMs: 5 * HOUR}); // undetermined
    const early = it.arrive(0, {dueMs: 6 * HOUR});
    it.reject(it.arrive(0, {dueMs: HOUR}), 0);
    it.answer(inTime, 10);
    it.answer(late, 20);
    it.complete(inTime, HOUR);
    it.complete(late, HOUR + 1);
    it.abandon(gone, HOUR + 2);
    it.answer(early, 2 * HOUR);
    it.complete(early, 3 * HOUR);
    const results = it.results(4 * HOUR);
    const value = (key: string) => results.flow.total[key]?.value;
    expect(value('slaAttainment')).toBe(2 / 5);
    expect(value('due')).toBe(5);
    expect(value('undetermined')).toBe(1);
    expect(value('overdue')).toBe(1);
    const [row] = results.intervals.rows;
    expect(row?.slaAttainment.map(({value: share}) => share)).toEqual([null, 1 / 2, 0, 0]);
    // at 2 h nothing is overdue any more (late was done at 1 h and 1 ms); at 4 h, the end, the fourth is
    expect(row?.backlogOverdue).toEqual([0, 0, 0, 0]);
  });

  test('an initial backlog is there at the start, overdue at once where it is', () => {
    const it = new Play(work());
    const old = it.arrive(0, {arrivedMs: -5 * HOUR, dueMs: -HOUR});
    it.arrive(0, {arrivedMs: -HOUR, dueMs: HOUR});
    it.answer(old, HOUR);
    it.complete(old, 2 * HOUR);
    const results = it.results(4 * HOUR);
    const [row] = results.intervals.rows;
    expect(row?.backlogNotStarted).toEqual([2, 2, 1, 1]);
    expect(row?.backlogInHand).toEqual([0, 0, 1, 0]);
    expect(row?.backlogOverdue).toEqual([1, 1, 2, 1]);
    expect(results.flow.total.offered?.value).toBe(2);
    expect(results.flow.total.speedOfAnswer?.value).toBe(6 * 3600);
    expect(results.flow.total.slaAttainment?.value).toBe(0);
  });

  test('a goal may allow another time, on the clock of the process', () => {
    const office = {
      open: {mon: [{fromMs: HOUR, toMs: 3 * HOUR}], tue: [], wed: [], thu: [], fri: [], sat: [], sun: []},
    };
    const it = new Play(
      work({
        calendars: {office: {...office, closed: []}},
        routing: routingOf({processes: [processOf('work', {clock: 'office', slaMs: 10 * HOUR})]}),
        goals: [
          goal({metric: 'slaAttainment', params: {withinMs: HOUR}}),
          goal({metric: 'slaAttainment', params: {withinMs: 3 * HOUR}}),
        ],
      }),
    );
    const first = it.arrive(0); // due 2 h with 1 h of open time
    const second = it.arrive(0);
    it.answer(first, 1);
    it.answer(second, 1);
    it.complete(first, 2 * HOUR);
    it.complete(second, 2 * HOUR + 1);
    it.arrive(HOUR);
    const {goals} = it.results(4 * HOUR);
    expect(goals.map(({estimate}) => estimate.value)).toEqual([1 / 3, 1]);
    expect(goals.map(({judged}) => judged)).toEqual([3, 2]);
  });
});

describe('the counted time', () => {
  test('items that arrive outside are no flow, but they are stocks', () => {
    const it = new Play(calls({warmUpMs: 30 * MINUTE, coolDownMs: 30 * MINUTE, workforce: [groupOf('agents', 1)]}));
    it.become(0, AGENT.ready, 0, 0);
    it.arrive(10 * MINUTE);
    const second = it.arrive(40 * MINUTE);
    it.become(0, AGENT.busy, 1, 45 * MINUTE);
    it.answer(second, 45 * MINUTE);
    it.arrive(90 * MINUTE); // the cool-down begins
    it.complete(second, 100 * MINUTE);
    it.become(0, AGENT.ready, 0, 100 * MINUTE);
    const results = it.results(2 * HOUR, new Float64Array(4).fill(30 * MINUTE));
    const value = (key: string) => results.flow.total[key]?.value;
    expect(value('offered')).toBe(1);
    expect(value('completed')).toBe(1);
    expect(value('throughput')).toBe(0); // completed after the counted time
    expect(value('backlogAtEnd')).toBe(2);
    expect(value('backlogPeak')).toBe(2);
    expect(results.balance.created).toBe(3);
    expect(results.intervals.rows[0]?.backlogNotStarted).toEqual([0, 1, 1, 1]);
    expect(value('occupancy')).toBe(45 / 60); // 45 to 90 of 30 to 90
    expect(value('utilization')).toBe(45 / 60);
    expect(value('paidHours')).toBe(1);
    expect(results.intervals.groups[0]?.occupancy).toEqual([0, 1 / 2, 1, 1 / 3]);
  });
});

describe('agents', () => {
  test('states, cut at intervals', () => {
    const it = new Play(calls({workforce: [groupOf('first', 1, {costPerHour: 30}), groupOf('second', 1)]}));
    const at = (minute: number) => minute * MINUTE;
    it.become(0, AGENT.ready, 0, 0);
    it.become(0, AGENT.busy, 1, at(20));
    it.become(0, AGENT.busy, 2, at(25));
    it.become(0, AGENT.ringing, 1, at(40));
    it.become(0, AGENT.notReady, 0, at(41));
    it.become(0, AGENT.resting, 0, at(45));
    it.become(0, AGENT.overtime, 1, at(60));
    it.become(0, AGENT.off, 0, at(70));
    const paid = new Float64Array(8);
    for (let interval = 0; interval < 2; interval++) paid[2 * interval] = 30 * MINUTE;
    const results = it.results(2 * HOUR, paid);
    const {first, second} = results.group;
    expect(first?.occupancy?.value).toBe(20 / 40);
    expect(first?.utilization?.value).toBe(20 / 60);
    expect(first?.busyShare?.value).toBe(30 / 60);
    expect(first?.concurrency?.value).toBe((5 + 2 * 15 + 1 + 10) / (20 + 1 + 10));
    expect(first?.overtime?.value).toBe(600);
    expect(first?.paidHours?.value).toBe(1);
    expect(first?.cost?.value).toBe(30);
    expect(first?.agentsOnDuty?.value).toBe(0.5);
    expect(second?.cost?.value).toBeNull();
    expect(second?.occupancy?.value).toBeNull();
    expect(results.agents[0]).toMatchObject({
      group: 'first',
      onDutySeconds: 3600,
      busySeconds: 1200,
      readySeconds: 1200,
      ringingSeconds: 60,
      restingSeconds: 900,
      notReadySeconds: 240,
      overtimeSeconds: 600,
    });
    const [group] = results.intervals.groups;
    expect(group?.onDutyAgents).toEqual([1, 1, 0, 0]);
    expect(group?.busyAgents).toEqual([10 / 30, 10 / 30, 10 / 30, 0]);
    expect(group?.paidAgents).toEqual([1, 1, 0, 0]);
    expect(group?.occupancy).toEqual([10 / 30, 1, null, null]);
  });
});

test('probes say who waits and who is free', () => {
  const it = new Play(
    calls({
      measureAtMs: [MINUTE],
      workforce: [groupOf('agents', 3)],
      demand: [sourceOf('a', 'voice'), sourceOf('b', 'chat')],
      routing: routingOf({
        processes: [processOf('calls'), processOf('chats')],
        segmentation: tableOf(['channel'], [[['voice'], 'calls']], 'chats'),
      }),
    }),
  );
  it.become(0, AGENT.busy, 1, 0);
  it.become(1, AGENT.overtime, 1, 0);
  it.become(2, AGENT.ready, 0, 0);
  it.arrive(1, {source: 1});
  it.arrive(2, {source: 1});
  it.abandon(it.arrive(3), 4);
  it.at(MINUTE).measured(0);
  const [probe] = it.results(2 * HOUR).probes;
  expect(probe?.waiting.calls?.value).toBe(0);
  expect(probe?.waiting.chats?.value).toBe(2);
  expect([probe?.busyAgents.value, probe?.freeAgents.value, probe?.allBusy.value]).toEqual([2, 1, 0]);
});

test('a broken balance is not passed over', () => {
  const it = new Play(calls());
  const item = it.arrive(0);
  it.items.release(item); // lost: nobody was told
  expect(() => it.results(2 * HOUR)).toThrow('the balance of items is broken');
});

test('goals by day are judged day by day', () => {
  const day = 24 * HOUR;
  const onDays = (rest: Partial<GoalSpec> & {metric: string}) => goal({onDays: 0.5, ...rest});
  const it = new Play(
    calls({
      until: {epochMs: Date.UTC(2026, 2, 5)},
      goals: [
        onDays({metric: 'serviceLevel', limit: {kind: 'atLeast', value: 0.6}}),
        onDays({metric: 'wait', params: {quantile: 0.5}, limit: {kind: 'atMost', value: 30.3}}),
        onDays({metric: 'backlog', params: {at: 'end'}, limit: {kind: 'atMost', value: 0}}),
        onDays({metric: 'backlog', params: {at: 'peak'}, limit: {kind: 'atMost', value: 1}}),
        onDays({metric: 'occupancy', of: {group: 'agents'}, limit: {kind: 'atMost', value: 0.1}}),
        goal({metric: 'backlog', params: {at: {ms: day + 4 * HOUR}}, limit: {kind: 'atMost', value: 1}}),
      ],
    }),
  );
  it.become(0, AGENT.ready, 0, 0);
  const good = it.arrive(HOUR);
  it.answer(good, HOUR + 20 * SECOND);
  it.complete(good, 2 * HOUR);
  it.become(0, AGENT.busy, 1, day);
  const [late, soon] = [it.arrive(day + HOUR), it.arrive(day + HOUR)];
  it.answer(soon, day + HOUR + 30 * SECOND);
  it.complete(soon, day + 2 * HOUR);
  it.become(0, AGENT.ready, 0, day + 12 * HOUR);
  it.answer(late, 2 * day + HOUR); // one in hand over the border; nothing arrives on the third day
  it.complete(late, 2 * day + 2 * HOUR);
  const {goals} = it.results(3 * day);
  expect(goals.map(({judged}) => judged)).toEqual([2, 2, 3, 3, 3, 3]);
  expect(goals.map(({estimate}) => estimate.value)).toEqual([1 / 2, 1, 2 / 3, 2 / 3, 2 / 3, 1]);
});
