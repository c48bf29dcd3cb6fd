import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {openRows} from '../../src/files/rows.ts';
import {prepareDirectory, removeFiles, writeFiles} from '../../src/files/write.ts';
import {InputError} from '../../src/language/problem.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-rows-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

function readAll(path: string): {header: readonly string[]; rows: [number, ...string[]][]} {
  const reader = openRows(path, null);
  const rows: [number, ...string[]][] = [];
  for (let row = reader.next(); row; row = reader.next()) rows.push([reader.line, ...row]);
  return {header: reader.header, rows};
}

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({at, message}) => `${at.line}: ${message}`).join('; ');
    throw error;
  }
  throw new Error('expected a problem, found none');
}

test('rows come with their lines; blank lines and empty cells at the end are left out', () => {
  const path = file('plain.csv', '\uFEFF a ,b,\r\n\r\n1,2,,\r\n"x\r\ny",3\r\n4\r\n');
  expect(readAll(path)).toEqual({
    header: ['a', 'b'],
    rows: [
      [3, '1', '2'],
      [4, 'x\ny', '3'],
      [6, '4'],
    ],
  });
});

test.each([
  ['utf16le', [0xff, 0xfe]],
  ['utf16be', [0xfe, 0xff]],
] as const)('%s with a byte-order mark is read', (name, mark) => {
  const text = Buffer.from('näme;zahl\nÄnn;1\n', 'utf16le');
  const bytes = name === 'utf16be' ? text.swap16() : text;
  const path = file(`${name}.csv`, Buffer.concat([Buffer.from(mark), bytes]));
  expect(readAll(path)).toEqual({header: ['näme', 'zahl'], rows: [[2, 'Änn', '1']]});
});

test('quoted newlines and multi-byte characters across the borders of chunks keep rows and lines right', () => {
  const count = 40_000;
  let text = 'id,note\n';
  for (let i = 0; i < count; i++) text += `${i},"ä\n€ ${'x'.repeat(i % 61)}"\n`;
  expect(Buffer.byteLength(text)).toBeGreaterThan(1.5 * (1 << 20));
  const {rows} = readAll(file('borders.csv', text));
  expect(rows).toHaveLength(count);
  rows.forEach(([line, id, note], i) => {
    if (line !== 2 + 2 * i || id !== String(i) || note !== `ä\n€ ${'x'.repeat(i % 61)}`)
      throw new Error(`row ${i} is ${line} ${id} ${note}`);
  });
});

test('a file that cannot be read is a problem', () => {
  file('calls.csv', 'a\n1\n');
  expect(problemOf(() => openRows(join(dir, 'call.csv'), null))).toBe(
    '0: expected a file that can be read, found none of this name',
  );
  expect(problemOf(() => openRows(dir, null))).toBe('0: expected a file that can be read, found a directory');
  expect(problemOf(() => openRows(file('empty.csv', ''), null))).toBe(
    '1: expected a header and rows, found an empty file',
  );
  expect(problemOf(() => openRows(file('utf16.csv', 'a\0b\0'), null))).toBe(
    '1: expected text, found UTF-16 without a byte-order mark, or no text at all',
  );
  expect(problemOf(() => readAll(file('nul.csv', 'name\nAnn\nBob\0\nEve\n')))).toBe(
    '3: expected text, found a byte of value 0',
  );
  expect(problemOf(() => readAll(file('endless.csv', `name\n${'x'.repeat(9 << 20)}`)))).toBe(
    '2: expected rows, found a line longer than 8 MB',
  );
  expect(problemOf(() => readAll(file('latin1.csv', Buffer.from('name\nAnn\nRené\n', 'latin1'))))).toBe(
    '3: expected text, found bytes that are no UTF-8',
  );
  expect(problemOf(() => readAll(file('quote.csv', 'a,b\n1,2\n3,"4\n5,6\n')))).toBe(
    '3: a cell of the row that begins here opens a quote that is never closed',
  );
});

test('a missing file names the one that may be meant', () => {
  try {
    openRows(join(dir, 'cals.csv'), null);
    expect.unreachable();
  } catch (error) {
    expect(error instanceof InputError && error.problems[0]?.hint).toBe('did you mean calls.csv?');
  }
});

test('files are written whole, in directories that are made, and nowhere else', () => {
  const out = join(dir, 'out');
  writeFiles(out, [
    {path: 'charts/a.svg', content: '<svg/>'},
    {path: 'b.bin', content: Uint8Array.of(1, 2)},
  ]);
  expect(readFileSync(join(out, 'charts/a.svg'), 'utf8')).toBe('<svg/>');
  expect(readdirSync(out).sort()).toEqual(['b.bin', 'charts']);
  expect(() => writeFiles(out, [{path: '../c', content: ''}])).toThrow('not inside');
  expect(problemOf(() => writeFiles(join(out, 'b.bin'), [{path: 'c', content: ''}]))).toBe(
    '0: expected a place to write to, found a file where a directory must be',
  );
});

test.skipIf(!existsSync('/proc'))('a directory that takes no others is a problem, not a hang', () => {
  expect(problemOf(() => prepareDirectory('/proc/nothing/here'))).toBe(
    '0: expected a place to write to, found a directory in which none can be made',
  );
  expect(problemOf(() => prepareDirectory(join(dir, 'x'.repeat(300))))).toMatch(/too long$/);
});

test('a directory is prepared and left empty; what is removed takes empty directories along', () => {
  const out = join(dir, 'prepared/deep');
  prepareDirectory(out);
  prepareDirectory(out);
  expect(readdirSync(out)).toEqual([]);
  writeFiles(out, [
    {path: 'charts/a.svg', content: ''},
    {path: 'more/b', content: ''},
    {path: 'more/mine', content: ''},
  ]);
  removeFiles(out, ['charts/a.svg', 'charts/never', 'more/b', 'gone/c']);
  expect(readdirSync(out, {recursive: true}).sort()).toEqual(['more', 'more/mine']);
});
