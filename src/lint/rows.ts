import type {AttributeValue} from '../model/moves.ts';
import {valuesOf} from '../routing/segmentation/cell.ts';
import {type CellTest, compileCell, compileDecisionTable, type DecisionTable} from '../routing/segmentation/index.ts';
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
  #running: DecisionTable | undefined;
  #tests: readonly (readonly (CellTest | null)[])[] | undefined;

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

  /** What really becomes of an item, cells that are evaluated included. */
  example(item: number): CounterExample {
    const {source, channel, attributes} = this.items[item];
    const seen = {...attributes, source, channel};
    this.#running ??= compileDecisionTable(this.#table);
    this.#tests ??= this.#table.rules.map(({cells}) => cells.map(compileCell));
    const values = seenOf(this.items[item]);
    const matches = this.#tests.flatMap((tests, row) =>
      tests.every((test, column) => test === null || test(values.get(this.#table.columns[column] ?? '') ?? null, seen))
        ? [row + 1]
        : [],
    );
    return {kind: 'item', item: this.items[item], matches, taken: this.#running.ruleOf(seen) + 1};
  }
}
