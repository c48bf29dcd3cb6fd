import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {openRows} from '../../src/files/index.ts';
import {initFromLog} from '../../src/importers/index.ts';
import type {Work} from '../../src/importers/logFacts.ts';
import {presenceOf} from '../../src/importers/presence.ts';
import {WaitingTimes} from '../../src/importers/turnaround.ts';

const MINUTE = 60_000;
/** In minutes. */
const work = (...pieces: (readonly [from: number, to: number, queue?: string])[]): Work[] =>
  pieces.map(([from, to, queue = 'a']) => ({fromMs: from * MINUTE, toMs: to * MINUTE, queue}));

/** Spells of an agent in minutes, breaks being longer than ten. */
function spells(people: Record<string, Work[]>, agent: string, lines: Record<string, [number, number][]> = {}) {
  const waiting = new Map(
    Object.entries(lines).map(([queue, stretches]) => {
      const times = new WaitingTimes();
      for (const [from, to] of stretches) times.add(from * MINUTE, to * MINUTE);
      return [queue, times];
    }),
  );
  return presenceOf(new Map(Object.entries(people)), {breakMs: 10 * MINUTE, zone: 'UTC', waiting})
    .filter((spell) => spell.agent === agent)
    .map(({fromMs, toMs}) => [fromMs / MINUTE, toMs / MINUTE]);
}

/** Bob is the last of the day. */
const BOB = work([600, 610]);
const ANN = work([0, 4], [5, 9], [30, 36]);

test('who leaves has the last contact in hand; who is the last of a queue is done with it', () => {
  expect(spells({Ann: ANN, Bob: BOB}, 'Ann')).toEqual([[0, 33]]);
  expect(spells({Ann: ANN, Bob: BOB}, 'Bob')).toEqual([[600, 610]]);
  expect(spells({Ann: ANN, Bob: work([600, 610, 'b'])}, 'Ann')).toEqual([[0, 36]]);
  // Work without any length: somebody was there for a second.
  expect(spells({Ann: work([0, 0]), Bob: BOB}, 'Ann')).toEqual([[0, 1 / 60]]);
});

test('long without a contact is a break where there was something to do', () => {
  const split = [
    [0, 7],
    [30, 33],
  ];
  // Somebody waited whom Ann could take; or in another queue; or only while she may still have been at it.
  expect(spells({Ann: ANN, Bob: BOB}, 'Ann', {a: [[15, 16]]})).toEqual(split);
  expect(spells({Ann: ANN, Bob: BOB}, 'Ann', {a: [[0, 100]]})).toEqual(split);
  expect(spells({Ann: ANN, Bob: BOB}, 'Ann', {b: [[15, 16]]})).toEqual([[0, 33]]);
  expect(spells({Ann: ANN, Bob: BOB}, 'Ann', {a: [[9, 11]]})).toEqual([[0, 33]]);
  // Eve took one though she had been free for less long; or for longer; or one that is not Ann's.
  expect(spells({Ann: ANN, Bob: BOB, Eve: work([6, 12], [14, 18])}, 'Ann')).toEqual(split);
  expect(spells({Ann: ANN, Bob: BOB, Eve: work([6, 8], [14, 18])}, 'Ann')).toEqual([[0, 33]]);
  expect(spells({Ann: ANN, Bob: BOB, Eve: work([6, 12], [14, 18, 'b'])}, 'Ann')).toEqual([[0, 33]]);
});

test('the people of scenarios/replay, whose shifts are known, are there in what init reads from its log', () => {
  const path = resolve(import.meta.dirname, '../../scenarios/replay/contacts.csv');
  const columns = {date: 'opened_on', handleTime: 'talk_s', queue: 'media'};
  const files = initFromLog({path, writtenPath: path, name: 'desk', zone: 'UTC', openRows, columns, keepNames: true});
  const presence = parseTable(String(files.find((file) => file.path === 'presence.csv')?.content), '');
  const hours = new Map<string, number>();
  for (const {cells} of presence.rows) {
    const [agent = '', from = '', to = ''] = cells;
    const length = (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / (60 * MINUTE);
    hours.set(agent, (hours.get(agent) ?? 0) + length);
  }
  const front = [...hours].filter(([agent]) => agent.startsWith('front'));
  expect(readFileSync(path, 'utf8')).toContain('front early 1');
  expect(front).toHaveLength(6);
  // Five shifts of eight hours each; before the first contact of a day and after the last nothing is seen.
  for (const [agent, length] of front) {
    expect(length, agent).toBeGreaterThan(36);
    expect(length, agent).toBeLessThan(40.2);
  }
});
