import {pad, wrap} from '../names.ts';
import type {Table} from '../tables/table.ts';
import type {Style} from './style.ts';

export const SUMMARY_WIDTH = 80;

/** A table in columns; a row's cells are cut to theirs, and a gap stands between any two. */
export function tableLines(table: Table, style: Style): string[] {
  const line = (cells: readonly string[]) =>
    table.columns
      .map(({width, align}, i) => {
        const cell = pad(cells[i] ?? '', width - 1, align);
        return align === 'left' ? `${cell} ` : ` ${cell}`;
      })
      .join('')
      .trimEnd();
  const labels = table.columns.map(({label}) => label.split('\n'));
  const above = labels.map((parts) => (parts.length > 1 ? (parts[0] ?? '') : ''));
  const header = [...(above.some((part) => part !== '') ? [above] : []), labels.map((parts) => parts.at(-1) ?? '')];
  const title = wrap(table.title, SUMMARY_WIDTH).map(style.heading);
  return [...title, ...header.map((cells) => style.dim(line(cells))), ...table.rows.map(line)];
}

/** `label` and text, wrapped, with the later lines set in by `indent`; spaces before the label stay on the first. */
export function paragraph(label: string, text: string, width: number, indent: number): string[] {
  const [first = '', ...rest] = wrap(text, width - label.length);
  const further = rest.length === 0 ? [] : wrap(rest.join(' '), width - indent);
  return [label + first, ...further.map((line) => ' '.repeat(indent) + line)];
}
