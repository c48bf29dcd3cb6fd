import {cutApart, pad, wrap} from '../names.ts';
import type {Table} from '../tables/table.ts';
import {columnWidths} from './columnWidths.ts';
import type {Style} from './style.ts';

export const SUMMARY_WIDTH = 80;

/** A table in columns, a gap between any two; where it has no rows, `none`. */
export function tableLines(table: Table, style: Style): string[] {
  const title = wrap(table.title, SUMMARY_WIDTH).map(style.heading);
  if (table.rows.length === 0) return [...title, 'none'];
  const widths = columnWidths(table, SUMMARY_WIDTH).map((width) => width - 1);
  const line = (cells: readonly string[]) =>
    table.columns
      .map(({align}, i) => {
        const cell = pad(cells[i] ?? '', widths[i] ?? 0, align);
        return align === 'left' ? `${cell} ` : ` ${cell}`;
      })
      .join('')
      .trimEnd();
  const labels = table.columns.map(({label}) => label.split('\n'));
  const above = labels.map((parts) => (parts.length > 1 ? (parts[0] ?? '') : ''));
  const header = [...(above.some((part) => part !== '') ? [above] : []), labels.map((parts) => parts.at(-1) ?? '')];
  const columns = widths.map((width, i) =>
    cutApart(
      table.rows.map((row) => row[i] ?? ''),
      width,
    ),
  );
  const rows = table.rows.map((_, k) => columns.map((cells) => cells[k] ?? ''));
  return [...title, ...header.map((cells) => style.dim(line(cells))), ...rows.map(line)];
}

/** `label` and text, wrapped, with the later lines set in by `indent`; spaces before the label stay on the first. */
export function paragraph(label: string, text: string, width: number, indent: number): string[] {
  const [first = '', ...rest] = wrap(text, width - label.length);
  const further = rest.length === 0 ? [] : wrap(rest.join(' '), width - indent);
  return [label + first, ...further.map((line) => ' '.repeat(indent) + line)];
}
