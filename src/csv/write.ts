/** What may stand in a cell. A number that is not finite, null and undefined are empty cells. */
export type CellValue = string | number | boolean | null | undefined;

/** What a spreadsheet would run as a formula (at full width too), and what would look like one guarded before. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARDED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /[",\n\r]/;

/**
 * One cell of a CSV (RFC 4180: quoted where it must be). Text that a spreadsheet would take for a formula gets a
 * leading apostrophe, so that opening a report never runs what a log contained; numbers stay numbers. `unguarded`
 * takes the apostrophe away again.
 */
export function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text that `csvCell` was given, of a cell cut out of a CSV. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** One line of a CSV, its newline (LF) included. */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}
