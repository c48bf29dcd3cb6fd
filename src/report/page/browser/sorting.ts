import {sortKey} from './sortKey.ts';

/** Makes every column of a table sort it, by its heading: a button, so that the keyboard reaches it. */
export function sortable(table: HTMLTableElement): void {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2) return;
  for (const [column, heading] of headings.entries()) {
    if (heading.textContent.trim() === '') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const falling = heading.ariaSort === 'ascending';
      for (const other of headings) other.ariaSort = null;
      heading.ariaSort = falling ? 'descending' : 'ascending';
      const rows = [...body.rows].map((row) => ({row, key: sortKey(row.cells[column]?.textContent ?? '')}));
      rows.sort((a, b) => (falling ? -1 : 1) * compare(a.key, b.key));
      body.append(...rows.map(({row}) => row));
    });
  }
}

/** Amounts before texts; what is empty comes last. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return a.localeCompare(b);
}
