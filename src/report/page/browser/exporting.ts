import {type CellValue, csvCell} from '../../../csv/write.ts';
import type {LiveChart} from './chart.ts';
import {rowsOf, rowsWithin} from './shownSpec.ts';

/** What a chart can be taken away as, each by a button under it: the stretch of time and the selection on the screen. */
const KINDS: readonly {readonly label: string; readonly ending: string; of(chart: LiveChart): Promise<string>}[] = [
  {label: 'SVG', ending: 'svg', of: async (chart) => blobUrl(await chart.picture('svg'), 'image/svg+xml')},
  {label: 'PNG', ending: 'png', of: (chart) => chart.picture('png')},
  {
    label: 'CSV',
    ending: 'csv',
    of: async ({shown, window}) => blobUrl(csv(rowsWithin(rowsOf(shown), window)), 'text/csv'),
  },
  {
    label: 'Vega-Lite',
    ending: 'vl.json',
    of: async ({shown}) => blobUrl(JSON.stringify(shown, null, 1), 'application/json'),
  },
];

export function exportButtons(chart: LiveChart): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'exports';
  for (const {label, ending, of} of KINDS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-label', `Save ${chart.title} as ${label}`);
    button.addEventListener('click', async () => save(await of(chart), `${chart.key}.${ending}`));
    bar.append(button);
  }
  return bar;
}

const blobUrl = (content: string, type: string) => URL.createObjectURL(new Blob([content], {type}));

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  if (url.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Rows by their columns, each cell as in every file of ours; lines end as RFC 4180 has them. */
export function csv(rows: readonly Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] as CellValue))];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}
