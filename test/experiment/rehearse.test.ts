import {describe, expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import type {Loaded} from '../../src/experiment/index.ts';
import {rehearse, runReplication} from '../../src/experiment/index.ts';
import {runReplicationInTurns} from '../../src/experiment/runReplication.ts';
import type {Scenario} from '../../src/scenario/scenario.ts';
import {
  constantTime,
  exponentialTime,
  groupOf,
  ms,
  processOf,
  routingOf,
  scenarioOf,
  sourceOf,
  tableOf,
} from '../compile/scenarios.ts';

const loadedOf = (scenario: Scenario): Loaded => ({
  scenario,
  compiled: compile(scenario),
  hash: 'hash',
  openRows: () => {
    throw new Error('no log is replayed here');
  },
});
const run = async (scenario: Scenario, hooks: Partial<Parameters<typeof rehearse>[1]> = {}) =>
  rehearse({loaded: loadedOf(scenario), remote: null, version: '0'}, {workers: 1, ...hooks});

const steady = (perHour: number) =>
  ({kind: 'perHour', rate: perHour, swing: 0, periodMs: ms('1d'), peakMs: 0}) as const;

/** Three short calls for two agents, worked by hand: the third waits half a minute. */
const threeCalls = scenarioOf({
  until: {epochMs: Date.UTC(2026, 2, 2, 1)},
  demand: [
    sourceOf('calls', 'voice', {
      arrivals: {kind: 'at', atMs: [0, 10_000, 30_000]},
      wrapUp: {fixed: constantTime('20s')},
    }),
  ],
  workforce: [groupOf('agents', 2)],
  routing: routingOf({processes: [processOf('calls', {answerWithinMs: 20_000})]}),
});

describe('a rehearsal worked by hand', () => {
  test('from the scenario to the numbers', async () => {
    const {results, complete, stopped} = await run(threeCalls);
    expect([complete, stopped]).toEqual([1, false]);
    const value = (key: string) => results?.flow.total[key]?.value;
    // agents are busy until 1 m 20 s and 1 m 30 s: the third is answered at 1 m 20 s after 50 s
    expect(value('offered')).toBe(3);
    expect(value('completed')).toBe(3);
    expect(value('serviceLevel')).toBe(2 / 3);
    expect(value('wait')).toBe(50 / 3);
    expect(value('handleTime')).toBe(80);
    expect(value('backlogPeak')).toBe(3);
    expect(value('occupancy')).toBe((3 * 80) / (2 * 3600));
    expect(value('utilization')).toBe((3 * 80) / (2 * 3600));
    expect(results?.horizon).toMatchObject({
      from: '2026-03-02T00:00:00',
      to: '2026-03-02T01:00:00',
      days: ['2026-03-02'],
    });
    expect(results?.agents.map(({answered}) => answered)).toEqual([2, 1]);
    expect(results?.warnings).toEqual([]);
  });

  test('drained, time counts to the end of the last item', async () => {
    const {results} = await run({...threeCalls, until: {epochMs: Date.UTC(2026, 2, 2, 0, 1)}, atEnd: 'drain'});
    // the last wrap-up ends at 2 m 40 s
    expect(results?.flow.total.occupancy?.value).toBe((3 * 80) / (2 * 160));
    expect(results?.balance).toMatchObject({created: 3, completed: 3, inHand: 0, waiting: 0});
  });

  test('after a number of arrivals, the run ends itself; everybody is paid until then', async () => {
    const {results} = await run({
      ...threeCalls,
      until: {arrivals: 2},
      atEnd: 'drain',
      workforce: [groupOf('agents', 2, {costPerHour: 36})],
    });
    expect(results?.balance).toMatchObject({created: 2, completed: 2});
    expect(results?.flow.total.occupancy?.value).toBeCloseTo(160 / (2 * 90), 10);
    expect(results?.flow.total.paidHours?.value).toBeCloseTo((2 * 90) / 3600, 10);
    expect(results?.flow.total.cost?.value).toBeCloseTo(36 * ((2 * 90) / 3600), 10);
    expect(results?.horizon.days).toEqual(['2026-03-02']);
  });
});

/** A small blended centre in which everything is random. */
const random = scenarioOf({
  until: {epochMs: Date.UTC(2026, 2, 2, 8)},
  replications: 4,
  reportBy: ['segment'],
  demand: [
    sourceOf('calls', 'voice', {
      arrivals: steady(60),
      attributes: {
        segment: {
          kind: 'shares',
          values: [
            {value: 'Gold', share: 0.2},
            {value: 'Other', share: 0.8},
          ],
        },
      },
      handleTime: {fixed: exponentialTime('4m')},
      patience: {fixed: exponentialTime('2m')},
    }),
    sourceOf('mail', 'email', {arrivals: steady(20), handleTime: {fixed: exponentialTime('6m')}}),
  ],
  workforce: [groupOf('agents', 6)],
  routing: routingOf({
    processes: [processOf('calls', {answerWithinMs: 20_000}), processOf('mail', {slaMs: ms('2h')})],
    segmentation: tableOf(['channel'], [[['voice'], 'calls']], 'mail'),
  }),
  goals: [
    {
      metric: 'serviceLevel',
      of: {attribute: {name: 'segment', value: 'Gold'}},
      params: {},
      limit: {kind: 'atLeast', value: 0.5},
      text: 'gold',
    },
  ],
});

describe('replications', () => {
  test('each has draws of its own; the same seed gives the same bytes', async () => {
    const [once, again] = [await run(random), await run(random)];
    expect(JSON.stringify(once.results)).toBe(JSON.stringify(again.results));
    expect(once.results?.flow.total.wait?.halfWidth).toBeGreaterThan(0);
    expect(Object.keys(once.results?.flow.attribute.segment ?? {})).toEqual(['', 'Gold', 'Other']);
    const other = await run({...random, seed: '2'});
    expect(other.results?.flow.total.wait?.value).not.toBe(once.results?.flow.total.wait?.value);
  });

  test('do not depend on what ran before in the same thread', () => {
    const loaded = loadedOf(random);
    runReplication(loaded, 0);
    runReplication(loaded, 1);
    expect(runReplication(loaded, 2)).toEqual(runReplication(loadedOf(random), 2));
  });

  test('cut into turns they come to the same', async () => {
    const whole = runReplication(loadedOf(random), 1);
    expect(await runReplicationInTurns(loadedOf(random), 1, async () => true)).toEqual(whole);
  });

  test('are told one by one, and stop when asked, keeping what is complete', async () => {
    const controller = new AbortController();
    const told: string[] = [];
    const {results, complete, stopped} = await run(random, {
      signal: controller.signal,
      onReplication: (done, total) => {
        told.push(`${done} of ${total}`);
        if (done === 2) controller.abort();
      },
    });
    expect(told).toEqual(['1 of 4', '2 of 4']);
    expect([complete, stopped, results?.replications]).toEqual([2, true, 2]);
    const short = await run({...random, replications: 2});
    expect(JSON.stringify(results)).toBe(JSON.stringify(short.results));
  });

  test('tell in between how far the one at hand is', async () => {
    const told: [number, number][] = [];
    await run({...random, replications: 2}, {onProgress: (complete, share) => told.push([complete, share])});
    const shares = (of: number) => told.filter(([complete]) => complete === of).map(([, share]) => share);
    for (const each of [shares(0), shares(1)]) {
      expect(each.length).toBeGreaterThan(10);
      expect(each).toEqual([...each].sort((a, b) => a - b));
      expect([each[0], (each.at(-1) ?? 0) <= 1]).toEqual([0, true]);
    }
  });

  test('stopped before the first there is no result', async () => {
    const {results, complete, stopped} = await run(random, {signal: AbortSignal.abort()});
    expect([results, complete, stopped]).toEqual([null, 0, true]);
  });
});

describe('findings', () => {
  test('nothing arrived', async () => {
    const {results} = await run(scenarioOf({demand: [sourceOf('calls', 'voice', {arrivals: {kind: 'at', atMs: []}})]}));
    expect(results?.warnings.map(({kind}) => kind)).toEqual(['no arrivals']);
    expect(results?.flow.total.serviceLevel).toEqual({value: null, halfWidth: null});
  });
  test('a load far above capacity, a rule that never matched', async () => {
    const {results} = await run({
      ...random,
      replications: 1,
      workforce: [groupOf('agents', 1)],
      routing: routingOf({
        processes: [processOf('calls'), processOf('never')],
        segmentation: tableOf(['channel'], [[['fax'], 'never']], 'calls'),
      }),
    });
    expect(results?.warnings.map(({kind}) => kind)).toEqual(['overload', 'rule never matched']);
  });
});
