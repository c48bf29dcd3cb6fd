import {expect, test} from 'vitest';
import {externalIds} from '../../src/demand/replayed/index.ts';
import {openRows} from '../../src/files/index.ts';
import type {DistributionSpec} from '../../src/random/distribution.ts';
import {fixed, logOf, readFeed, replayOf, START, sourceOf} from './feedOf.ts';

const exponential = (mean: number): DistributionSpec => ({
  kind: 'exponential',
  params: {mean},
  zeroShare: 0,
  mean,
  sd: mean,
});

const RECORDED = {
  recorded: {wait: {kind: 'column', column: ['wait'], unitMs: 1000}, outcome: ['end'], abandoned: ['HANG'], agent: []},
} as const;
const calls = (count: number, row: (i: number) => string) =>
  logOf(
    'at,work,wait,end',
    ...Array.from({length: count}, (_, i) => `${new Date(START + 1000 * i).toISOString()},${row(i)}`),
  );

test('who hung up has the patience he showed, and what is recorded is handed on', () => {
  const path = calls(2, (i) => (i === 0 ? '0,35,HANG' : '60,10,AGENT'));
  const source = sourceOf(replayOf(path, {columns: RECORDED}), {handleTime: {fixed: fixed(7000)}});
  const {rows, recorded} = readFeed(source);
  expect(rows.map(({handleMs, patienceMs}) => [handleMs, patienceMs])).toEqual([
    [7000, 35_000],
    [60_000, Number.POSITIVE_INFINITY],
  ]);
  expect(recorded).toEqual([
    {arrivedMs: 0, waitMs: 35_000, abandoned: true},
    {arrivedMs: 1000, waitMs: 10_000, abandoned: false},
  ]);
});

test('an answer that is missing is an abandonment, where the empty outcome says so', () => {
  const path = logOf('at,work,answered', '2026-03-02 08:00,60,2026-03-02 08:00', '2026-03-02 08:01,60,');
  const recorded = {wait: null, outcome: ['answered'], abandoned: [''], agent: []};
  const {recorded: seen} = readFeed(sourceOf(replayOf(path, {columns: {recorded}})));
  expect(seen.map((one) => one.abandoned)).toEqual([false, true]);
});

test('the patience of who was answered is drawn, of at least the wait he showed', () => {
  const count = 4000;
  const path = calls(count, () => '60,120,AGENT');
  const source = sourceOf(replayOf(path, {columns: RECORDED}), {patience: {fixed: exponential(60_000)}});
  const rest = readFeed(source).rows.map((row) => row.patienceMs - 120_000);
  expect(Math.min(...rest)).toBeGreaterThanOrEqual(0);
  // Memoryless: what is left has the mean of the whole; five standard errors.
  const mean = rest.reduce((sum, value) => sum + value, 0) / count;
  expect(Math.abs(mean - 60_000)).toBeLessThan((5 * 60_000) / Math.sqrt(count));
});

test('a wait that a patience never reaches is counted', () => {
  const source = sourceOf(
    replayOf(
      calls(1, () => '60,120,AGENT'),
      {columns: RECORDED},
    ),
    {patience: {fixed: fixed(60_000)}},
  );
  const {rows, warnings} = readFeed(source);
  expect(rows[0]?.patienceMs).toBeGreaterThanOrEqual(120_000);
  expect([...warnings]).toEqual([['log: waits beyond patience', ['line 2: 120 s']]]);
});

test('draws are keyed by the row: filters and other rows do not move them, replications do', () => {
  const path = calls(500, (i) => `,${i % 50},${i % 3 === 0 ? 'HANG' : 'AGENT'}`);
  const columns = {
    ...RECORDED,
    handleTime: {kind: 'column', column: ['work'], unitMs: 1000, missing: exponential(60_000)},
  } as const;
  const read = (where: string | undefined, replication: number) =>
    readFeed(
      sourceOf(replayOf(path, {...(where === undefined ? {} : {where}), columns}), {
        patience: {fixed: exponential(90_000)},
      }),
      {replication},
    ).rows;
  const all = read(undefined, 0);
  const answered = read('end = "AGENT"', 0);
  expect(answered).toHaveLength(333);
  expect(all.filter((row) => row.number % 3 !== 0)).toEqual(answered);
  expect(read(undefined, 0)).toEqual(all);
  expect(read(undefined, 1).map((row) => row.handleMs)).not.toEqual(all.map((row) => row.handleMs));
});

test('the ids of a log are found again by the numbers of its items', () => {
  const path = logOf('id,at,work', 'x,2026-03-02 08:00,60', 'bad,never,60', 'y,2026-03-02 08:01,60');
  const replay = replayOf(path, {columns: {id: ['id']}});
  const numbers = readFeed(sourceOf(replay)).rows.map((row) => row.number);
  const ids = externalIds(replay, openRows, (number) => numbers.includes(number));
  expect([...ids]).toEqual([
    [0, 'x'],
    [2, 'y'],
  ]);
});

test('a preferred agent is what the row names, else drawn by the row: leaving rows out changes no other', () => {
  const path = logOf(
    'at,work,wants,line',
    ...Array.from({length: 400}, (_, i) => {
      const at = new Date(START + 1000 * i).toISOString();
      return `${at},60,${i % 4 === 0 ? 'Ann' : ''},${i % 3 === 0 ? 'b' : 'a'}`;
    }),
  );
  const wants = {preferredAgent: {share: 0.5, groups: [], agents: ['Bob']}};
  const columns = {preferredAgent: ['wants']};
  const all = readFeed(sourceOf(replayOf(path, {columns}), wants)).rows;
  const some = readFeed(sourceOf(replayOf(path, {columns, where: 'line = "b"'}), wants)).rows;
  expect(some.length).toBe(134);
  const byNumber = new Map(all.map(({number, preferred}) => [number, preferred]));
  for (const {number, preferred} of some) expect(preferred).toBe(byNumber.get(number));
  expect(all.filter(({number}) => number % 4 === 0).every(({preferred}) => preferred === 3)).toBe(true);
  const drawn = all.filter(({number}) => number % 4 !== 0);
  // 300 draws of one half: 5 standard errors are 0.144.
  expect(Math.abs(drawn.filter(({preferred}) => preferred === 4).length / drawn.length - 0.5)).toBeLessThan(0.144);
  expect(drawn.every(({preferred}) => preferred === 4 || preferred === -1)).toBe(true);
});
