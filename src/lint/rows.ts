import type {AttributeValue} from '../model/moves.ts';
import {valuesOf} from '../routing/segmentation/cell.ts';
import type {DecisionTableSpec} from '../routing/segmentation/spec.ts';
import {holds} from '../routing/segmentation/valueSet.ts';
import type {CounterExample, LintItem} from './finding.ts';
import {seenOf} from './items.ts';

/** How the items that stand for all fare in the decision table. Rows count from 0 here. */
export class RowsOfItems {
  readonly items: readonly LintItem[];
  /** Per row: the items whose values its decided cells hold. */
  readonly matching: readonly (readonly number[])[];
  /** Per row: the items that come to it past the decided rows before it. */
  readonly reaching: readonly (readonly number[])[];
  /** Rows with a cell in FEEL that only evaluating decides. */
  readonly undecided: ReadonlySet<number>;
  readonly #table: DecisionTableSpec;

  constructor(table: DecisionTableSpec, items: readonly LintItem[]) {
    this.#table = table;
    this.items = items;
    const sets = table.rules.map(({cells}) => cells.map(valuesOf));
    this.undecided = new Set(sets.flatMap((row, index) => (row.includes(null) ? [index] : [])));
    const seen = items.map(seenOf);
    const holdsAll = (row: number, values: ReadonlyMap<string, AttributeValue>) =>
      sets[row].every((set, column) => set === null || holds(set, values.get(table.columns[column] ?? '') ?? null));
    this.matching = sets.map((_, row) => [...items.keys()].filter((item) => holdsAll(row, seen[item])));
    const taken = new Set<number>();
    this.reaching = this.matching.map((matched, row) => {
      const left = matched.filter((item) => !taken.has(item));
      if (!this.undecided.has(row)) for (const item of left) taken.add(item);
      return left;
    });
  }

  /** The decided rows an item matches, in order. */
  rowsOf(item: number): number[] {
    return [...this.matching.keys()].filter((row) => !this.undecided.has(row) && this.matching[row].includes(item));
  }

  example(item: number): CounterExample {
    const rows = this.rowsOf(item);
    return {
      kind: 'item',
      item: this.items[item],
      matches: rows.map((row) => row + 1),
      taken: (rows[0] ?? this.#table.rules.length) + 1,
    };
  }

  /** Whether a row with undecided cells stands before a row and may take the item first. */
  mayBeTaken(item: number, row: number): boolean {
    return [...this.undecided].some((before) => before < row && this.matching[before].includes(item));
  }
}
