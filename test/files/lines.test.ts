import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {growingFile} from '../../src/files/index.ts';
import {InputError} from '../../src/language/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'preroute-lines-'));

test('a growing file takes its place when it is whole, however much it is', () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'old');
  const file = growingFile(path);
  const lines = Array.from({length: 20_000}, (_, i) => `line ${i} é\n`);
  for (const line of lines) file.write(line);
  expect(readFileSync(path, 'utf8')).toBe('old');
  file.close();
  expect(readFileSync(path, 'utf8')).toBe(lines.join(''));
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('one that is not to be leaves nothing, and what was there', () => {
  const path = join(folder, 'b.txt');
  const file = growingFile(path);
  file.write('half');
  file.discard();
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a place that cannot be written to is a problem of the input', () => {
  expect(() => growingFile(join(folder, 'nowhere', 'c.txt'))).toThrow(InputError);
  mkdirSync(join(folder, 'taken'));
  const file = growingFile(join(folder, 'taken'));
  expect(() => file.close()).toThrow(InputError);
  file.discard();
});
