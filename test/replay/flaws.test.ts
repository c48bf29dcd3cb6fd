import {expect, test} from 'vitest';
import {InputError} from '../../src/language/problem.ts';
import {fixed, HOUR, logOf, readFeed, replayOf, sourceOf} from './feedOf.ts';

const LOG = [
  'id,at,work,value,from,to',
  'a,2026-03-02 08:00:00,60,1,,',
  'b,yesterday,60,1,,',
  'c,2026-03-02 08:10:00,-5,1,,',
  'd,2026-03-02 08:20:00,a while,1,,',
  'e,2026-03-02 08:30:00,60,many,,',
  'f,2026-03-02 08:40:00',
  ',2026-03-02 08:50:00,60,1,,',
  'g,,60,1,,',
  'h,2026-03-01 23:59:59,60,1,,',
  'i,2026-03-02 09:00:00,60,1,,',
  'j,2026-03-02 08:59:00,60,1,,',
  'k,2026-03-03 00:00:00,60,1,,',
  'l,2026-03-02 10:00:00,,1,,',
  '"\u001b[31m=1+1",2026-13-02 10:00:00,60,1,,',
  'm,2026-03-29 02:30:00,60,1,,',
];
const flawed = (more = {}) =>
  sourceOf(
    replayOf(logOf(...LOG), {
      time: {format: null, zone: 'Europe/Madrid'},
      attributes: [{name: 'value', type: 'number', column: ['value']}],
      ...more,
      columns: {id: ['id']},
    }),
  );

test('a log with every flaw: each row that cannot be used is counted with its line, the rest is replayed', () => {
  const {rows, warnings} = readFeed(flawed(), {zone: 'Europe/Madrid', startEpochMs: Date.UTC(2026, 2, 1, 23)});
  expect(rows.map((row) => row.arrivedMs)).toEqual([8 * HOUR, 9 * HOUR]);
  expect([...warnings]).toEqual([
    [
      'log: bad rows',
      [
        'line 3: arrival "yesterday" is no time of the format given',
        'line 4: handle time "-5" is negative',
        'line 5: handle time "a while" is no duration',
        'line 6: value "many" is no number',
        'line 7: 2 cells where the header has 6: "f 2026-03-02 08:40:00"',
        'line 8: no id',
        'line 9: no arrival',
        'line 12: arrives 1m before a row above it: say how far with sorted: within 1d, or sorted: false',
        'line 14: no handle time, and no distribution to draw it from (columns.handleTime.missing)',
        'line 15: arrival "2026-13-02 10:00:00" is no time of the format given',
        'line 16: arrival "2026-03-29 02:30:00" does not exist: the clock skips it',
      ],
    ],
    ['log: rows outside the horizon', ['line 10: 2026-03-01T23:59:59', 'line 13: 2026-03-03T00:00:00']],
  ]);
});

test('onBadRow: stop ends the run at the first, with its line', () => {
  try {
    readFeed(flawed({onBadRow: 'stop'}));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.map(({at, message}) => [at.line, message])).toEqual([
      [3, 'this row cannot be used: arrival "yesterday" is no time of the format given'],
    ]);
  }
});

test('a preferred agent whom nobody knows is named, and the item goes on without', () => {
  const path = logOf('at,work,owner', '2026-03-02 08:00,60,Zoe', '2026-03-02 08:01,60,Bob');
  const {rows, warnings} = readFeed(sourceOf(replayOf(path, {columns: {preferredAgent: ['owner']}})));
  expect(rows.map((row) => row.preferred)).toEqual([-1, 4]);
  expect([...warnings]).toEqual([['log: unknown preferred agents', ['line 2: "Zoe"']]]);
});

test('a log without rows is no item', () => {
  expect(readFeed(sourceOf(replayOf(logOf('at,work')))).rows).toEqual([]);
});

test('attributes the scenario gives stand beside those of columns', () => {
  const path = logOf('at,work,segment', '2026-03-02 08:00,60,Gold', '2026-03-02 08:01,60,');
  const replay = replayOf(path, {attributes: [{name: 'segment', type: 'text', column: ['segment']}]});
  const {classified} = readFeed(
    sourceOf(replay, {
      handleTime: {fixed: fixed(1)},
      attributes: {
        department: {kind: 'constant', value: 'Sales'},
        score: {kind: 'distribution', distribution: fixed(7)},
        half: {kind: 'shares', values: [{value: 'A', share: 1}]},
      },
    }),
  );
  expect(classified[0]?.attributes).toEqual({department: 'Sales', score: 7, half: 'A', segment: 'Gold'});
});
