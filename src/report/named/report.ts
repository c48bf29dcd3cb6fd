import type {CellValue} from '../../csv/write.ts';
import type {Told} from './told.ts';

/** A report under the name that operations know it by. Of what the replication has nothing for, there are no rows. */
export interface NamedReport {
  /** `reports/<key>.csv`, and its anchor in the page. */
  readonly key: string;
  readonly title: string;
  /** What a row is, and which items count. */
  readonly doc: string;
  readonly columns: readonly ReportColumn[];
  /** A row an item or an assignment. */
  readonly detail?: true;
  /** Cells in the order of the columns; names as they are. */
  readonly rows: (told: Told) => Iterable<readonly CellValue[]>;
}

/** Durations in seconds, ratios 0 to 1. */
export interface ReportColumn {
  readonly name: string;
  readonly unit: 'text' | 'number' | 'items' | 'agents' | 'seconds' | 'ratio';
  /** One sentence. */
  readonly doc: string;
}

const of =
  (unit: ReportColumn['unit']) =>
  (name: string, doc: string): ReportColumn => ({name, unit, doc});

export const text = of('text');
export const number = of('number');
export const items = of('items');
export const agents = of('agents');
export const seconds = of('seconds');
export const ratio = of('ratio');
