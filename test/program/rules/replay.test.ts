/** Items out of logs, and those that are there at the start: each row worked by hand. */
import {describe, expect, test} from 'vitest';
import {InputError} from '../../../src/language/problem.ts';
import {itemsOf, resultsOf} from './desk.ts';

const told = async (yaml: string, files: Readonly<Record<string, string>>) =>
  (await resultsOf(yaml, files)).warnings.map(
    ({count, message, examples}) => `${count} ${message}: ${examples.join('; ')}`,
  );

/** The replay of the language's sketch: times in a format and a zone of their own, a column for the channel, visits. */
const CASES = `
timezone: Europe/Madrid
to: 2d
demand:
  - source: crm
    channel: { column: media, values: { Call: voice, Web chat: chat } }
    replay:
      file: cases.csv
      where: 'status != "Test"'
      time: { format: 'dd/MM/yyyy HH:mm:ss', zone: UTC }
      columns:
        id: number
        arrived: { date: opened_on, time: [ queued_at, taken_at ] }
        handleTime: { column: effort, unit: s, missing: 77s }
        preferredAgent: owner
        due: due_at
        priority: source_priority
        recorded: { wait: wait_s, outcome: result, abandoned: [ HANG ] }
      attributes: { dept: text, value: number, class: { column: prio, type: text } }
      empty: [ '', '0:00:00', 'NULL' ]
routing:
  segmentation:
    columns: [ dept, value, class, priority ]
    rules:
      - { if: [ F, '> 5', '-', '-' ], then: hi }
      - { if: [ '-', '-', A, '-' ], then: cls }
      - { if: [ '-', '-', '-', '> 900' ], then: byprio }
    otherwise: rest
  processes: { rest: { sla: 1h }, hi: {}, cls: {}, byprio: {} }
workforce: [ { group: u, agents: 2 } ]`;
const HEADER =
  'number,status,media,opened_on,queued_at,taken_at,effort,owner,due_at,source_priority,wait_s,result,dept,value,prio';
const CASES_CSV = `${HEADER}
1,Open,Call,02/03/2026,0:00:00,01:00:00,10,,,,5,ok,F,7,A
2,Test,Call,02/03/2026,02:00:00,02:00:00,10,,,,5,ok,F,7,A
3,Open,Web chat,02/03/2026,03:00:00,NULL,NULL,u 2,02/03/2026 05:00:00,,15,HANG,F,5,A
4,Open,Web chat,02/03/2026,04:00:00,NULL,20,,,950,10,ok,S,NULL,B
1,Open,Call,02/03/2026,05:00:00,05:00:00,30,,,,,,F,7,A
5,Open,Fax,02/03/2026,06:00:00,05:00:00,30,,,,5,ok,F,7,A
6,Open,Call,2026-03-02,06:00:00,05:00:00,30,,,,5,ok,F,7,A
7,Open,Call,02/03/2026,06:10:00,05:00:00,-5,,,,5,ok,F,7,A
8,Open,Call,02/03/2026,06:20:00,05:00:00,5,Zed,,,5,ok,F,7,A
9,Open,Call,02/03/2026,06:40:00,05:00:00,5,,,x,5,ok,F,many,A
`;

describe('a log', () => {
  test('row by row: times, lists of columns, what is empty, overrides, visits of one item', () => {
    // UTC is an hour behind Madrid; row 1 has its time in the second column and comes back for 30 s more
    expect(itemsOf(CASES, {'cases.csv': CASES_CSV})).toEqual([
      'crm.0 came 7200: u 1 7200 to 7240 [everyone, 0]',
      'crm.2 came 14400, due 21600: u 2 14400 to 14477 [everyone, 0]',
      'crm.3 came 18000: u 1 18000 to 18020 [everyone, 950]',
      'crm.8 came 26400: u 2 26400 to 26405 [everyone, 0]',
    ]);
  });

  test('what happened is kept for comparison, and what cannot be used is counted, with lines', async () => {
    const {recorded, rules, warnings} = await resultsOf(CASES, {'cases.csv': CASES_CSV});
    expect(rules.map(({process, hits}) => `${process} ${hits}`)).toEqual(['hi 2', 'cls 1', 'byprio 1', 'rest 0']);
    const {recorded: was, simulated} = recorded?.rows[0] ?? {};
    expect([was?.meanWaitSeconds, was?.abandonment, simulated?.meanWaitSeconds]).toEqual([
      (5 + 15 + 10 + 5) / 4,
      0.25,
      0,
    ]);
    expect(
      warnings.filter(({message}) => message.startsWith('demand')).map(({count, examples}) => [count, ...examples]),
    ).toEqual([
      [1, 'line 6: "1"'],
      [
        4,
        'line 7: channel "Fax" is not in the table of values',
        'line 8: arrival "2026-03-02 06:00:00" is no time of the format given',
        'line 9: handle time "-5" is negative',
        'line 11: value "many" is no number',
      ],
      [1, 'line 10: "Zed"'],
    ]);
  });

  test('a bad row may end the run', () => {
    const stopping = CASES.replace("empty: [ '',", "onBadRow: stop\n      empty: [ '',");
    expect(() => itemsOf(stopping, {'cases.csv': CASES_CSV})).toThrow(InputError);
  });
});

const TABS = [
  'id\tat\tanswered\ttransfer\thangup\tacw\tpat\tdue',
  'b\t2026-03-02T02:00:00Z\t2026-03-02T02:00:05Z\t\t2026-03-02T02:00:35Z\t1\t\t2026-03-02T03:00:00Z',
  'a\t2026-03-02T01:00:00Z\t2026-03-02T01:00:05Z\t2026-03-02T01:00:15Z\t2026-03-02T01:00:35Z\t0\t50\t2026-03-01T21:30:00Z',
  'b\t2026-03-02T03:00:00Z\t2026-03-02T01:00:05Z\t2026-03-02T01:00:15Z\t2026-03-02T01:00:35Z\t0\t50\t',
  'c\t2026-03-02T02:00:01Z\t\t\t2026-03-02T01:00:35Z\t0\t50\t2026-03-02T02:00:31Z',
  'd\t2026-03-02T02:00:02Z\t\t\t2026-03-02T01:00:35Z\t0\t200\t2026-03-02T02:00:01Z',
].join('\n');
const tabs = (sorted: string) => `
demand:
  - source: crm
    channel: voice
    replay:
      file: log.tsv
      ${sorted}
      onRepeat: reject
      columns:
        id: id
        arrived: at
        handleTime: { from: answered, to: [ transfer, hangup ], missing: 7s }
        wrapUp: { column: acw, unit: m }
        patience: { column: pat, missing: { constant: 100s } }
        due: due
routing:
  segmentation: { otherwise: p }
  processes: { p: { priority: g } }
  priorities: { g: { initial: 1, overdue: { from: 50, increment: 10, every: 1h } } }
workforce: [ { group: u, agents: 1 } ]`;

describe('a log out of order', () => {
  // a: 10 s to its transfer, due 3.5 h before it came: 50 and three increments; c gives up after 50 s behind b's wrap-up
  // of a minute; d was due a second before it came
  const rows = [
    'crm.1 came 3600, due -9000: u 1 3600 to 3610 [everyone, 80]',
    'crm.0 came 7200, due 10800: u 1 7200 to 7230 wrapping to 7290 [everyone, 1]',
    'crm.3 came 7201, due 7231: abandoned 7251',
    'crm.4 came 7202, due 7201: u 1 7290 to 7297 [everyone, 50]',
  ];
  test('is sorted first, and the run says so; a repeated id may be a bad row', async () => {
    expect(itemsOf(tabs('sorted: false'), {'log.tsv': TABS})).toEqual(rows);
    expect(await told(tabs('sorted: false'), {'log.tsv': TABS})).toEqual([
      '1 demand.crm: log.tsv is not in order of arrival: it is read whole and sorted first: log.tsv',
      '1 demand.crm: rows of log.tsv cannot be used and were left out: line 4: the id "b" has been there before (onRepeat: reject)',
    ]);
  });
  test('and said to be in order: rows that come before those above them cannot be used', async () => {
    expect(itemsOf(tabs(''), {'log.tsv': TABS})).toEqual([rows[1]]);
    expect((await told(tabs(''), {'log.tsv': TABS}))[0]).toContain(
      'line 3: arrives 1h before a row above it: say how far with sorted: within 1d, or sorted: false',
    );
  });
  test('within a window is streamed', () => {
    expect(itemsOf(tabs('sorted: within 1d'), {'log.tsv': TABS})).toEqual(rows);
  });
});

test('patience that the log lacks is longer than the wait recorded; who hung up waits as long as he did', () => {
  // nobody is free all day: everybody gives up, the answered at random after 60 s, the abandoned at 30 and 45
  const rows = itemsOf(
    `
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10h }
  - source: log
    channel: v
    patience: { exponential: { mean: 1m } }
    replay: { file: l.csv, columns: { arrived: at, handleTime: { column: h, missing: 5s }, recorded: { wait: w, outcome: o } } }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`,
    {
      'l.csv': `at,h,w,o\n${Array.from({length: 20}, (_, i) => `2026-03-02T01:${i + 10},10,60,answered\n`).join('')}2026-03-02T02:00,0,30,abandoned\n2026-03-02T02:01,,45,abandoned\n`,
    },
  );
  const waits = rows.slice(1).map((row) => {
    const [, came, left] = /came ([\d.]+): abandoned ([\d.]+)/.exec(row) ?? [];
    return Number(left) - Number(came);
  });
  expect(waits.slice(-2)).toEqual([30, 45]);
  expect(Math.min(...waits.slice(0, -2))).toBeGreaterThan(60);
  expect(new Set(waits).size).toBe(22);
});

test('a log mapped by nothing but columns: a row filter, an order of its own, a separator, a byte-order mark', () => {
  const csv =
    '\uFEFFat;kind;s\n2026-03-02 00:01;A;5\n2026-03-02 00:02;B;5\n2026-03-02 00:03;A;0:00:07\n2026-03-02 00:04;A;1,5\n';
  expect(
    itemsOf(
      `
demand:
  - { source: log, channel: v, replay: { file: log.csv, where: 'kind = "A"', columns: { arrived: at, handleTime: s } } }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`,
      {'log.csv': csv},
    ),
  ).toEqual([
    'log.0 came 60: u 1 60 to 65 [everyone, 0]',
    'log.2 came 180: u 1 180 to 187 [everyone, 0]',
    'log.3 came 240: u 1 240 to 241.5 [everyone, 0]',
  ]);
});

test('the backlog at the start: older than the run, with due dates and priorities of its own', async () => {
  // priority is 100 and 1 for each full hour: 62 h, 12 h; the third brings 500; the newcomer has 100
  const desk = `
to: 1h
atEnd: cut
demand:
  - source: old
    channel: w
    backlog: { file: backlog.csv, columns: { arrived: at, due: due_at, priority: prio, handleTime: { column: h, unit: m } }, attributes: { dept: text } }
  - { source: new, channel: w, arrivals: { at: [ 0s ] }, handleTime: 60s, attributes: { dept: S } }
routing:
  segmentation: { columns: [ dept ], rules: [ { if: [ F ], then: f } ], otherwise: s }
  processes: { f: { sla: 2d, priority: grow }, s: { sla: 4h, priority: grow } }
  priorities: { grow: { initial: 100, increment: 1, every: 1h } }
workforce: [ { group: u, agents: 1 } ]`;
  const files = {
    'backlog.csv':
      'at,due_at,prio,h,dept\n2026-02-27T10:00,,,1,F\n2026-03-01 12:00,2026-03-01 20:00,,2,S\n2026-03-01 23:30,,500,1,S\n2026-03-02 05:00,,,1,S\n',
  };
  expect(itemsOf(desk, files)).toEqual([
    'old.0 came -223200, due -50400: u 1 60 to 120 [everyone, 162]',
    'new.0 came 0, due 14400: u 1 240 to 300 [everyone, 100]',
    'old.1 came -43200, due -14400: u 1 120 to 240 [everyone, 112]',
    'old.2 came -1800, due 12600: u 1 0 to 60 [everyone, 500]',
  ]);
  const {flow, warnings} = await resultsOf(desk, files);
  // two were due before the start, two are done in time
  expect([flow.total.offered?.value, flow.total.slaAttainment?.value]).toEqual([4, 0.5]);
  expect(warnings.map(({message, examples}) => `${message}: ${examples}`)).toEqual([
    'demand.old: rows of backlog.csv arrive outside the horizon and were left out: line 5: 2026-03-02T05:00:00',
  ]);
});

test('a due date and a priority of the source override the process and its curve', () => {
  // the agent is free at 02:00: 53 is 50 and three half hours; 24 and 21 are overdue since 22:00 and 01:00
  expect(
    itemsOf(
      `
demand:
  - { source: blk, channel: v, arrivals: { at: [ 0s ] }, handleTime: 2h }
  - { source: x, channel: v, handleTime: 1m, replay: { file: c.csv, columns: { arrived: at, due: due, priority: prio } } }
routing:
  segmentation: { otherwise: p }
  processes: { p: { sla: 4h, priority: g } }
  priorities: { g: { initial: 5, increment: 1, every: 30m, overdue: { from: 20, increment: 1, every: 1h } } }
workforce: [ { group: a, agents: 1 } ]`,
      {
        'c.csv':
          'at,due,prio\n2026-03-02T00:10,2026-03-01T22:00,\n2026-03-02T00:20,,\n2026-03-02T00:20,,50\n2026-03-02T00:30,2026-03-02T01:00,\n',
      },
    ).slice(1),
  ).toEqual([
    'x.0 came 600, due -7200: a 1 7260 to 7320 [everyone, 24]',
    'x.1 came 1200, due 15600: a 1 7380 to 7440 [everyone, 8]',
    'x.2 came 1200, due 15600: a 1 7200 to 7260 [everyone, 53]',
    'x.3 came 1800, due 3600: a 1 7320 to 7380 [everyone, 21]',
  ]);
});
