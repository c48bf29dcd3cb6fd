/** A table as every format shows it. Cells are finished text, names made visible; widths are for the terminal. */
export interface Table {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** What the columns mean, where a reader could take them for something else. */
  readonly note?: string;
}
export interface Column {
  /** May be of two lines. */
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Columns of the terminal, the gap to its neighbour included. */
  readonly width: number;
}

export const left = (label: string, width: number): Column => ({label, align: 'left', width});
export const right = (label: string, width: number): Column => ({label, align: 'right', width});
