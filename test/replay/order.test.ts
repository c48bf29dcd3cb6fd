import fc from 'fast-check';
import {expect, test} from 'vitest';
import {HOUR, logOf, readFeed, replayOf, START, sourceOf} from './feedOf.ts';

const at = (ms: number) => new Date(START + ms).toISOString();
const logAt = (times: readonly number[]) => logOf('at,work', ...times.map((ms) => `${at(ms)},60`));

test('a log out of order is streamed with a window, and what is further out is bad', () => {
  const path = logAt([0, 3 * HOUR, 2 * HOUR, 5 * HOUR, 4 * HOUR, 1 * HOUR]);
  const {rows, warnings} = readFeed(sourceOf(replayOf(path, {sorted: {kind: 'within', ms: HOUR}})));
  expect(rows.map((row) => [row.number, row.arrivedMs / HOUR])).toEqual([
    [0, 0],
    [2, 2],
    [1, 3],
    [4, 4],
    [3, 5],
  ]);
  expect([...warnings]).toEqual([
    ['log: bad rows', ['line 7: arrives 4h before a row above it, more than sorted: within says']],
  ]);
});

test('a log in no order is read whole and sorted first, and that is said', () => {
  const {rows, warnings} = readFeed(sourceOf(replayOf(logAt([5, 3, 3, 4, 1]), {sorted: {kind: 'no'}})));
  expect(rows.map((row) => [row.number, row.arrivedMs])).toEqual([
    [4, 1],
    [1, 3],
    [2, 3],
    [3, 4],
    [0, 5],
  ]);
  expect([...warnings]).toEqual([['log: read whole', ['log.csv']]]);
});

test('any order comes out sorted, every row once, across blocks', () => {
  const times = fc.array(fc.integer({min: 0, max: 20_000}), {minLength: 1, maxLength: 40});
  fc.assert(
    fc.property(times, (some) => {
      const path = logAt(some);
      const expected = some.map((ms, number) => [ms, number]).sort(([a, i], [b, j]) => a - b || i - j);
      for (const sorted of [{kind: 'no'}, {kind: 'within', ms: 20_000}] as const) {
        const {rows} = readFeed(sourceOf(replayOf(path, {sorted})));
        expect(rows.map((row) => [row.arrivedMs, row.number])).toEqual(expected);
      }
    }),
    {numRuns: 40},
  );
  const many = Array.from({length: 3000}, (_, i) => (i * 7919) % 3000);
  const {rows} = readFeed(sourceOf(replayOf(logAt(many), {sorted: {kind: 'no'}})));
  expect(rows.map((row) => row.arrivedMs)).toEqual(Array.from({length: 3000}, (_, i) => i));
});

const VISITS = [
  'id,at,work',
  'a,2026-03-02 08:00,60',
  'b,2026-03-02 08:01,60',
  'a,2026-03-02 09:00,30',
  'a,2026-03-02 10:00,',
];

test('rows of one id are visits of one item: it keeps its first arrival, its work is added up', () => {
  const missing = {kind: 'constant', params: {value: 1000}, zeroShare: 0, mean: 1000, sd: 0};
  const columns = {id: ['id'], handleTime: {kind: 'column', column: ['work'], unitMs: 1000, missing}} as const;
  const {rows, warnings} = readFeed(sourceOf(replayOf(logOf(...VISITS), {columns})));
  expect(rows.map(({number, arrivedMs, handleMs}) => [number, arrivedMs, handleMs])).toEqual([
    [0, 8 * HOUR, 91_000],
    [1, 8 * HOUR + 60_000, 60_000],
  ]);
  expect([...warnings]).toEqual([['log: repeated ids', ['line 4: "a"', 'line 5: "a"']]]);
});

test('with onRepeat: reject further rows of an id are bad', () => {
  const {rows, warnings} = readFeed(
    sourceOf(replayOf(logOf(...VISITS.slice(0, 4)), {onRepeat: 'reject', columns: {id: ['id']}})),
  );
  expect(rows.map((row) => row.handleMs)).toEqual([60_000, 60_000]);
  expect([...warnings]).toEqual([['log: bad rows', ['line 4: the id "a" has been there before (onRepeat: reject)']]]);
});
