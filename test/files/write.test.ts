import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeFiles} from '../../src/files/index.ts';
import {folderWith} from '../program/preroute.ts';

test('text may come part by part, longer than what is written at once', () => {
  const folder = folderWith({});
  const line = `${'é'.repeat(999)}\n`;
  function* parts() {
    for (let i = 0; i < 3000; i++) yield line;
  }
  writeFiles(folder, [{path: 'deep/long.csv', content: parts()}]);
  expect(readFileSync(join(folder, 'deep/long.csv'), 'utf8')).toBe(line.repeat(3000));
});

test('what fails on the way leaves no file, not even a part of one', () => {
  const folder = folderWith({});
  function* broken() {
    yield 'a'.repeat(2 << 20);
    throw new Error('no more');
  }
  expect(() => writeFiles(folder, [{path: 'x.csv', content: broken()}])).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});
