import {cellText, heading} from '../named/cellText.ts';
import type {NamedTable} from '../named/table.ts';
import {htmlText} from './htmlText.ts';

/** Rows that stand in the page by themselves; the others come with the script. */
const STILL_ROWS = 12;

export const NAMED_NOTE =
  '<p class="note">Of the first replication, item by item; docs/reports.md says what each column means.</p>';

/** A named report as markup: its first rows, which the script replaces by a table of all. */
export function namedHtml(table: NamedTable): string {
  const {key, title, doc, columns, rows, total} = table;
  const head = columns.map(
    ({name, unit}) => `<th class="${unit === 'text' ? 'left' : 'right'}" scope="col">${htmlText(heading(name))}</th>`,
  );
  const lines = Array.from({length: Math.min(rows, STILL_ROWS)}, (_, row) => {
    const cells = columns.map(
      ({unit}, column) =>
        `<td class="${unit === 'text' ? 'left' : 'right'}">${htmlText(cellText(table, column, row))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const path = `reports/${key}.csv`;
  return [
    `<section class="named" id="report-${htmlText(key)}"><h3>${htmlText(title)}</h3><p class="note">${htmlText(doc.replaceAll('`', ''))}</p>`,
    `<div class="still"><div class="scroll"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>`,
    total > STILL_ROWS
      ? `<p class="note">The first ${lines.length} of ${total.toLocaleString('en')} rows; ${path} has all.</p>`
      : '',
    '</div></section>',
  ].join('');
}
