import {parquetWriteBuffer} from 'hyparquet-writer';
import type {CellValue} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {NAMED_REPORTS} from './index.ts';
import {parquetPath} from './paths.ts';
import type {ReportColumn} from './report.ts';
import type {Told} from './told.ts';

const TYPES: Readonly<Record<ReportColumn['unit'], 'STRING' | 'DOUBLE' | 'INT32'>> = {
  text: 'STRING',
  number: 'DOUBLE',
  items: 'INT32',
  agents: 'DOUBLE',
  seconds: 'DOUBLE',
  ratio: 'DOUBLE',
};

/** Of the reports that have a row an item, the same rows as their CSVs, for whoever reads millions; empty cells are null. */
export function namedParquets(told: Told): OutputFile[] {
  return NAMED_REPORTS.filter(({detail}) => detail).flatMap((report) => {
    const cells: (string | number | null)[][] = report.columns.map(() => []);
    for (const row of report.rows(told)) for (const [column, cell] of row.entries()) cells[column]?.push(stored(cell));
    if (cells[0]?.length === 0) return [];
    const columnData = report.columns.map(({name, unit}, i) => ({name, type: TYPES[unit], data: cells[i] ?? []}));
    return [{path: parquetPath(report), content: new Uint8Array(parquetWriteBuffer({columnData}))}];
  });
}

function stored(cell: CellValue): string | number | null {
  if (typeof cell === 'string') return cell === '' ? null : printable(cell);
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}
