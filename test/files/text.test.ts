import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {textFiles} from '../../src/files/text.ts';
import {UnreadableFile} from '../../src/scenario/files.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-text-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));
const files = textFiles();

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

function failure(path: string): [string, string | undefined, string | undefined] {
  try {
    files.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.reason, error.detail?.message, error.detail?.hint];
    throw error;
  }
  throw new Error('expected a failure, read a text');
}

test('marks and Windows newlines are taken off', () => {
  expect(files.read(put('a.yaml', '\uFEFFname: Ä\r\nseed: 1\r\n'))).toBe('name: Ä\nseed: 1\n');
  expect(files.read(put('b.yaml', Buffer.from('\uFEFFname: Ä\r\n', 'utf16le')))).toBe('name: Ä\n');
});

test('what cannot be read says why', () => {
  expect(failure(join(dir, 'c.yaml'))).toEqual(['missing', 'none', 'did you mean a.yaml?']);
  expect(failure(dir)).toEqual(['is a folder', undefined, undefined]);
  expect(failure(put('latin1.yaml', Buffer.from('seed: 1\nname: René\n', 'latin1')))).toEqual([
    'not text',
    'bytes that are no UTF-8 (line 2)',
    'save the file as UTF-8 (in Excel: "CSV UTF-8")',
  ]);
});

test('a written path is meant from the file that names it', () => {
  expect(files.resolve('scenarios/a/scenario.yaml', '../b/calls.csv')).toBe('scenarios/b/calls.csv');
  expect(files.resolve('scenario.yaml', 'calls.csv')).toBe('calls.csv');
  expect(files.resolve('scenario.yaml', '/data/calls.csv')).toBe('/data/calls.csv');
  expect(files.exists(join(dir, 'a.yaml'))).toBe(true);
  expect(files.exists(join(dir, 'none.yaml'))).toBe(false);
});

test('the header of a log is known without reading the log', () => {
  const log = put('log.csv', `a;b\n${'1;2\n'.repeat(1_000_000)}`);
  expect(files.header?.(log, null)).toEqual(['a', 'b']);
  expect(files.header?.(log, ',')).toEqual(['a;b']);
  expect(() => files.header?.(join(dir, 'none.csv'), null)).toThrow('none of this name');
});
