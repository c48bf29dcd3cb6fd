import type {Problem} from '../language/problem.ts';
import {InputError} from '../language/problem.ts';
import {isBlank, linesOfRow, RowParser} from './rowParser.ts';
import {guessSeparator} from './separator.ts';
import {unguarded} from './write.ts';

export interface Table {
  readonly header: string[];
  /** `line`: 1-based line of the file on which the row begins. As many cells as the header. */
  readonly rows: {readonly line: number; readonly cells: string[]}[];
  readonly problems: Problem[];
}

/**
 * A whole CSV with a header, for tables that fit in memory. Cells and names are trimmed, blank lines skipped, empty
 * columns at the right end dropped, the apostrophe that guards what looks like a formula (`'=A1`) taken away. Rows with too few or too many cells are left out and are problems, as are an empty
 * file, a column without a name and a name that stands twice. `file` is for the problems only.
 */
export function parseTable(text: string, file: string, options: {separator?: string} = {}): Table {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const problems: Problem[] = [];
  const lines = cut(plain, file, options.separator ?? guessSeparator(plain), problems);
  const first = lines.shift();
  if (!first) {
    if (problems.length === 0)
      problems.push(problem(file, 1, 1, 'expected a header and rows, found an empty file', undefined));
    return {header: [], rows: [], problems};
  }
  const header = withoutEmptyEnd(first.cells, 1);
  problems.push(...headerProblems(header, file, first.line));
  const rows = [];
  for (const {line, cells} of lines) {
    const row = withoutEmptyEnd(cells, header.length);
    if (row.length === header.length) rows.push({line, cells: row});
    else problems.push(unequal(file, line, header.length, row.length));
  }
  return {header, rows, problems};
}

/** What is wrong with the names of columns: missing, or standing twice. */
export function headerProblems(header: readonly string[], file: string, line: number): Problem[] {
  const problems: Problem[] = [];
  for (const [index, name] of header.entries()) {
    const first = header.indexOf(name);
    if (name === '') problems.push(problem(file, line, 1, `column ${index + 1} of the header has no name`, undefined));
    else if (first < index)
      problems.push(
        problem(
          file,
          line,
          1,
          `expected every column once, found "${name}" as column ${first + 1} and ${index + 1}`,
          undefined,
        ),
      );
  }
  return problems;
}

function cut(
  text: string,
  file: string,
  separator: string,
  problems: Problem[],
): {readonly line: number; readonly cells: string[]}[] {
  const lines = [];
  try {
    let line = 1;
    for (const cells of new RowParser(separator, file).parse(text, true).rows) {
      if (!isBlank(cells)) lines.push({line, cells: cells.map((cell) => unguarded(cell.trim()))});
      line += linesOfRow(cells);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
  return lines;
}

function withoutEmptyEnd(cells: string[], least: number): string[] {
  let count = cells.length;
  while (count > least && cells[count - 1] === '') count--;
  return count === cells.length ? cells : cells.slice(0, count);
}

function unequal(file: string, line: number, expected: number, found: number): Problem {
  const cells = found === 1 ? '1 cell' : `${found} cells`;
  const hint =
    found > expected
      ? 'a cell that contains the separator needs quotes: "Smith, John"'
      : 'every row has as many cells as the header; empty ones keep their separator';
  return problem(file, line, 1, `expected ${expected} cells as in the header, found ${cells}`, hint);
}

function problem(file: string, line: number, column: number, message: string, hint: string | undefined): Problem {
  return {severity: 'error', at: {file, line, column}, path: '', message, ...(hint === undefined ? {} : {hint})};
}
