import type {LiveChart} from './chart.ts';
import {rowsOf} from './shownSpec.ts';
import {sortable} from './sorting.ts';

/** A page holds so many rows and stays quick; all of them are in the chart's CSV. */
const MOST_ROWS = 1000;

/** The chart's data as a table behind it, made when it is opened. */
export function dataTable(chart: LiveChart): HTMLElement {
  const details = document.createElement('details');
  details.className = 'data';
  const summary = document.createElement('summary');
  summary.textContent = `Data of: ${chart.title}`;
  details.append(summary);
  details.addEventListener('toggle', () => details.open && details.childElementCount === 1 && fill(details, chart));
  return details;
}

function fill(details: HTMLElement, chart: LiveChart): void {
  const rows = rowsOf(chart.spec);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = body.insertRow();
    for (const column of columns) line.insertCell().textContent = String(row[column] ?? '');
  }
  const scroll = document.createElement('div');
  scroll.className = 'scroll tall';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', `Data of: ${chart.title}`);
  scroll.append(table);
  details.append(scroll);
  if (rows.length > MOST_ROWS) {
    const note = document.createElement('p');
    note.className = 'note';
    note.textContent = `The first ${MOST_ROWS.toLocaleString('en')} of ${rows.length.toLocaleString('en')} rows; the CSV has all.`;
    details.append(note);
  }
  sortable(table);
}
