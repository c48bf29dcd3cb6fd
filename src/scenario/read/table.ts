import {nearest} from '../../language/nearest.ts';
import type {Path, Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {Reading} from './reading.ts';

/** Cuts the text of a CSV into rows: `parseTable` of `csv/`, or another in a test. */
export type ParseTable = (
  text: string,
  file: string,
  options?: {readonly separator?: string},
) => {
  readonly header: readonly string[];
  readonly rows: readonly {readonly line: number; readonly cells: readonly string[]}[];
  readonly problems: readonly Problem[];
};

/** A CSV that is good as a table: every row has as many cells as the header. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly {readonly line: number; readonly cells: readonly string[]}[];
}

/** Number of a column by name; -1 where it lacks, which is reported if it is `needed`. */
export function columnOf(reading: Reading, path: Path, table: Table, name: string, needed = true): number {
  const index = table.header.findIndex((header) => header.toLowerCase() === name.toLowerCase());
  if (index < 0 && needed) {
    const near = nearest(name, table.header);
    reading.errorIn(
      table.file,
      1,
      path,
      `expected a column ${shown(name)}, found ${table.header.map(shown).join(', ') || 'none'}`,
      near ? `rename ${shown(near)} to ${shown(name)}` : undefined,
    );
  }
  return index;
}

/** The number in a cell, not negative; NaN where it is none, which is reported. */
export function numberIn(
  reading: Reading,
  path: Path,
  table: Table,
  row: Table['rows'][number],
  column: number,
): number {
  const cell = row.cells[column] ?? '';
  const value = cell.trim() === '' ? Number.NaN : Number(cell);
  if (Number.isFinite(value) && value >= 0) return value;
  reading.errorIn(
    table.file,
    row.line,
    path,
    `expected a number that is not negative in column ${shown(table.header[column])}, found ${shown(cell)}`,
  );
  return Number.NaN;
}
