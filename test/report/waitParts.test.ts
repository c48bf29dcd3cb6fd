/** What the parts of the wait say is to be changed. */
import {expect, test} from 'vitest';
import type {WaitParts} from '../../src/measure/results.ts';
import {PART_NAMES, type PartName} from '../../src/measure/waitParts/parts.ts';
import {waitAdvice} from '../../src/report/waitParts.ts';

const process = (name: string, parts: Partial<Record<PartName, number>>): WaitParts['process'][number] => ({
  process: name,
  seconds: Object.fromEntries(
    PART_NAMES.map((part) => [part, {value: parts[part] ?? 0, halfWidth: null}]),
  ) as WaitParts['process'][number]['seconds'],
});

test('each process that waited much is told its greatest part and what would change it, the longest first', () => {
  const of = [
    process('calls', {ownWork: 60, notOpen: 40}),
    process('chats', {capacity: 300}),
    process('mail', {nobody: 5}),
  ];
  expect(waitAdvice({process: of, attribute: []})).toEqual([
    'chats: 100 % of its waiting, an agent had room that his capacity rule denied it: change the rule.',
    'calls: 60 % of its waiting, qualified agents were busy with the same work: hire, or cross-train.',
  ]);
});

test('where nothing waited nothing is said', () => {
  expect(waitAdvice({process: [process('calls', {})], attribute: []})).toEqual([]);
});
