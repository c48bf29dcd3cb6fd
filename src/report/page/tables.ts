import type {Table} from '../tables/table.ts';
import {htmlText} from './htmlText.ts';

/** A table as markup; `mark` may give a row a class. */
export function tableHtml(table: Table, mark: (row: readonly string[]) => string = () => ''): string {
  const head = table.columns.map(({label, align}) =>
    label === '' ? '<td></td>' : `<th class="${align}" scope="col">${htmlText(label.replace('\n', ' '))}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = table.columns.map(({align}, i) => `<td class="${align}">${htmlText(row[i] ?? '')}</td>`);
    const name = mark(row);
    return `<tr${name === '' ? '' : ` class="${htmlText(name)}"`}>${cells.join('')}</tr>`;
  });
  const whole = `<section id="${htmlText(table.key)}"><h3>${htmlText(table.title)}</h3>`;
  if (rows.length === 0) return `${whole}<p>Nothing to show: there were none.</p></section>`;
  return [
    whole,
    `<div class="scroll"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
    table.note === undefined ? '' : `<p class="note">${htmlText(table.note)}</p>`,
    '</section>',
  ].join('');
}
