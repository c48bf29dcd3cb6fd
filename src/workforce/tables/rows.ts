import {nearest} from '../../language/nearest.ts';
import type {Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';

/** A CSV with a header as `src/csv` gives it, and the file it stands in. */
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly {readonly line: number; readonly cells: readonly string[]}[];
}
export type CsvRow = CsvTable['rows'][number];

/** Reads cells by column name and gathers what is wrong with them, with the line each stands on. */
export class RowReading {
  readonly problems: Problem[] = [];
  readonly table: CsvTable;

  constructor(table: CsvTable) {
    this.table = table;
  }

  /** False, with a problem, where columns that must be there are not. */
  requires(...columns: string[]): boolean {
    const {header} = this.table;
    const missing = columns.filter((column) => !header.includes(column));
    for (const column of missing) {
      const others = header.filter((name) => !columns.includes(name));
      const near = nearest(column, others);
      const hint = near === undefined ? undefined : `is ${shown(near)} the one?`;
      this.add(1, `expected a column ${shown(column)}, found ${header.map(shown).join(', ')}`, hint);
    }
    return missing.length === 0;
  }

  /** The cell of a row; empty where there is no such column. */
  cell(row: CsvRow, column: string): string {
    const index = this.table.header.indexOf(column);
    return index < 0 ? '' : (row.cells[index] ?? '').trim();
  }

  /** Skill levels of the columns that are not named `others`; an empty cell is no level. */
  skills(row: CsvRow, others: readonly string[]): Record<string, number> {
    const skills: Record<string, number> = {};
    for (const [index, column] of this.table.header.entries()) {
      const text = (row.cells[index] ?? '').trim();
      if (others.includes(column) || text === '') continue;
      const level = Number(text);
      if (Number.isFinite(level) && level >= 0) skills[column] = level;
      else this.add(row.line, `expected a level of ${shown(column)}, 0 or more, found ${shown(text)}`);
    }
    return skills;
  }

  add(line: number, message: string, hint?: string, severity: Problem['severity'] = 'error'): void {
    const at = {file: this.table.file, line, column: 1};
    this.problems.push({severity, at, path: '', message, ...(hint === undefined ? {} : {hint})});
  }

  /** A name that does not exist, with the nearest that does. */
  addUnknown(line: number, kind: string, name: string, known: Iterable<string>): void {
    const names = [...known];
    const near = nearest(name, names);
    const listed = names.length === 0 ? 'there is none' : `there are ${names.slice(0, 8).join(', ')}`;
    this.add(line, `there is no ${kind} ${shown(name)}`, near === undefined ? listed : `did you mean ${near}?`);
  }
}
