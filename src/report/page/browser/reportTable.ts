import {cellText, heading} from '../../named/cellText.ts';
import type {NamedTable} from '../../named/table.ts';

/** Rows drawn beyond what is seen, above and below. */
const AHEAD = 12;

/**
 * A named report with all its rows, of which only those in sight are in the page; sorted by any column, and searched.
 * It takes the place of the first rows that stand there without a script.
 */
export class ReportTable {
  private readonly table: NamedTable;
  private readonly body: HTMLTableSectionElement;
  private readonly scroll: HTMLDivElement;
  private readonly found: HTMLSpanElement;
  private order: number[];
  private shown: number[];
  private texts: string[] | null = null;
  private drawnFrom = -1;

  constructor(section: HTMLElement, table: NamedTable) {
    this.table = table;
    this.order = Array.from({length: table.rows}, (_, row) => row);
    this.shown = this.order;
    this.found = document.createElement('span');
    this.found.setAttribute('role', 'status');
    const live = document.createElement('div');
    live.className = 'live';
    const element = document.createElement('table');
    element.setAttribute('aria-label', table.title);
    element.append(this.head());
    this.body = element.createTBody();
    this.scroll = document.createElement('div');
    this.scroll.className = 'scroll tall rows';
    this.scroll.tabIndex = 0;
    this.scroll.setAttribute('role', 'region');
    this.scroll.setAttribute('aria-label', `Rows of: ${table.title}`);
    this.scroll.append(element);
    this.scroll.addEventListener('scroll', () => this.draw());
    live.append(this.search(), this.scroll);
    section.append(live);
    section.querySelector('.still')?.classList.add('replaced');
    this.redraw();
  }

  private head(): HTMLTableSectionElement {
    const head = document.createElement('thead');
    const row = head.insertRow();
    for (const [column, {name, unit}] of this.table.columns.entries()) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.className = unit === 'text' ? 'left' : 'right';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = heading(name);
      button.addEventListener('click', () => {
        const falling = cell.ariaSort === 'ascending';
        for (const other of row.cells) other.ariaSort = null;
        cell.ariaSort = falling ? 'descending' : 'ascending';
        this.sort(column, falling ? -1 : 1);
      });
      cell.append(button);
      row.append(cell);
    }
    return head;
  }

  private search(): HTMLElement {
    const line = document.createElement('p');
    line.className = 'exports';
    const label = document.createElement('label');
    label.textContent = 'Search ';
    const input = document.createElement('input');
    input.type = 'search';
    input.setAttribute('aria-label', `Search in: ${this.table.title}`);
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase();
      const texts = wanted === '' ? [] : this.rowTexts();
      this.shown = wanted === '' ? this.order : this.order.filter((row) => texts[row]?.includes(wanted));
      this.redraw();
    });
    label.append(input);
    line.append(label, this.found);
    return line;
  }

  /** Each row as it is shown, made when something is searched for. */
  private rowTexts(): string[] {
    this.texts ??= Array.from({length: this.table.rows}, (_, row) =>
      this.table.columns
        .map((_column, column) => cellText(this.table, column, row))
        .join('\t')
        .toLowerCase(),
    );
    return this.texts;
  }

  /** Empty cells last, whichever way. */
  private sort(column: number, sign: 1 | -1): void {
    const {cells, texts} = this.table.columns[column] ?? {cells: []};
    const ranks = texts && [...texts.keys()].sort((a, b) => (texts[a] ?? '').localeCompare(texts[b] ?? ''));
    const rankOf = new Map(ranks?.map((text, rank) => [text, rank]));
    const keys = cells.map((cell) => (cell === null ? null : (rankOf.get(cell) ?? cell)));
    const compare = (a: number, b: number) => {
      const [left, right] = [keys[a] ?? null, keys[b] ?? null];
      if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
      return sign * (left - right) || a - b;
    };
    const kept = new Set(this.shown);
    this.order = [...this.order].sort(compare);
    this.shown = kept.size === this.order.length ? this.order : this.order.filter((row) => kept.has(row));
    this.redraw();
  }

  private redraw(): void {
    const {rows, total} = this.table;
    const count = (rowCount: number) => rowCount.toLocaleString('en');
    const held =
      rows < total ? `the first ${count(rows)} of ${count(total)} rows; the CSV has all` : `${count(rows)} rows`;
    this.found.textContent = this.shown.length < rows ? `${count(this.shown.length)} found of ${held}` : held;
    this.scroll.scrollTop = 0;
    this.drawnFrom = -1;
    this.draw();
  }

  /** Draws the rows in sight; two rows of nothing keep the place of those above and below. */
  private draw(): void {
    const height = this.body.querySelector<HTMLElement>('tr.cells')?.offsetHeight || 26;
    const from = Math.max(0, Math.floor(this.scroll.scrollTop / height) - AHEAD);
    if (from === this.drawnFrom) return;
    this.drawnFrom = from;
    const to = Math.min(this.shown.length, from + Math.ceil(this.scroll.clientHeight / height || 16) + 2 * AHEAD);
    const lines = this.shown.slice(from, to).map((row) => this.line(row));
    this.body.replaceChildren(space(from * height), ...lines, space((this.shown.length - to) * height));
  }

  private line(row: number): HTMLTableRowElement {
    const line = document.createElement('tr');
    line.className = 'cells';
    for (const [column, {unit}] of this.table.columns.entries()) {
      const cell = line.insertCell();
      cell.className = unit === 'text' ? 'left' : 'right';
      cell.textContent = cellText(this.table, column, row);
    }
    return line;
  }
}

function space(height: number): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.setAttribute('aria-hidden', 'true');
  line.style.height = `${height}px`;
  return line;
}
