import fc from 'fast-check';
import {expect, test} from 'vitest';
import {RowParser} from '../../src/csv/rowParser.ts';
import {parseTable} from '../../src/csv/table.ts';
import {csvCell, csvLine} from '../../src/csv/write.ts';
import {shown} from '../../src/language/show.ts';

const messages = (text: string) =>
  parseTable(text, 't.csv').problems.map((problem) => `${problem.at.line}: ${problem.message}`);

test('a table has a header, trimmed cells and the lines its rows begin on', () => {
  const table = parseTable('\uFEFFname, note\r\nAnn,"two\r\nlines"\r\n\r\nBob ,plain\r\n', 't.csv');
  expect(table.problems).toEqual([]);
  expect(table.header).toEqual(['name', 'note']);
  expect(table.rows).toEqual([
    {line: 2, cells: ['Ann', 'two\nlines']},
    {line: 5, cells: ['Bob', 'plain']},
  ]);
});

test.each([
  [',', 'a,b;x,c\n1,2,3'],
  [';', 'a;b,x;c\n1;2;3'],
  ['\t', 'a\tb,x\tc\n1\t2\t3'],
  ['|', 'a|"b,,,,x"|c\n1|2|3'],
])('the separator %j is found in the header', (_, text) => {
  expect(parseTable(text, 't.csv').rows).toEqual([{line: 2, cells: ['1', '2', '3']}]);
});

test('what is wrong with a table is a problem with its line', () => {
  expect(messages('')).toEqual(['1: expected a header and rows, found an empty file']);
  expect(messages('\uFEFF\n \n')).toEqual(['1: expected a header and rows, found an empty file']);
  expect(messages('a,b,a\n1,2,3\n')).toEqual(['1: expected every column once, found "a" as column 1 and 3']);
  expect(messages('a,,b\n1,2,3\n')).toEqual(['1: column 2 of the header has no name']);
  expect(messages('a,b\n1\n1,2\n1,2,3\n')).toEqual([
    '2: expected 2 cells as in the header, found 1 cell',
    '4: expected 2 cells as in the header, found 3 cells',
  ]);
  expect(messages('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
    '3: a cell of the row that begins here opens a quote that is never closed',
  ]);
});

test('empty columns at the right end do not count', () => {
  const table = parseTable('a,b,,\n1,2,,\n3,4\n', 't.csv');
  expect(table).toMatchObject({header: ['a', 'b'], problems: []});
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('text that a spreadsheet would run gets an apostrophe, numbers stay numbers', () => {
  expect(csvLine(['=1+1', '-5', -5, 'a,"b"', '@x', null, true, Number.NaN])).toBe(
    `'=1+1,'-5,-5,"a,""b""",'@x,,true,\n`,
  );
  expect(csvCell('\tx')).toBe("'\tx");
  expect(csvCell('\uff1d1+1')).toBe("'\uff1d1+1");
});

test('what was guarded is read as it was', () => {
  const text = fc.stringMatching(/^['=+@-]{0,3}[a-z][a-z0-9,"\n]{0,3}[a-z]$/);
  fc.assert(
    fc.property(fc.array(text, {minLength: 1, maxLength: 4}), (cells) => {
      const header = cells.map((_, i) => `c${i}`);
      expect(parseTable(csvLine(header) + csvLine(cells), 't.csv').rows[0]?.cells).toEqual(cells);
    }),
  );
});

test('a shown value is quoted, escaped and cut', () => {
  expect(shown('a\u001b[31m\n"\u202e')).toBe('"a\\u{1b}[31m\\n\\"\\u{202e}"');
  expect(shown('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
});

test('rows written come back, however the text is cut into pieces', () => {
  const cell = fc.string({unit: fc.constantFrom('a', '"', ',', '\n', ' ', ';', 'é')});
  const rows = fc.array(fc.array(cell, {minLength: 2, maxLength: 3}), {minLength: 1, maxLength: 6});
  fc.assert(
    fc.property(rows, fc.integer({min: 1, max: 9}), fc.boolean(), (written, size, windows) => {
      const lines = written.map(csvLine).join('');
      const text = windows ? lines.replaceAll('\n', '\r\n') : lines;
      const parser = new RowParser(',', 't.csv');
      const read: string[][] = [];
      for (let at = 0; at < text.length; at += size) read.push(...parser.parse(text.slice(at, at + size), false).rows);
      read.push(...parser.parse('', true).rows);
      expect(read).toEqual(written);
    }),
  );
});
