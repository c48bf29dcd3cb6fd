import type {CellValue} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {NamedReport, ReportColumn} from './report.ts';

/** A report as far as a page holds it. */
export interface NamedTable {
  readonly key: string;
  readonly title: string;
  readonly doc: string;
  readonly columns: readonly (Omit<ReportColumn, 'doc'> & PackedCells)[];
  /** Rows that the page holds, and that the report has. */
  readonly rows: number;
  readonly total: number;
}

/** Cells of a column: numbers, or which of `texts` each is. Null: an empty cell. */
export interface PackedCells {
  readonly cells: readonly (number | null)[];
  readonly texts?: readonly string[];
}

/** Cells a report takes up in a page at most: two or three hundred kilobytes. */
const MOST_CELLS = 60_000;

/** A report of these rows; null where there are none. */
export function namedTable(
  {key, title, doc, columns}: NamedReport,
  rows: Iterable<readonly CellValue[]>,
): NamedTable | null {
  const most = Math.floor(MOST_CELLS / columns.length);
  const kept: (readonly CellValue[])[] = [];
  let total = 0;
  for (const row of rows) if (total++ < most) kept.push(row);
  if (total === 0) return null;
  return {
    key,
    title,
    doc,
    columns: columns.map(({name, unit}, column) => ({
      name,
      unit,
      ...(unit === 'text' ? texts(kept.map((row) => row[column])) : numbers(kept.map((row) => row[column]))),
    })),
    rows: kept.length,
    total,
  };
}

const numbers = (cells: readonly CellValue[]): PackedCells => ({
  cells: cells.map((cell) => (typeof cell === 'number' && Number.isFinite(cell) ? short(cell) : null)),
});

/** As many digits as a page shows. */
const short = (value: number): number =>
  Math.abs(value) < 1000 ? Number(value.toPrecision(4)) : Math.round(value * 10) / 10;

function texts(cells: readonly CellValue[]): PackedCells {
  const known = new Map<string, number>();
  const packed = cells.map((cell) => {
    if (typeof cell !== 'string' || cell === '') return null;
    const text = printable(cell);
    const index = known.get(text) ?? known.size;
    known.set(text, index);
    return index;
  });
  return {cells: packed, texts: [...known.keys()]};
}
