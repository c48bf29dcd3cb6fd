import {expect, test} from 'vitest';
import {columnsOf} from '../../src/report/names.ts';
import {left, right, type Table} from '../../src/report/tables/table.ts';
import {columnWidths} from '../../src/report/text/columnWidths.ts';
import {tableLines} from '../../src/report/text/lines.ts';
import {plain} from '../../src/report/text/style.ts';

const table = (...rows: string[][]): Table => ({
  key: 'x',
  title: 'Things',
  columns: [left('name', 40), left('channel', 10), right('count', 10), right('other\ncount', 20)],
  rows,
});

test('what fits stands as declared', () => {
  expect(columnWidths(table(['a', 'b', '1', '2']), 80)).toEqual([40, 10, 10, 20]);
});

test('a number is never cut: the name gives way', () => {
  const rows = [['n'.repeat(60), 'voice', '718,366 (99.8%)', '1'.repeat(30)]];
  const widths = columnWidths(table(...rows), 80);
  expect(widths.reduce((a, b) => a + b)).toBe(80);
  const [, , , line = ''] = tableLines(table(...rows), plain);
  expect(columnsOf(line)).toBeLessThanOrEqual(80);
  expect(line).toMatch(/^n+… voice +718,366 \(99\.8%\) 1{30}$/);
});

test('a name that would be cut takes the room that others leave', () => {
  const [, , , line = ''] = tableLines(table(['n'.repeat(55), 'voice', '1', '2']), plain);
  expect(line).toMatch(/^n{55} voice +1 +2$/);
});

test('a table without rows says so', () => {
  expect(tableLines(table(), plain)).toEqual(['Things', 'none']);
});
