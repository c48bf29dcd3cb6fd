/** Who goes first? Every candidate with what is compared, in the order of choice. By hand. */
import {describe, expect, test} from 'vitest';
import {decisionsOf, toldOf} from '../told.ts';

test('the item of highest priority; of these the longest in routing; of these the first to come', async () => {
  expect(
    (
      await decisionsOf(`
demand:
  - { source: blk, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s }
  - { source: a, channel: v, arrivals: { at: [ 10s ] }, handleTime: 10s }
  - { source: d, channel: v, arrivals: { at: [ 10s ] }, handleTime: 10s }
  - { source: b, channel: v, arrivals: { at: [ 20s ] }, handleTime: 10s }
  - { source: c, channel: v, arrivals: { at: [ 15s ] }, handleTime: 10s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ 'b, c' ], then: hi } ], otherwise: lo }
  processes: { lo: { priority: five }, hi: { priority: seven } }
  priorities: { five: { fixed: 5 }, seven: { fixed: 7 } }
workforce: [ { group: t, agents: 1 } ]`)
    ).slice(1),
  ).toEqual([
    '100s c.0 -> t 1 [everyone, 7] items; items c.0 7 85s | b.0 7 80s | a.0 5 90s | d.0 5 90s',
    '110s b.0 -> t 1 [everyone, 7] items; items b.0 7 90s | a.0 5 100s | d.0 5 100s',
    '120s a.0 -> t 1 [everyone, 5] items; items a.0 5 110s | d.0 5 110s',
    '130s d.0 -> t 1 [everyone, 5] items',
  ]);
});

test('two agents free and two items alike in one instant: the first item to the first agent', async () => {
  expect(
    await decisionsOf(`
demand: [ { source: c, channel: v, arrivals: { at: [ 5s, 5s ] }, handleTime: 10s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: t, agents: 2 } ]`),
  ).toEqual([
    '5s c.0 -> t 1 [everyone, 0] pairs; agents t 1 idle 5s | t 2 idle 5s; items c.0 0 0s | c.1 0 0s',
    '5s c.1 -> t 2 [everyone, 0] pairs',
  ]);
});

test('what comes later is not served before it comes, however urgent', async () => {
  // the agent is free at 10, the urgent one comes at 11
  expect(
    (
      await decisionsOf(`
demand:
  - { source: low, channel: v, arrivals: { at: [ 0s, 1s, 2s ] }, handleTime: 10s }
  - { source: high, channel: v, arrivals: { at: [ 11s ] }, handleTime: 10s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ high ], then: hi } ], otherwise: lo }
  processes: { lo: { priority: one }, hi: { priority: two } }
  priorities: { one: { fixed: 1 }, two: { fixed: 2 } }
workforce: [ { group: a, agents: 1 } ]`)
    ).slice(1),
  ).toEqual([
    '10s low.1 -> a 1 [everyone, 1] items; items low.1 1 9s | low.2 1 8s',
    '20s high.0 -> a 1 [everyone, 2] items; items high.0 2 9s | low.2 1 18s',
    '30s low.2 -> a 1 [everyone, 1] items',
  ]);
});

describe('the agent', () => {
  const decided = async (agent: string, sources: string, workforce: string) =>
    (
      await decisionsOf(`
demand: [ ${sources} ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: ${agent.includes('best') ? '{ skills: Voice > 1 }' : '{ everyone: true }'}, agent: ${agent} } }
  capacity: { two: { c: { max: 2 } }, four: { total: 4, weights: { c: 2 } }, six: { total: 6, weights: { c: 2 } } }
workforce: [ ${workforce} ]`)
    ).map((line) => line.replace(/ \[(everyone|Voice > 1), 0\] (pairs|agents); agents/, ':'));
  const source = (name: string, at: string, lasts: string) =>
    `{ source: ${name}, channel: c, arrivals: { at: [ ${at} ] }, handleTime: ${lasts} }`;

  test('longest idle: since his last item, or since he came; then the lowest', async () => {
    // at 60 the first is idle since 50, the second since 15, the third since 25
    const sources = `${source('c', '0s', '50s')}, ${source('e', '10s, 20s, 60s', '5s')}`;
    expect(await decided('longest-idle', sources, '{ group: t, agents: 3 }')).toEqual([
      '0s c.0 -> t 1: t 1 idle 0s | t 2 idle 0s | t 3 idle 0s',
      '10s e.0 -> t 2: t 2 idle 10s | t 3 idle 10s',
      '20s e.1 -> t 3: t 3 idle 20s | t 2 idle 5s',
      '60s e.2 -> t 2: t 2 idle 45s | t 3 idle 35s | t 1 idle 10s',
    ]);
  });

  test('least active: fewest items in hand, then longest idle', async () => {
    const team = '{ group: t, agents: 2, capacity: two }';
    expect(await decided('[ least-active, longest-idle ]', source('c', '0s, 1s, 2s, 3s', '100s'), team)).toEqual([
      '0s c.0 -> t 1: t 1 idle 0s active 0 | t 2 idle 0s active 0',
      '1s c.1 -> t 2: t 2 idle 1s active 0 | t 1 idle 1s active 1',
      '2s c.2 -> t 1: t 1 idle 2s active 1 | t 2 idle 1s active 1',
      '3s c.3 -> t 2 [everyone, 0] agents',
    ]);
  });

  test('most available: most units free; of those alike the lowest', async () => {
    const both = '{ group: x, agents: 1, capacity: four }, { group: y, agents: 1, capacity: six }';
    expect(await decided('most-available', source('c', '0s, 1s, 2s, 3s', '100s'), both)).toEqual([
      '0s c.0 -> y 1: y 1 free 6 | x 1 free 4',
      '1s c.1 -> x 1: x 1 free 4 | y 1 free 4',
      '2s c.2 -> y 1: y 1 free 4 | x 1 free 2',
      '3s c.3 -> x 1: x 1 free 2 | y 1 free 2',
    ]);
  });

  test('least occupied: the smallest share of his time so far', async () => {
    // the first is busy 0 to 50, the second 60 to 90
    const sources = [source('c', '0s', '50s'), source('e', '60s', '30s'), source('f', '100s', '30s')].join(', ');
    expect(await decided('least-occupied', sources, '{ group: t, agents: 2 }')).toEqual([
      '0s c.0 -> t 1: t 1 occupied 0 | t 2 occupied 0',
      '60s e.0 -> t 2: t 2 occupied 0 | t 1 occupied 0.833333',
      '100s f.0 -> t 2: t 2 occupied 0.3 | t 1 occupied 0.5',
    ]);
  });

  test('best skilled, then longest idle', async () => {
    const team = '{ group: x, agents: 1, skills: { Voice: 3 } }, { group: y, agents: 2, skills: { Voice: 9 } }';
    expect(await decided('[ best-skilled, longest-idle ]', source('c', '0s, 20s, 21s', '10s'), team)).toEqual([
      '0s c.0 -> y 1: y 1 idle 0s level 9 | y 2 idle 0s level 9 | x 1 idle 0s level 3',
      '20s c.1 -> y 2: y 2 idle 20s level 9 | y 1 idle 10s level 9 | x 1 idle 20s level 3',
      '21s c.2 -> y 1: y 1 idle 11s level 9 | x 1 idle 21s level 3',
    ]);
  });

  test('at random: the lowest of lots drawn anew for each item', async () => {
    const events = await toldOf(`
demand: [ { source: c, channel: v, arrivals: { at: [ 0s, 20s, 40s, 60s, 80s, 100s, 120s, 140s ] }, handleTime: 10s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { everyone: true }, agent: random } }
workforce: [ { group: t, agents: 3 } ]`);
    const drawn = events.flatMap((event) => (event.event === 'decided' ? [event] : []));
    expect(drawn.map(({agentCount}) => agentCount)).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
    for (const {agent, agents} of drawn) {
      const lots = agents.map(({lot}) => lot ?? -1);
      expect([...lots].sort((a, b) => a - b)).toEqual(lots);
      expect(agents[0]?.agent).toBe(agent);
    }
    expect(new Set(drawn.flatMap(({agents}) => agents.map(({lot}) => lot))).size).toBe(24);
    expect(new Set(drawn.map(({agent}) => agent)).size).toBeGreaterThan(1);
  });
});
