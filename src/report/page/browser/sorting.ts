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

const SECONDS: Readonly<Record<string, number>> = {w: 604_800, d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001};

/** What a cell is sorted by: an amount (`1,234`, `83.7% ±1.2`, `57.6 (7.7%)`), a duration (`1m27s`) in seconds, or its text. */
export function sortKey(text: string): number | string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '–' || trimmed === '-') return '';
  const spans = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])(?![a-z])/g)];
  if (spans.length > 0 && spans.map(([whole]) => whole).join('') === trimmed.replace(/\s|±.*$/g, ''))
    return spans.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (SECONDS[unit] ?? 0), 0);
  const [number] = /^[-−]?[\d,]+(?:\.\d+)?/.exec(trimmed) ?? [];
  const rest = number === undefined ? '' : trimmed.slice(number.length);
  if (number !== undefined && /^\s*(%|±|\(|$|[a-z]+$)/.test(rest))
    return Number(number.replaceAll(',', '').replace('−', '-'));
  return trimmed;
}

/** Amounts before texts; what is empty comes last. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return a.localeCompare(b);
}
