/** From coming to the end: segmentation, due dates, the order within an instant, and that nothing is lost. By hand. */
import {describe, expect, test} from 'vitest';
import type {JournalEvent} from '../../../../src/journal/index.ts';
import {problemsOf} from '../desk.ts';
import {storyOf, toldOf} from '../told.ts';

const createdIn = (events: readonly JournalEvent[]) =>
  events.flatMap((event) => (event.event === 'created' ? [event] : []));
const ONE_PROCESS = 'routing: { segmentation: { otherwise: p }, processes: { p: {} } }';
const ONE_AGENT = 'workforce: [ { group: t, agents: 1 } ]';

describe('segmentation', () => {
  test('the first rule of which everything holds gives the process; what none takes goes to otherwise', async () => {
    const source = (name: string, attributes: string) =>
      `  - { source: ${name}, channel: v, arrivals: { at: [ 0s ] }, attributes: { ${attributes} }, handleTime: 1s }`;
    const events = await toldOf(`
demand:
${source('w', 'dept: Finance, value: 6000')}
${source('x', 'dept: Finance, value: 5000')}
${source('y', 'dept: Sales, value: 9000')}
routing:
  segmentation:
    columns: [ dept, value ]
    rules:
      - { if: [ Finance, '> 5000' ], then: a }
      - { if: [ Finance, '-' ], then: b }
    otherwise: rest
  processes: { a: { priority: high }, b: { priority: low }, rest: { priority: low } }
  priorities: { high: { fixed: 9 }, low: { fixed: 1 } }
${ONE_AGENT}`);
    expect(createdIn(events).map(({item, process, rule, priority}) => [item, process, rule, priority])).toEqual([
      ['w.0', 'a', 'rule 1: Finance, > 5000', 9],
      ['x.0', 'b', 'rule 2: Finance', 1],
      ['y.0', 'rest', 'otherwise rest', 1],
    ]);
  });

  test('a row that assigns directly says whom it waits for', async () => {
    const events = await toldOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 30s }
  - { source: x, channel: v, arrivals: { at: [ 10s ] }, handleTime: 1s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ b ], then: { process: p, group: g } }, { if: [ x ], then: { process: p, agent: g 1 } } ], otherwise: p }
  processes: { p: {} }
workforce: [ { group: g, agents: 1 }, { group: h, agents: 1 } ]`);
    const waits = events.flatMap((event) => (event.event === 'waits' ? [event] : []));
    expect(waits.map(({item, targets, obstacles}) => ({item, targets, obstacles}))).toEqual([
      {
        item: 'x.0',
        targets: ['agent g 1'],
        obstacles: [
          {why: 'notSkilled', count: 1, agents: ['h 1']},
          {why: 'full', count: 1, agents: ['g 1']},
        ],
      },
    ]);
  });

  test('what comes to a closed process is rejected', async () => {
    expect(
      await storyOf(`
calendars: { office: { open: { mon: 08:00-09:00 } } }
demand: [ { source: r, channel: v, arrivals: { at: [ 28799s, 8h, 9h ] }, handleTime: 1s } ]
routing: { segmentation: { otherwise: r }, processes: { r: { open: office } } }
${ONE_AGENT}`),
    ).toEqual([
      '28799s r.0 created',
      '28799s r.0 rejected',
      '28800s r.1 created',
      '28800s r.1 decided t 1',
      '28800s r.1 answered t 1',
      '28801s r.1 completed t 1',
      '32400s r.2 created',
      '32400s r.2 rejected',
    ]);
  });
});

describe('due dates', () => {
  const dues = async (head: string, at: string, sla: string) =>
    createdIn(
      await toldOf(`
${head}
demand: [ { source: x, channel: v, arrivals: { at: [ ${at} ] }, handleTime: 1m } ]
routing: { segmentation: { otherwise: p }, processes: { p: { sla: ${sla}, clock: c } } }
${ONE_AGENT}`),
    ).map(({at: came, due}) => [came, due?.at]);

  test('where nothing is open before the next week', async () => {
    // Monday 08:00 to 09:00, the 9th a holiday: an hour from Monday 09:00 ends at 09:00 on the 16th
    expect(
      await dues('to: 10d\ncalendars: { c: { open: { mon: 08:00-09:00 }, closed: [ 2026-03-09 ] } }', '9h', '1h'),
    ).toEqual([['2026-03-02T09:00:00.000', '2026-03-16T09:00:00.000']]);
  });

  test('over the hour that clocks show twice', async () => {
    // 00:00 to 06:00 are seven hours on 25 October in Madrid; local times stand still for one of them, ms do not
    const night =
      'timezone: Europe/Madrid\nfrom: 2026-10-25\nto: 3d\ncalendars: { c: { open: { daily: 00:00-06:00 } } }';
    expect(await dues(night, '0s, 2h, 3h', '6h')).toEqual([
      ['2026-10-25T00:00:00.000', '2026-10-25T05:00:00.000'],
      ['2026-10-25T02:00:00.000', '2026-10-26T01:00:00.000'],
      ['2026-10-25T02:00:00.000', '2026-10-26T02:00:00.000'],
    ]);
  });
});

test('in one instant services end, then customers hang up, then others come, and offers are last', async () => {
  expect(
    (
      await storyOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s, 10s ] }, handleTime: 10s }
  - { source: x, channel: v, arrivals: { at: [ 0s ] }, handleTime: 1m, patience: 10s }
${ONE_PROCESS}
${ONE_AGENT}`)
    ).filter((line) => line.startsWith('10s ')),
  ).toEqual([
    '10s b.0 completed t 1',
    '10s x.0 abandoned',
    '10s b.1 created',
    '10s b.1 decided t 1',
    '10s b.1 answered t 1',
  ]);
});

test('who calls again is a new item, its number said', async () => {
  const lines = await storyOf(`
to: 1h
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s }
  - { source: x, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s, patience: 30s, redial: { share: 99.9999%, after: 60s, atMost: 1 } }
${ONE_PROCESS}
${ONE_AGENT}`);
  expect(lines.filter((line) => line.includes(' x.0'))).toEqual([
    '0s x.0 created',
    '0s x.0 waits',
    '30s x.0 abandoned',
    '90s x.0#2 created',
    '90s x.0#2 waits',
    '100s x.0#2 decided t 1',
    '100s x.0#2 answered t 1',
    '110s x.0#2 completed t 1',
  ]);
});

test('nothing is lost: at every instant what came is finished, waits, or is in hand, as the end says', async () => {
  const events = await toldOf(`
to: 300s
atEnd: cut
calendars: { most: { open: { daily: 00:00-00:04 } } }
demand:
  - { source: a, channel: v, arrivals: { at: [ 0s, 30s, 60s, 90s, 120s, 150s, 180s ] }, handleTime: 40s, patience: 60s }
  - { source: r, channel: v, arrivals: { at: [ 100s, 250s ] }, handleTime: 10s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ r ], then: r } ], otherwise: p }
  processes: { p: {}, r: { open: most } }
workforce: [ { group: t, agents: 1, offers: { noAnswer: 30%, ringFor: 5s, thenNotReady: 10s } } ]`);
  const places = new Map<string, string>();
  const allowed: Record<string, readonly string[]> = {
    created: [''],
    rejected: ['created'],
    waits: ['created', 'waits', 'missed'],
    decided: ['created', 'waits', 'missed'],
    rings: ['decided'],
    missed: ['rings'],
    answered: ['decided', 'rings'],
    abandoned: ['waits', 'rings', 'missed'],
    completed: ['answered'],
  };
  let checked = 0;
  for (const event of events) {
    if (!('item' in event) || event.event === 'opens') continue;
    expect(allowed[event.event], `${event.ms} ${event.item} ${event.event}`).toContain(places.get(event.item) ?? '');
    places.set(event.item, event.event);
    checked++;
  }
  expect(checked).toBeGreaterThan(30);
  const at = (...states: string[]) => [...places.values()].filter((state) => states.includes(state)).length;
  const finals = at('completed', 'abandoned', 'rejected');
  const end = events.at(-1);
  expect(end).toMatchObject({event: 'end', waiting: at('waits', 'missed'), inHand: at('answered', 'rings')});
  expect(finals + at('waits', 'missed') + at('answered', 'rings')).toBe(9);
  expect(finals).toBeGreaterThan(3);
});

describe('what can never be', () => {
  const desk = (routing: string, agent: string) => `
demand: [ { source: x, channel: v, arrivals: { at: [ 0s ] }, handleTime: 1s } ]
routing: { segmentation: { otherwise: p }, ${routing} }
workforce: [ { group: t, agents: 1, ${agent} } ]`;

  test('nobody satisfies any target: said before the run', () => {
    const text = desk(
      'processes: { p: { distribute: d } }, distribution: { d: { targets: { skills: S > 7 } } }',
      'skills: { S: 5 }',
    );
    expect(problemsOf(text).map(({severity, message}) => `${severity}: ${message}`)).toEqual([
      'error: nobody can ever satisfy S > 7',
    ]);
  });

  test('an item that weighs more than anybody can carry: said before the run', () => {
    const text = desk('processes: { p: {} }, capacity: { six: { total: 6, weights: { v: 7 } } }', 'capacity: six');
    expect(problemsOf(text).map(({severity, message}) => `${severity}: ${message}`)).toEqual([
      'error: expected a weight of at most the total, 6, found 7: no v could ever start',
    ]);
  });
});
