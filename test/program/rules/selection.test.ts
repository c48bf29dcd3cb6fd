/** Which of them? Which item for an agent, which agent for an item. */
import {describe, expect, test} from 'vitest';
import {itemsOf} from './desk.ts';

/** Who took each, by source and arrival. */
const takers = (text: string) =>
  itemsOf(text).map((line) => line.replace(/^(\w+)\.\d+ came ([\d.]+): (.*?) [\d.]+ (?:to|in).*$/, '$1 $2: $3'));

describe('the item', () => {
  test('of highest priority; of these longest in routing; of these the first', () => {
    const rows = itemsOf(`
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
workforce: [ { group: t, agents: 1 } ]`);
    expect(rows.map((row) => row.replace(/ came.*t 1/, ''))).toEqual([
      'blk.0 0 to 100 [everyone, 5]',
      'a.0 120 to 130 [everyone, 5]',
      'd.0 130 to 140 [everyone, 5]',
      'c.0 100 to 110 [everyone, 7]',
      'b.0 110 to 120 [everyone, 7]',
    ]);
  });

  test('a credit breaks ties; targets and patience know the true age', () => {
    // the Gold one counts as having waited since -85; both have priority 0
    expect(
      itemsOf(`
demand:
  - { source: blk, channel: v, arrivals: { at: [ 0s ] }, handleTime: 30s }
  - { source: old, channel: v, arrivals: { at: [ 1s ] }, handleTime: 10s }
  - { source: gold, channel: v, arrivals: { at: [ 5s, 6s ] }, attributes: { segment: Gold }, handleTime: 10s, patience: 30s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ blk ], then: { process: p, group: t } } ], otherwise: p }
  processes: { p: { priority: flat, distribute: d } }
  priorities: { flat: { initial: 0, increment: 0, every: 1h, credit: { segment: { Gold: 90s } } } }
  distribution: { d: { targets: [ { groups: t, for: 60s }, { everyone: true } ] } }
workforce: [ { group: t, agents: 1 }, { group: u, agents: 1 } ]`),
    ).toEqual([
      'blk.0 came 0: t 1 0 to 30 [group t, 0]',
      'old.0 came 1: t 1 40 to 50 [group t, 0]',
      'gold.0 came 5: t 1 30 to 40 [group t, 0]',
      'gold.1 came 6: abandoned 36',
    ]);
  });

  test('a bump raises what waits already, with nothing else happening', () => {
    // the agent comes free a second after day 6 began for the lead
    const bump = '{ points: [ [ 0, 1 ], [ 6d, 100 ], [ 7d, 1 ] ] }';
    const rows = itemsOf(`
to: 8d
demand:
  - { source: blk, channel: v, arrivals: { at: [ 0s ] }, handleTime: 518401s }
  - { source: lead, channel: v, arrivals: { at: [ 0s ] }, handleTime: 1m }
  - { source: other, channel: v, arrivals: { at: [ 1s ] }, handleTime: 1m }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ blk ], then: blk }, { if: [ lead ], then: lead } ], otherwise: other }
  processes: { blk: { priority: top }, lead: { priority: bump }, other: { priority: mid } }
  priorities: { top: { fixed: 999 }, mid: { fixed: 50 }, bump: ${bump} }
workforce: [ { group: a, agents: 1 } ]`);
    expect(rows.slice(1)).toEqual([
      'lead.0 came 0: a 1 518401 to 518461 [everyone, 100]',
      'other.0 came 1: a 1 518461 to 518521 [everyone, 50]',
    ]);
  });

  test('nobody is served before he arrives, however urgent', () => {
    expect(
      itemsOf(`
demand:
  - { source: low, channel: v, arrivals: { at: [ 0s, 1s ] }, handleTime: 10s }
  - { source: high, channel: v, arrivals: { at: [ 11s ] }, handleTime: 10s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ high ], then: hi } ], otherwise: lo }
  processes: { lo: { priority: one }, hi: { priority: two } }
  priorities: { one: { fixed: 1 }, two: { fixed: 2 } }
workforce: [ { group: a, agents: 1 } ]`).map((row) => row.replace(/ \[.*/, '')),
    ).toEqual(['low.0 came 0: a 1 0 to 10', 'low.1 came 1: a 1 10 to 20', 'high.0 came 11: a 1 20 to 30']);
  });
});

describe('the agent', () => {
  const chats = (agent: string, at: string, workforce: string) =>
    takers(`
demand: [ { source: c, channel: chat, arrivals: { at: [ ${at} ] }, handleTime: 100s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { everyone: true }, agent: ${agent} } }
  capacity: { two: { chat: { max: 2 } }, four: { total: 4, weights: { chat: 2 } }, six: { total: 6, weights: { chat: 2 } } }
workforce: [ ${workforce} ]`);

  test('longest idle: since his last item, or since he came; then the lowest', () => {
    // at 60 the second is idle since 15, the third since 25, the first since 50
    expect(
      takers(`
demand:
  - { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 50s }
  - { source: e, channel: v, arrivals: { at: [ 10s, 20s, 60s, 61s, 62s ] }, handleTime: 5s }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: t, agents: 3 } ]`),
    ).toEqual(['c 0: t 1', 'e 10: t 2', 'e 20: t 3', 'e 60: t 2', 'e 61: t 3', 'e 62: t 1']);
  });

  test('least active: fewest items in hand', () => {
    expect(chats('[ least-active, longest-idle ]', '0s, 1s, 2s, 3s', '{ group: t, agents: 2, capacity: two }')).toEqual(
      ['c 0: t 1', 'c 1: t 2', 'c 2: t 1', 'c 3: t 2'],
    );
  });

  test('most available: most units free, ties to the lowest', () => {
    // 4 and 6 free; 4 and 4; 2 and 4; 2 and 2; 0 and 2
    const both = '{ group: x, agents: 1, capacity: four }, { group: y, agents: 1, capacity: six }';
    expect(chats('most-available', '0s, 1s, 2s, 3s, 4s', both)).toEqual([
      'c 0: y 1',
      'c 1: x 1',
      'c 2: y 1',
      'c 3: x 1',
      'c 4: y 1',
    ]);
  });

  test('least occupied: the smallest share of his time so far', () => {
    // at 100 the first has worked 50 s, the second 30
    expect(
      takers(`
demand:
  - { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 50s }
  - { source: e, channel: v, arrivals: { at: [ 60s ] }, handleTime: 30s }
  - { source: f, channel: v, arrivals: { at: [ 100s ] }, handleTime: 30s }
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { everyone: true }, agent: least-occupied } }
workforce: [ { group: t, agents: 2 } ]`),
    ).toEqual(['c 0: t 1', 'e 60: t 2', 'f 100: t 2']);
  });

  test('best skilled, then longest idle', () => {
    expect(
      takers(`
demand: [ { source: c, channel: v, arrivals: { at: [ 0s, 20s, 40s, 41s, 42s ] }, handleTime: 10s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { skills: Voice > 1 }, agent: [ best-skilled, longest-idle ] } }
workforce: [ { group: x, agents: 1, skills: { Voice: 3 } }, { group: y, agents: 2, skills: { Voice: 9 } } ]`),
    ).toEqual(['c 0: y 1', 'c 20: y 2', 'c 40: y 1', 'c 41: y 2', 'c 42: x 1']);
  });

  const atRandom = (seed: number, workforce: string) =>
    takers(`
seed: ${seed}
demand: [ { source: c, channel: v, arrivals: { batch: { every: 1m, size: 1 } }, handleTime: 10s } ]
to: 20m
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { groups: t }, agent: random } }
workforce: [ ${workforce} { group: t, agents: 3 } ]`);

  test('at random: the same at every run of a seed, others at another, not always the same', () => {
    const one = atRandom(1, '');
    expect(atRandom(1, '')).toEqual(one);
    expect(atRandom(2, '')).not.toEqual(one);
    expect(new Set(one.map((line) => line.split(': ')[1]))).toEqual(new Set(['t 1', 't 2', 't 3']));
  });

  test('at random, whoever else is there', () => {
    expect(atRandom(1, '{ group: others, agents: 2 },')).toEqual(atRandom(1, ''));
  });
});
