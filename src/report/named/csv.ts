import {type CellValue, csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {NAMED_REPORTS} from './index.ts';
import {namedPath} from './paths.ts';
import type {NamedReport} from './report.ts';
import type {Told} from './told.ts';

/** Lines that are handed on at once. */
const LINES = 4096;

/** A CSV for each report that has any row; part by part, as there may be many. */
export function namedCsvs(told: Told): OutputFile[] {
  return NAMED_REPORTS.flatMap((report) => {
    const rows = report.rows(told)[Symbol.iterator]();
    const first = rows.next();
    return first.done ? [] : [{path: namedPath(report), content: lines(report, first.value, rows)}];
  });
}

function* lines({columns}: NamedReport, first: readonly CellValue[], rest: Iterator<readonly CellValue[]>) {
  const pending = [csvLine(columns.map(({name}) => name)), csvLine(first.map(shown))];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    pending.push(csvLine(next.value.map(shown)));
    if (pending.length >= LINES) yield pending.splice(0).join('');
  }
  yield pending.join('');
}

const shown = (cell: CellValue): CellValue => (typeof cell === 'string' ? printable(cell) : cell);
