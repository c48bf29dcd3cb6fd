import {valuesOf} from './cell.ts';
import type {AttributeType} from './cellFindings.ts';
import type {DecisionTableSpec} from './spec.ts';
import {EVERYTHING, holds, intersection, isNothing, isSubset, type ValueSet} from './valueSet.ts';

type Value = string | number | null;
/** What items of one kind may hold, column by column; null: anything. */
export type Space = readonly (readonly Value[] | null)[];

export interface Reached {
  /** Rules that some item is decided by. Without `exact`, all that could be. */
  readonly rules: ReadonlySet<number>;
  /** Whether every item is decided by some rule. */
  readonly complete: boolean;
  /** False where there were too many combinations to try them all. */
  readonly exact: boolean;
}

/** Combinations of values tried before giving up. */
const MOST_COMBINATIONS = 50_000;

/** Which rules the items of these spaces reach, by trying one value of each kind that the cells tell apart. */
export function reachedRules(
  spec: DecisionTableSpec,
  types: ReadonlyMap<string, ReadonlySet<AttributeType>>,
  spaces: readonly Space[],
): Reached {
  const cells = spec.rules.map((rule) => rule.cells.map(valuesOf));
  const rules = new Set<number>();
  let complete = true;
  for (const space of spaces) {
    const kinds = spec.columns.map(
      (column, index) => space[index] ?? kindsOf(cells, index, types.get(column) ?? new Set()),
    );
    const combinations = kinds.reduce((product, values) => product * values.length, 1);
    if (combinations > MOST_COMBINATIONS)
      return {
        rules: new Set(spec.rules.keys()),
        complete: spec.rules.some(({cells: all}) => all.every((cell) => cell === '-')),
        exact: false,
      };
    forEachCombination(kinds, (values) => {
      complete = decide(cells, values, rules) && complete;
    });
  }
  return {rules, complete, exact: true};
}

/** Adds the rules that decide, or may decide, about these values; true if one surely does. */
function decide(
  cells: readonly (readonly (ValueSet | null)[])[],
  values: readonly Value[],
  into: Set<number>,
): boolean {
  for (const [rule, row] of cells.entries()) {
    if (!row.every((set, column) => set === null || holds(set, values[column] ?? null))) continue;
    into.add(rule);
    // A cell that is interpreted may or may not match: what comes after it may still be reached.
    if (!row.includes(null)) return true;
  }
  return false;
}

function forEachCombination(kinds: readonly (readonly Value[])[], visit: (values: readonly Value[]) => void): void {
  const walk = (chosen: readonly Value[]): void => {
    const values = kinds[chosen.length];
    if (values === undefined) visit(chosen);
    else for (const value of values) walk([...chosen, value]);
  };
  walk([]);
}

/** One value of each kind that the cells of a column tell apart, the missing one included. */
function kindsOf(
  cells: readonly (readonly (ValueSet | null)[])[],
  column: number,
  types: ReadonlySet<AttributeType>,
): Value[] {
  const sets = cells.flatMap((row) => row[column] ?? []);
  const texts = new Set(sets.flatMap((set) => [...set.texts.listed]));
  let other = 'other';
  while (texts.has(other)) other += ' ';
  const limits = [...new Set(sets.flatMap((set) => set.numbers.flatMap(({low, high}) => [low, high])))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const between = limits.map((limit, index) => (index === 0 ? limit - 1 : ((limits[index - 1] ?? limit) + limit) / 2));
  const numbers = limits.length === 0 ? [0] : [...limits, ...between, (limits.at(-1) ?? 0) + 1];
  const anyType = types.size === 0;
  return [
    null,
    ...(anyType || types.has('text') || types.has('date') ? [...texts, other] : []),
    ...(anyType || types.has('number') ? numbers : []),
  ];
}

/** Pairs of rules that match some common item and lead elsewhere: the earlier one decides. Interpreted cells may match anything. */
export function overlaps(spec: DecisionTableSpec): (readonly [earlier: number, later: number])[] {
  const rows = spec.rules.map((rule) => rule.cells.map((cell) => valuesOf(cell) ?? EVERYTHING));
  const pairs: [number, number][] = [];
  for (let later = 1; later < rows.length; later++)
    for (let earlier = 0; earlier < later; earlier++)
      if (
        JSON.stringify(spec.rules[earlier].then) !== JSON.stringify(spec.rules[later].then) &&
        rows[earlier].every((set, column) => !isNothing(intersection(set, rows[later][column])))
      )
        pairs.push([earlier, later]);
  return pairs;
}

/** The first earlier rule that matches everything a rule does; undefined where no single one does. */
export function shadowedBy(spec: DecisionTableSpec, rule: number): number | undefined {
  const cells = spec.rules[rule].cells;
  const within = (cell: string, outer: string) => {
    const [inner, around] = [valuesOf(cell), valuesOf(outer)];
    return outer === '-' || cell === outer || (inner !== null && around !== null && isSubset(inner, around));
  };
  const earlier = spec.rules
    .slice(0, rule)
    .findIndex((other) => cells.every((cell, column) => within(cell, other.cells[column] ?? '-')));
  return earlier < 0 ? undefined : earlier;
}
