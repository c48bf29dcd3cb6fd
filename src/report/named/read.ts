import {type CellValue, unguarded} from '../../csv/write.ts';
import {NAMED_REPORTS} from './index.ts';
import {namedPath} from './paths.ts';
import {type NamedTable, namedTable} from './table.ts';

/** Rows of a CSV below its header, one by one; null where there is no such file. */
export type RowsOf = (path: string) => Iterable<readonly string[]> | null;

/** The reports out of the CSVs that a run wrote: the same tables as of the run itself. */
export const readNamedTables = (rowsOf: RowsOf): NamedTable[] =>
  NAMED_REPORTS.flatMap((report) => {
    const rows = rowsOf(namedPath(report));
    if (rows === null) return [];
    return (
      namedTable(
        report,
        cellsOf(
          rows,
          report.columns.map(({unit}) => unit === 'text'),
        ),
      ) ?? []
    );
  });

function* cellsOf(rows: Iterable<readonly string[]>, isText: readonly boolean[]): Iterable<CellValue[]> {
  for (const row of rows)
    yield isText.map((text, i) => {
      const cell = row[i] ?? '';
      if (text) return unguarded(cell);
      return cell === '' ? null : Number(cell);
    });
}
