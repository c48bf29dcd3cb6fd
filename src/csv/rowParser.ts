import Papa from 'papaparse';
import {InputError} from '../language/problem.ts';

/** A row longer than this is a quote that nobody closed, or no row. */
const LONGEST_ROW = 1 << 23;

/**
 * Cuts text that comes in pieces into rows of cells (RFC 4180: quoted cells may hold separators, newlines and doubled
 * quotes). Newlines may be LF, CRLF or CR, quoted ones become LF. Blank lines are kept as rows of one empty cell, so
 * that lines can be counted.
 */
export class RowParser {
  readonly #parser: Papa.Parser;
  readonly #file: string;
  #rest = '';
  #heldReturn = false;
  /** Line on which the text not yet cut begins. */
  #line = 1;

  constructor(separator: string, file: string) {
    this.#parser = new Papa.Parser({delimiter: separator, newline: '\n'});
    this.#file = file;
  }

  /**
   * The rows that end in `piece`; with `last` also the one that ends with the text. `oneLineEach`: none of them has a
   * newline in a cell. Throws InputError for a quote never closed.
   */
  parse(piece: string, last: boolean): {readonly rows: string[][]; readonly oneLineEach: boolean} {
    const text = this.#rest + this.#withPlainNewlines(piece, last);
    const firstLine = this.#line;
    const result: {data: string[][]; errors: {code: string; row: number}[]; meta: {cursor: number}} =
      this.#parser.parse(text, 0, !last);
    const rows = result.data;
    this.#rest = last ? '' : text.slice(result.meta.cursor);
    const oneLineEach = !text.includes('"') || (!last && newlinesIn(text.slice(0, result.meta.cursor)) === rows.length);
    this.#line += oneLineEach ? rows.length : linesOf(rows);
    const open = last && result.errors.find((error) => error.code === 'MissingQuotes');
    if (open) throw this.#neverClosed(firstLine + linesOf(rows.slice(0, open.row)));
    if (this.#rest.length > LONGEST_ROW)
      throw this.#rest.includes('"') ? this.#neverClosed(this.#line) : this.#neverEnds(this.#line);
    return {rows, oneLineEach};
  }

  #withPlainNewlines(piece: string, last: boolean): string {
    let text = this.#heldReturn ? `\r${piece}` : piece;
    this.#heldReturn = !last && text.endsWith('\r');
    if (this.#heldReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  #neverClosed(line: number): InputError {
    return this.#problem(
      line,
      'a cell of the row that begins here opens a quote that is never closed',
      'close the quote, or write a quote that belongs to the text twice: "say ""no"""',
    );
  }

  #neverEnds(line: number): InputError {
    return this.#problem(line, 'expected rows, found a line longer than 8 MB', 'is this a CSV?');
  }

  #problem(line: number, message: string, hint: string): InputError {
    return new InputError([{severity: 'error', at: {file: this.#file, line, column: 1}, path: '', message, hint}]);
  }
}

function linesOf(rows: readonly (readonly string[])[]): number {
  let lines = 0;
  for (const row of rows) lines += linesOfRow(row);
  return lines;
}

/** Lines of the file that a row takes: one, and one more for every newline in its cells. */
export function linesOfRow(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) lines += newlinesIn(cell);
  return lines;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A blank line: nothing in it but separators' absence. */
export const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && (cells[0] ?? '').trim() === '';
