import {amount, percent, span} from '../quantities.ts';
import type {NamedTable} from './table.ts';

/** A cell as the page shows it; what did not happen is an empty cell. */
export function cellText({columns}: NamedTable, column: number, row: number): string {
  const {unit, cells, texts} = columns[column];
  const cell = cells[row] ?? null;
  if (cell === null) return '';
  if (unit === 'text') return texts?.[cell] ?? '';
  if (unit === 'ratio') return percent(cell);
  if (unit === 'seconds') return span(cell);
  return unit === 'number' ? String(cell) : amount(cell);
}

/** `mean_accept_s` as a heading: the unit stands in the cells. */
export const heading = (name: string): string => name.replace(/_s$/, '').replaceAll('_', ' ');
