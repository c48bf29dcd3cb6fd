/** What counts, what is promised, and how it ends: every number worked by hand. */
import {describe, expect, test} from 'vitest';
import {eventsOf, itemsOf, resultsOf} from './desk.ts';

const goals = async (text: string) =>
  (await resultsOf(text)).goals.map(({text: goal, estimate, verdict}) => {
    const value = estimate.value === null ? 'nothing' : Number(estimate.value.toFixed(6));
    return `${goal}: ${value} ${verdict}`;
  });

describe('the horizon', () => {
  /** A call each half minute, 40 s each, one agent: from 60 on they wait 20, 30, … 70 s. */
  const busy = `
to: 300s
warmUp: 60s
coolDown: 60s
atEnd: cut
demand:
  - { source: a, channel: v, arrivals: { at: [ 0s, 30s, 60s, 90s, 120s, 150s, 180s, 210s, 240s, 270s ] }, handleTime: 40s }
routing: { segmentation: { otherwise: p }, processes: { p: { answerWithin: 20s } } }
workforce: [ { group: u, agents: 1 } ]`;

  test('is cut at its end: what is unfinished is there, told', async () => {
    expect(itemsOf(busy).slice(6)).toEqual([
      'a.6 came 180: u 1 240 to 280 [everyone, 0]',
      'a.7 came 210: u 1 280 in hand [everyone, 0]',
      'a.8 came 240: waiting',
      'a.9 came 270: waiting',
    ]);
    const {balance} = await resultsOf(busy);
    expect(balance).toEqual({
      ...{created: 10, rejected: 0, cancelled: 0, completed: 7, abandoned: 0},
      ...{inHand: 1, waiting: 2, held: 0, redials: 0},
    });
  });

  test('counts what arrives after the warm-up and before the cool-down', async () => {
    // six of 60 to 239; one of them waited no more than 20 s; five are done by 300
    const {flow} = await resultsOf(busy);
    const {offered, completed, wait, serviceLevel} = flow.total;
    expect([offered, completed, wait, serviceLevel].map((estimate) => estimate?.value)).toEqual([6, 5, 45, 1 / 6]);
  });

  test('may be drained: nothing new comes, everything is finished', async () => {
    const drained = `
to: 60s
demand: [ { source: a, channel: v, arrivals: { at: [ 0s, 30s ] }, handleTime: 100s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`;
    expect(itemsOf(drained)[1]).toBe('a.1 came 30: u 1 100 to 200 [everyone, 0]');
    expect(itemsOf(`${drained}\natEnd: cut`)).toEqual([
      'a.0 came 0: u 1 0 in hand [everyone, 0]',
      'a.1 came 30: waiting',
    ]);
    expect((await resultsOf(drained)).balance).toMatchObject({created: 2, completed: 2});
  });

  test('is drained by people who come back to work: the next shift takes what the last one left', async () => {
    // Monday 16:50 a quarter of an hour's work begins, a second item waits until Tuesday at nine
    const overnight = `
from: 2026-03-02T16:00
to: 2h
demand: [ { source: a, channel: v, arrivals: { at: [ 50m, 51m ] }, handleTime: 15m } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
shifts: { day: { mon-fri: 09:00-17:00 } }
workforce: [ { group: u, agents: { day: 1 } } ]`;
    expect(itemsOf(overnight).map((row) => row.replace(/ \[.*/, ''))).toEqual([
      'a.0 came 3000: u 1 3000 to 3900',
      'a.1 came 3060: u 1 61200 to 62100',
    ]);
    const {balance, agents} = await resultsOf(overnight);
    expect(balance).toMatchObject({created: 2, completed: 2, waiting: 0});
    // an hour on Monday, a quarter of one on Tuesday
    expect(agents[0]?.onDutySeconds).toBe(3600 + 900);
  });

  test('may end after a number of arrivals', () => {
    expect(
      itemsOf(`
to: { arrivals: 3 }
demand: [ { source: a, channel: v, arrivals: { at: [ 0s, 30s, 70s, 80s ] }, handleTime: 100s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`).map((row) => row.replace(/ \[.*/, '')),
    ).toEqual(['a.0 came 0: u 1 0 to 100', 'a.1 came 30: u 1 100 to 200', 'a.2 came 70: u 1 200 to 300']);
  });

  test('waiting, busy and free are recorded at instants, after everything else of them', async () => {
    const {probes} = await resultsOf(`
measureAt: [ 250s, 30s, 45s, 100s ]
demand: [ { source: a, channel: v, arrivals: { at: [ 0s, 30s ] }, handleTime: 100s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`);
    expect(
      probes.map(({atMs, waiting, busyAgents, freeAgents}) => [
        atMs,
        waiting.p?.value,
        busyAgents.value,
        freeAgents.value,
      ]),
    ).toEqual([
      [30_000, 1, 1, 0],
      [45_000, 1, 1, 0],
      [100_000, 0, 1, 0],
      [250_000, 0, 0, 1],
    ]);
  });
});

describe('within one instant', () => {
  test('services end before customers hang up, and offers come last', () => {
    // the agent is free at 10, but the customer has gone; who comes at 10 is served
    expect(
      eventsOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s, 10s ] }, handleTime: 10s }
  - { source: x, channel: v, arrivals: { at: [ 0s ] }, handleTime: 1m, patience: 10s }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: a, agents: 1 } ]`).filter((line) => line.startsWith('10 ')),
    ).toEqual(['10 b.0 completed by a 1', '10 x.0 abandoned', '10 b.1 created', '10 b.1 answered by a 1 at 0']);
  });

  test('of a batch the most urgent goes first, to the agent idle longest', () => {
    expect(
      itemsOf(`
demand:
  - { source: low, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 10s }
  - { source: high, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ high ], then: hi } ], otherwise: lo }
  processes: { lo: { priority: one }, hi: { priority: two } }
  priorities: { one: { fixed: 1 }, two: { fixed: 2 } }
workforce: [ { group: t, agents: 2 } ]`).map((row) => row.replace(/ \[.*/, '')),
    ).toEqual(['low.0 came 0: t 2 0 to 10', 'high.0 came 0: t 1 0 to 10', 'low.1 came 0: t 1 10 to 20']);
  });
});

describe('due dates and opening', () => {
  test('on a business clock, over holidays; done exactly at the due instant is in time', async () => {
    // open Mondays 08:00 to 09:00 but the 9th: 90 min from 07:00 end on the 16th at 08:30, from 08:30 there at 09:00
    const week = 7 * 86_400;
    expect(
      itemsOf(`
to: 10d
calendars: { office: { open: { mon: 08:00-09:00 }, closed: [ 2026-03-09 ] } }
demand: [ { source: q, channel: w, arrivals: { at: [ 7h, 8h30m, 10h ] }, handleTime: 1s } ]
routing: { segmentation: { otherwise: q }, processes: { q: { sla: 90m, clock: office } } }
workforce: [ { group: u, agents: 1 } ]`).map((row) => row.replace(/^.* due (\d+):.*/, '$1')),
    ).toEqual([2 * week + 30_600, 2 * week + 32_400, 3 * week + 30_600].map(String));
    const {flow} = await resultsOf(`
demand: [ { source: q, channel: w, arrivals: { at: [ 0s, 0s ] }, handleTime: 60s } ]
routing: { segmentation: { otherwise: q }, processes: { q: { sla: 60s } } }
workforce: [ { group: u, agents: 1 } ]`);
    expect(flow.total.slaAttainment?.value).toBe(0.5);
  });

  test('over the night clocks go back: seven hours are open between 00:00 and 06:00', () => {
    expect(
      itemsOf(`
timezone: Europe/Madrid
from: 2026-10-25
to: 3d
calendars: { night: { open: { daily: 00:00-06:00 } } }
demand: [ { source: x, channel: v, arrivals: { at: [ 0s, 30h ] }, handleTime: 1m } ]
routing: { segmentation: { otherwise: p }, processes: { p: { sla: 6h30m, clock: night } } }
workforce: [ { group: a, agents: 1 } ]`).map((row) => row.replace(/:.*/, '')),
      // the second comes on the 26th at 05:00; an hour is left, and 5.5 h of the 27th, which begins after 49 h
    ).toEqual([`x.0 came 0, due ${6.5 * 3600}`, `x.1 came 108000, due ${54.5 * 3600}`]);
  });

  test('an SLA of nothing is due, and overdue, at once; shares of it are no time', () => {
    expect(
      itemsOf(`
demand:
  - { source: blk, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }
  - { source: x, channel: v, arrivals: { at: [ 1s ] }, handleTime: 5m }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ blk ], then: { process: q, group: b } } ], otherwise: p }
  processes: { p: { sla: 0s, distribute: d, priority: g }, q: {} }
  priorities: { g: { initial: 5, atSla: 10, overdue: { from: 20, increment: 1, every: 4s } } }
  distribution: { d: { targets: [ { groups: b, for: 50% }, { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1 } ]`)[1],
    ).toBe('x.0 came 1, due 1: a 1 1 to 301 [everyone, 20]');
  });

  test('a process that is closed rejects, or lets items wait for whoever is there', () => {
    expect(
      itemsOf(`
calendars: { office: { open: { mon: 08:00-09:00 } } }
demand:
  - { source: r, channel: v, arrivals: { at: [ 28799s, 8h, 32399s, 9h ] }, handleTime: 1s }
  - { source: q, channel: w, arrivals: { at: [ 7h, 10h ] }, handleTime: 1s }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ v ], then: r } ], otherwise: q }
  processes: { r: { open: office }, q: { open: office, whenClosed: queue } }
workforce: [ { group: u, agents: 1 } ]`).map((row) => row.replace(/ \[.*/, '')),
    ).toEqual([
      'q.0 came 25200: u 1 25200 to 25201',
      'r.0 came 28799: rejected',
      'r.1 came 28800: u 1 28800 to 28801',
      'r.2 came 32399: u 1 32399 to 32400',
      'r.3 came 32400: rejected',
      'q.1 came 36000: u 1 36000 to 36001',
    ]);
  });
});

test('goals: any metric by its name, for any scope, by day, at an instant', async () => {
  // Monday 10:00 both come, the Gold one is served for 60 s and the Silver one gives up at 40 s; on Tuesday each is served at once
  expect(
    await goals(`
to: 2d
demand:
  - { source: g, channel: v, arrivals: { at: [ 10h, 34h ] }, attributes: { seg: Gold }, handleTime: 60s }
  - { source: s, channel: w, arrivals: { at: [ 10h, 35h ] }, attributes: { seg: Silver }, handleTime: 30s, patience: 40s }
routing:
  segmentation: { columns: [ seg ], rules: [ { if: [ Gold ], then: a } ], otherwise: b }
  processes: { a: { sla: 1h, answerWithin: 20s }, b: { answerWithin: 20s } }
workforce: [ { group: u, agents: 1, cost: 10 } ]
goals:
  - { serviceLevel: { channel: w }, atLeast: 80% }
  - { serviceLevel: { process: a }, atLeast: 80% }
  - { serviceLevel: { source: s, within: 90s }, atLeast: 50% }
  - { serviceLevel: { attribute: { seg: Gold } }, atLeast: 80%, onDays: 90% }
  - { serviceLevel: {}, atLeast: 80%, onDays: 50% }
  - { slaAttainment: { process: a }, atLeast: 95%, onDays: 90% }
  - { slaAttainment: { process: b, within: 4h }, atLeast: 51% }
  - { abandonment: { channel: w }, atMost: 5% }
  - { wait: { process: b }, atMost: 20s }
  - { speedOfAnswer: { process: b }, atMost: 0s }
  - { occupancy: { group: u }, atMost: 88% }
  - { utilization: { group: u }, atMost: 1%, onDays: 100% }
  - { backlog: { process: b, at: 10h30s }, atMost: 0 }
  - { backlog: { at: peak }, atMost: 1, onDays: 50% }
  - { backlog: { at: end }, atMost: 0 }
  - { handleTime: { attribute: { seg: Silver } }, atMost: 30s }
  - { throughput: { process: a }, atLeast: 0.04 }
  - { serviceLevelOfAnswered: { channel: w }, atLeast: 80% }
  - { serviceLevelWithAbandoned: { channel: w, within: 50s }, atLeast: 80% }
  - { paidHours: { group: u }, atMost: 48 }
  - { cost: { group: u }, atMost: 479 }`),
  ).toEqual([
    'service level of w at least 80%: 0.5 missed',
    'service level of a at least 80%: 1 met',
    'service level within 1m30s of s at least 50%: 0.5 met',
    'service level of seg Gold at least 80% on 90% of days: 1 met',
    'service level at least 80% on 50% of days: 0.5 met',
    'SLA attainment of a at least 95% on 90% of days: 1 met',
    'SLA attainment within 4h of b at least 51%: 0.5 missed',
    'abandonment of w at most 5%: 0.5 missed',
    'mean wait of b at most 20s: 20 met',
    'speed of answer of b at most 0s: 0 met',
    `occupancy of u at most 88%: ${Number((150 / 172_800).toFixed(6))} met`,
    'utilization of u at most 1% on 100% of days: 1 met',
    'backlog at 10h30s of b at most 0: 1 missed',
    'backlog at peak at most 1 on 50% of days: 0.5 met',
    'backlog at end at most 0: 0 met',
    'handle time of seg Silver at most 30s: 30 met',
    `throughput of a at least 0.04: ${Number((2 / 48).toFixed(6))} met`,
    'service level of answered of w at least 80%: 1 met',
    'service level, abandoned in time count as good within 50s of w at least 80%: 1 met',
    'paid hours of u at most 48: 48 met',
    'cost of u at most 479: 480 missed',
  ]);
});
