import {expect, test} from 'vitest';
import {parseLoggedDuration} from '../../src/demand/replayed/durations.ts';
import {InputError} from '../../src/language/problem.ts';
import {fixed, HOUR, logOf, readFeed, replayOf, START, sourceOf} from './feedOf.ts';

test('a row becomes an item: instants, durations, due date, priority, preferred agent, attributes', () => {
  const path = logOf(
    'at,work,acw,pat,due,prio,owner,segment,value,born',
    '2026-03-02T00:00:10Z,95,0:00:30,PT2M,2026-03-03 08:00,700,Ann,Gold,12.5,2026-01-31',
    '2026-03-02 01:00:00,1:35,,,,,,,,',
  );
  const column = (name: string, unitMs = 1000) => ({kind: 'column', column: [name], unitMs}) as const;
  const replay = replayOf(path, {
    columns: {
      wrapUp: column('acw'),
      patience: column('pat', 60_000),
      due: {kind: 'instant', column: ['due']},
      priority: ['prio'],
      preferredAgent: ['owner'],
    },
    attributes: [
      {name: 'customerSegment', type: 'text', column: ['segment']},
      {name: 'dealValue', type: 'number', column: ['value']},
      {name: 'born', type: 'date', column: ['born']},
    ],
  });
  const {rows, classified, warnings} = readFeed(sourceOf(replay, {wrapUp: {fixed: fixed(5000)}}));
  expect(rows).toEqual([
    {
      number: 0,
      arrivedMs: 10_000,
      handleMs: 95_000,
      wrapUpMs: 30_000,
      patienceMs: 120_000,
      dueMs: 32 * HOUR,
      initial: 700,
      preferred: 3,
    },
    {
      number: 1,
      arrivedMs: HOUR,
      handleMs: 5_700_000,
      wrapUpMs: 5000,
      patienceMs: Number.POSITIVE_INFINITY,
      dueMs: Number.NaN,
      initial: Number.NaN,
      preferred: -1,
    },
  ]);
  expect(classified).toEqual([
    {channel: 'voice', attributes: {customerSegment: 'Gold', dealValue: 12.5, born: '2026-01-31'}, priority: 700},
    {channel: 'voice', attributes: {customerSegment: null, dealValue: null, born: null}, priority: Number.NaN},
  ]);
  expect(warnings).toEqual(new Map());
});

test('date and time apart, the first column that is not empty, a zone, differences over midnight', () => {
  const path = logOf(
    'day\tqueued\ttaken\tdone',
    '260302\t0:00:00\t9:00:05\t9:01:05',
    '260302\t9:10:00\t9:12:30\t9:13:00',
    '260302\t23:59:00\t23:59:30\t0:00:30',
  );
  const at = (...time: string[]) => ({kind: 'dateAndTime', date: ['day'], time}) as const;
  const replay = replayOf(path, {
    time: {format: 'yyMMdd H:mm:ss', zone: 'Europe/Madrid'},
    empty: ['', '0:00:00'],
    columns: {
      arrived: at('queued', 'taken'),
      handleTime: {kind: 'difference', from: at('taken'), to: at('done')},
      recorded: {
        wait: {kind: 'difference', from: at('queued'), to: at('taken')},
        outcome: [],
        abandoned: [],
        agent: [],
      },
    },
  });
  const {rows, recorded, warnings} = readFeed(sourceOf(replay));
  expect(rows.map(({arrivedMs, handleMs}) => [arrivedMs, handleMs])).toEqual([
    [8 * HOUR + 5000, 60_000],
    [8 * HOUR + 600_000, 30_000],
    [23 * HOUR - 60_000, 60_000],
  ]);
  expect(recorded.map(({waitMs}) => waitMs)).toEqual([Number.NaN, 150_000, 30_000]);
  expect(warnings).toEqual(new Map());
});

test('the channel comes from a column with a table of values', () => {
  const path = logOf(
    'at,work,media',
    '2026-03-02 08:00,60,Call',
    '2026-03-02 09:00,60,Web chat',
    '2026-03-02 10:00,60,web chat',
  );
  const channel = {column: ['media'], values: {Call: 'voice', 'Web chat': 'chat'}};
  const {classified, warnings} = readFeed(sourceOf(replayOf(path), {channel}));
  expect(classified.map((one) => one.channel)).toEqual(['voice', 'chat']);
  expect([...warnings]).toEqual([
    ['log: bad rows', ['line 4: channel "web chat" is not in the table of values ("Web chat" is)']],
  ]);
});

test('only rows that pass the filter are items', () => {
  const path = logOf(
    'at,work,status,wait',
    '2026-03-02 08:00,60,Open,5',
    'never,x,Test,0',
    '2026-03-02 09:00,60,Open,0',
  );
  expect(readFeed(sourceOf(replayOf(path, {where: 'status != "Test"'}))).rows).toHaveLength(2);
  expect(readFeed(sourceOf(replayOf(path, {where: 'status != "Test" and wait > 0'}))).rows).toHaveLength(1);
});

test('columns that are not there are problems, all at once, with the nearest one', () => {
  const path = logOf('arrived_at,wrk', '1,2');
  try {
    readFeed(sourceOf(replayOf(path, {columns: {arrived: {kind: 'instant', column: ['arived_at']}}})));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.map(({at, path: place, message, hint}) => [at.line, place, message, hint])).toEqual([
      [
        1,
        'demand.log.replay.columns.arrived',
        'expected a column "arived_at" in the header, found none',
        'did you mean arrived_at?',
      ],
      [
        1,
        'demand.log.replay.columns.handleTime',
        'expected a column "work" in the header, found none',
        'did you mean wrk?',
      ],
    ]);
  }
});

test.each([
  ['95', 95_000],
  ['95.5', 95_500],
  ['1,5', 1500],
  ['-3', -3000],
  ['1:35', 5_700_000],
  ['0:01:35', 95_000],
  ['26:00:00', 93_600_000],
  ['PT1M35S', 95_000],
  ['P1DT1H', 90_000_000],
  ['P', Number.NaN],
  ['PT', Number.NaN],
  ['1:75', Number.NaN],
  ['soon', Number.NaN],
])('the duration %s is %d ms', (text, ms) => {
  expect(parseLoggedDuration(text, 1000)).toBe(ms);
});

test('items before the start are a backlog, with their true age', () => {
  const path = logOf('at,work', '2026-02-27 12:00,60', '2026-03-02 00:00,60', '2026-03-02 00:01,60');
  const replay = replayOf(path, {sorted: {kind: 'no'}});
  const backlog = readFeed(sourceOf(replay, {arrivals: {kind: 'backlog', replay}}));
  expect(backlog.rows.map((row) => row.arrivedMs)).toEqual([Date.UTC(2026, 1, 27, 12) - START, 0]);
  expect(backlog.recorded).toEqual([]);
  expect(backlog.warnings.get('log: rows outside the horizon')).toEqual(['line 4: 2026-03-02T00:01:00']);
  expect(readFeed(sourceOf(replay)).rows.map((row) => row.arrivedMs)).toEqual([0, 60_000]);
});
