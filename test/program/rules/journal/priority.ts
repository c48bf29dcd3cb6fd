/** How urgent is it now? Decisions with the priorities of everything that competed, worked by hand. */
import {expect, test} from 'vitest';
import {decisionsOf, storyOf} from '../told.ts';

/** One agent, busy with b.0 (priority 1000) until `until`; the other sources as given. */
const desk = (until: string, sources: string, processes: string, priorities: string, more = '') => `
${more}
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: ${until} }
${sources}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ b ], then: b } ], otherwise: x }
  processes: { b: { priority: top }, ${processes} }
  priorities: { top: { fixed: 1000 }, ${priorities} }
workforce: [ { group: t, agents: 1 } ]`;

test('a priority stands from tick to tick; due exactly at a tick is overdue', async () => {
  // 10, 20 from 10 s, 30 from 20 s; 100 at 30 s, when it is due
  expect(
    await decisionsOf(
      desk(
        '29999ms',
        '  - { source: x, channel: v, arrivals: { at: [ 0s, 0s, 0s ] }, handleTime: 1ms }',
        'x: { sla: 30s, priority: g }',
        'g: { initial: 10, atSla: 40, overdue: { from: 100 }, reprioritize: { every: 10s } }',
      ),
    ),
  ).toEqual([
    '0s b.0 -> t 1 [everyone, 1000] pairs; items b.0 1000 0s | x.0 10 0s | x.1 10 0s | x.2 10 0s',
    '29.999s x.0 -> t 1 [everyone, 30] items; items x.0 30 29.999s | x.1 30 29.999s | x.2 30 29.999s',
    '30s x.1 -> t 1 [everyone, 100] items; items x.1 100 30s | x.2 100 30s',
    '30.001s x.2 -> t 1 [everyone, 100] items',
  ]);
});

test('what was due before it came is overdue at once', async () => {
  // came at 20:00, due at 22:00: two hours overdue at midnight
  const text = desk(
    '1s',
    `  - { source: old, channel: v, handleTime: 60s, backlog: { file: old.csv, columns: { arrived: at, due: due } } }
  - { source: new, channel: v, arrivals: { at: [ 0s ] }, handleTime: 60s }`,
    'x: { sla: 4h, priority: g }',
    'g: { initial: 5, increment: 0, every: 1h, overdue: { from: 20, increment: 1, every: 1h } }',
  );
  const files = {'old.csv': 'at,due\n2026-03-01T20:00,2026-03-01T22:00\n'};
  expect(await decisionsOf(text, files)).toEqual([
    '0s b.0 -> t 1 [everyone, 1000] pairs; items b.0 1000 0s | old.0 22 14400s | new.0 5 0s',
    '1s old.0 -> t 1 [everyone, 22] items; items old.0 22 14401s | new.0 5 1s',
    '61s new.0 -> t 1 [everyone, 5] items',
  ]);
});

test('an SLA of nothing, no SLA, no overdue value', async () => {
  // z is overdue when it comes; n gains 1 every 10 s and never stops; o stays at what it reached when due
  const source = (name: string) => `  - { source: ${name}, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }`;
  const text = desk(
    '20s',
    ['z', 'n', 'o'].map(source).join('\n'),
    'z: { sla: 0s, priority: z }, n: { priority: n }, x: { sla: 10s, priority: o }',
    'z: { initial: 5, atSla: 10, overdue: { from: 20 } }, n: { initial: 5, increment: 1, every: 10s }, o: { initial: 5, atSla: 10 }',
  ).replace('then: b }', 'then: b }, { if: [ z ], then: z }, { if: [ n ], then: n }');
  expect(await decisionsOf(text)).toEqual([
    '0s b.0 -> t 1 [everyone, 1000] pairs; items b.0 1000 0s | z.0 20 0s | n.0 5 0s | o.0 5 0s',
    '20s z.0 -> t 1 [everyone, 20] items; items z.0 20 20s | o.0 10 20s | n.0 7 20s',
    '30s o.0 -> t 1 [everyone, 10] items; items o.0 10 30s | n.0 8 30s',
    '40s n.0 -> t 1 [everyone, 9] items',
  ]);
});

test('a dip and a bump: a lead of six days overtakes again, with nothing else happening', async () => {
  // 900 to day 2, 500 to day 6, 1100 to day 8, then 300, against 700 throughout
  const text = desk(
    '1d',
    `  - { source: lead, channel: v, arrivals: { at: [ 0s, 0s, 0s ] }, handleTime: 2d }
  - { source: other, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 4d }`,
    'x: { priority: lead }, o: { priority: flat }',
    'flat: { fixed: 700 }, lead: { points: [ [ 0, 900 ], [ 2d, 500 ], [ 6d, 1100 ], [ 8d, 300 ] ] }',
    'to: 14d',
  ).replace('then: b }', 'then: b }, { if: [ other ], then: o }');
  const day = (n: number) => `${n * 86_400}s`;
  expect((await decisionsOf(text)).slice(1)).toEqual([
    `${day(1)} lead.0 -> t 1 [everyone, 900] items; items ${['lead.0', 'lead.1', 'lead.2'].map((name) => `${name} 900 ${day(1)}`).join(' | ')} | other.0 700 ${day(1)} | other.1 700 ${day(1)}`,
    `${day(3)} other.0 -> t 1 [everyone, 700] items; items other.0 700 ${day(3)} | other.1 700 ${day(3)} | lead.1 500 ${day(3)} | lead.2 500 ${day(3)}`,
    `${day(7)} lead.1 -> t 1 [everyone, 1100] items; items lead.1 1100 ${day(7)} | lead.2 1100 ${day(7)} | other.1 700 ${day(7)}`,
    `${day(9)} other.1 -> t 1 [everyone, 700] items; items other.1 700 ${day(9)} | lead.2 300 ${day(9)}`,
    `${day(13)} lead.2 -> t 1 [everyone, 300] items`,
  ]);
});

test('one scheme between two pairs of bounds: the shape is the scheme’s, the ends are the process’s', async () => {
  // half way to due 700 of 400 to 1000, and 1250 of 500 to 2000; overdue 1200 and 500 + 800 × 2.5
  const text = desk(
    '50m',
    `  - { source: fin, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 50m }
  - { source: sales, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 50m }`,
    'x: { sla: 100m, priority: { use: gold, from: 400, to: 1000 } }, s: { sla: 100m, priority: { use: gold, from: 500, to: 2000 } }',
    'gold: { initial: 400, atSla: 1000, overdue: { from: 1200 } }',
  ).replace('then: b }', 'then: b }, { if: [ sales ], then: s }');
  expect((await decisionsOf(text)).slice(1, 3)).toEqual([
    '3000s sales.0 -> t 1 [everyone, 1250] items; items sales.0 1250 3000s | sales.1 1250 3000s | fin.0 700 3000s | fin.1 700 3000s',
    '6000s sales.1 -> t 1 [everyone, 2500] items; items sales.1 2500 6000s | fin.0 1200 6000s | fin.1 1200 6000s',
  ]);
});

test('on a business clock a tick outside opening hours waits for them', async () => {
  // an hour of age from Monday 09:30 is full on Tuesday 08:30 where it opens 08:00 to 10:00
  const text = desk(
    '116999s',
    '  - { source: x, channel: v, arrivals: { at: [ 9h30m, 9h30m ] }, handleTime: 1s }',
    'x: { clock: office, priority: g }',
    'g: { initial: 0, increment: 100, every: 1h }',
    'to: 2d\ncalendars: { office: { open: { mon-fri: 08:00-10:00 } } }',
  );
  expect((await decisionsOf(text)).slice(1)).toEqual([
    '116999s x.0 -> t 1 [everyone, 0] items; items x.0 0 82799s | x.1 0 82799s',
    '117000s x.1 -> t 1 [everyone, 100] items',
  ]);
});

test('who comes back unanswered keeps his age and his place', async () => {
  // t misses it at 20, u is free at 30: 1 for every 10 s since it came, and 30 s in routing
  const text = `
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 30s }
  - { source: x, channel: v, arrivals: { at: [ 0s, 5s ] }, handleTime: 60s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ b ], then: { process: q, group: u } } ], otherwise: p }
  processes: { p: { priority: g }, q: {} }
  priorities: { g: { initial: 0, increment: 1, every: 10s } }
workforce: [ { group: t, agents: 1, offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 1000s } }, { group: u, agents: 1 } ]`;
  expect((await decisionsOf(text)).slice(1)).toEqual([
    '0s x.0 -> t 1 [everyone, 0] pairs',
    '30s x.0 -> u 1 [everyone, 3] items; items x.0 3 30s | x.1 2 25s',
    '90s x.1 -> u 1 [everyone, 8] items',
  ]);
  expect((await storyOf(text)).filter((line) => line.includes('x.0 ')).slice(1, 6)).toEqual([
    '0s x.0 decided t 1',
    '0s x.0 rings t 1',
    '20s x.0 missed t 1',
    '20s x.0 waits',
    '30s x.0 decided u 1',
  ]);
});

test('a due date and a priority of the source override process and curve', async () => {
  // at 02:00: 50 and three half hours; 20 and four hours since 22:00; 20 and one since 01:00; 5 and three half hours
  const text = desk(
    '2h',
    '  - { source: x, channel: v, handleTime: 1m, replay: { file: c.csv, columns: { arrived: at, due: due, priority: prio } } }',
    'x: { sla: 4h, priority: g }',
    'g: { initial: 5, increment: 1, every: 30m, overdue: { from: 20, increment: 1, every: 1h } }',
  );
  const rows =
    'at,due,prio\n2026-03-02T00:10,2026-03-01T22:00,\n2026-03-02T00:20,,\n2026-03-02T00:20,,50\n2026-03-02T00:30,2026-03-02T01:00,\n';
  expect((await decisionsOf(text, {'c.csv': rows}))[1]).toBe(
    '7200s x.2 -> t 1 [everyone, 53] items; items x.2 53 6000s | x.0 24 6600s | x.3 21 5400s | x.1 8 6000s',
  );
});

test('two ranges on one axis: a case within 2 h of due goes before a call of 30 s, not before one of 5 min', async () => {
  // the call starts at 700 and gains 50 a minute: 700 at 06:00, 950 at 06:05; the case has 940 from 06:00 on
  const text = desk(
    '6h',
    `  - { source: w, channel: w, arrivals: { at: [ 0s, 0s ] }, handleTime: 5m }
  - { source: call, channel: v, arrivals: { at: [ 21570s ] }, handleTime: 60s }`,
    'x: { sla: 8h, priority: case }, c: { priority: call }',
    'case: { points: [ [ 0, 0 ], [ due-2h, 940 ] ] }, call: { initial: 700, increment: 50, every: 1m }',
  ).replace('then: b }', 'then: b }, { if: [ call ], then: c }');
  expect((await decisionsOf(text)).slice(1)).toEqual([
    '21600s w.0 -> t 1 [everyone, 940] items; items w.0 940 21600s | w.1 940 21600s | call.0 700 30s',
    '21900s call.0 -> t 1 [everyone, 950] items; items call.0 950 330s | w.1 940 21900s',
    '21960s w.1 -> t 1 [everyone, 940] items',
  ]);
});

test('an item whose curve rises moves up for every agent who could take it', async () => {
  // x has 1 up to its minute, then 100; the items of one group each have 50
  expect(
    (
      await decisionsOf(`
demand:
  - { source: bt, channel: v, arrivals: { at: [ 0s ] }, handleTime: 59s }
  - { source: bu, channel: v, arrivals: { at: [ 0s ] }, handleTime: 61s }
  - { source: x, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 30s }
  - { source: yt, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 10s }
  - { source: yu, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }
routing:
  segmentation:
    columns: [ source ]
    rules:
      - { if: [ bt ], then: { process: b, group: t } }
      - { if: [ bu ], then: { process: b, group: u } }
      - { if: [ yt ], then: { process: y, group: t } }
      - { if: [ yu ], then: { process: y, group: u } }
    otherwise: x
  processes: { b: { priority: top }, x: { priority: bump }, y: { priority: flat } }
  priorities: { top: { fixed: 1000 }, flat: { fixed: 50 }, bump: { points: [ [ 0, 1 ], [ 60s, 100 ] ] } }
workforce: [ { group: t, agents: 1 }, { group: u, agents: 1 } ]`)
    ).slice(2),
  ).toEqual([
    '59s yt.0 -> t 1 [group t, 50] items; items yt.0 50 59s | yt.1 50 59s | x.0 1 59s | x.1 1 59s',
    '61s x.0 -> u 1 [everyone, 100] items; items x.0 100 61s | x.1 100 61s | yu.0 50 61s',
    '69s x.1 -> t 1 [everyone, 100] items; items x.1 100 69s | yt.1 50 69s',
    '91s yu.0 -> u 1 [group u, 50] items',
    '99s yt.1 -> t 1 [group t, 50] items',
  ]);
});

test('a credit counts as time in routing, and as age', async () => {
  // 90 s of credit: 1 for each 10 s of age, 12 at 30 s where others have 3
  const text = desk(
    '30s',
    `  - { source: old, channel: v, arrivals: { at: [ 0s ] }, attributes: { segment: Silver }, handleTime: 10s }
  - { source: gold, channel: v, arrivals: { at: [ 0s ] }, attributes: { segment: Gold }, handleTime: 10s }`,
    'x: { priority: g }',
    'g: { initial: 0, increment: 1, every: 10s, credit: { segment: { Gold: 90s } } }',
  ).replace('handleTime: 30s }', 'attributes: { segment: none }, handleTime: 30s }');
  expect((await decisionsOf(text))[1]).toBe(
    '30s gold.0 -> t 1 [everyone, 12] items; items gold.0 12 120s | old.0 3 30s',
  );
});
