import type {RowReader} from '../demand/context.ts';
import {nearest} from '../language/nearest.ts';
import {InputError} from '../language/problem.ts';
import type {ColumnProfile} from './columnShape.ts';
import type {InitOptions, LogFile} from './findings.ts';

/** The rows of a log that a person wants; those of a log without the columns asked for are all there. */
export function rowsOf({openRows, where = {}}: Pick<InitOptions, 'openRows' | 'where'>, {path}: LogFile): RowReader {
  const reader = openRows(path, null);
  const tests = Object.entries(where).flatMap(([column, values]) => {
    const index = reader.header.indexOf(column);
    return index < 0 ? [] : [{index, values: new Set(values)}];
  });
  if (tests.length === 0) return reader;
  return {
    header: reader.header,
    get line() {
      return reader.line;
    },
    next() {
      for (let cells = reader.next(); cells; cells = reader.next())
        if (tests.every(({index, values}) => values.has((cells[index] ?? '').trim()))) return cells;
      return null;
    },
    close: () => reader.close(),
  };
}

/** The same as FEEL over the row; null: all rows. */
export function filterText(where: InitOptions['where'], profiles: readonly ColumnProfile[]): string | null {
  const tests = Object.entries(where ?? {})
    .filter(([column]) => profiles.some(({name}) => name === column))
    .map(([column, values]) => values.map((value) => `${column} = ${JSON.stringify(value)}`).join(' or '));
  if (tests.length === 0) return null;
  return tests.length === 1
    ? tests[0]
    : tests.map((test) => (test.includes(' or ') ? `(${test})` : test)).join(' and ');
}

/** Throws InputError for a column that none of the logs has. */
export function checkWhere(
  where: InitOptions['where'],
  logs: readonly {readonly file: LogFile; readonly header: readonly string[]}[],
): void {
  const names = logs.flatMap(({header}) => header);
  const unknown = Object.keys(where ?? {}).filter((column) => !names.includes(column));
  if (unknown.length === 0) return;
  throw new InputError(
    unknown.map((column) => ({
      severity: 'error',
      at: {file: logs[0].file.path, line: 1, column: 1},
      path: '',
      message: `--where ${column}=…: expected a column of the header, found none of this name`,
      hint: `did you mean ${nearest(column, names) ?? names.join(', ')}?`,
    })),
  );
}
