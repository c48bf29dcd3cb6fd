/** Items that stand for all a scenario's sources may bring, as far as its decision table tells them apart. */
import {channelsOf, logOf, openingOf} from '../compile/channels.ts';
import {attributeTypes, possibleValues} from '../compile/possibleValues.ts';
import type {AttributeValue} from '../model/moves.ts';
import {type DistributionSpec, leastOf} from '../random/distribution.ts';
import {valuesOf} from '../routing/segmentation/cell.ts';
import type {DecisionTableSpec} from '../routing/segmentation/spec.ts';
import {holds, type ValueSet} from '../routing/segmentation/valueSet.ts';
import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import type {LintItem} from './finding.ts';

/** Combinations of values tried; a table that tells more apart is not judged. */
const MOST_ITEMS = 20_000;
/** Values of an empirical distribution tried one by one. */
const MOST_VALUES = 100;

/** Null where there are too many to try. */
export function itemsOf(scenario: Scenario): LintItem[] | null {
  const table = scenario.routing.segmentation;
  const items: LintItem[] = [];
  for (const source of scenario.demand) {
    if (openingOf(source)) continue;
    for (const channel of channelsOf(source.channel)) {
      const columns = mentioned(scenario).map((name) => ({name, values: valuesAt(scenario, source, channel, name)}));
      const count = columns.reduce((product, {values}) => product * values.length, 1);
      if (items.length + count > MOST_ITEMS) return null;
      for (const values of combinations(columns.map((column) => column.values)))
        items.push({
          source: source.of ?? source.name,
          channel,
          attributes: Object.fromEntries(columns.map(({name}, index) => [name, values[index] ?? null])),
        });
    }
  }
  return table.columns.length === 0 ? items : distinct(items);
}

/** Attributes the table looks at: its columns, and others that a cell in FEEL names. */
function mentioned(scenario: Scenario): string[] {
  const {columns, rules} = scenario.routing.segmentation;
  const interpreted = rules.flatMap(({cells}) => cells.filter((cell) => valuesOf(cell) === null));
  const named = [...attributeTypes(scenario).keys()].filter((name) => interpreted.some((cell) => cell.includes(name)));
  return [...new Set([...columns, ...named])];
}

function valuesAt(scenario: Scenario, source: SourceSpec, channel: string, name: string): AttributeValue[] {
  const known = possibleValues(source, channel, name);
  if (known) return [...known];
  const limits = literalsOf(scenario.routing.segmentation, name);
  const drawn = source.attributes[name];
  if (drawn?.kind === 'distribution' && !logOf(source)) return drawnValues(drawn.distribution, limits.numbers);
  const types = attributeTypes(scenario).get(name) ?? new Set();
  return [
    null,
    ...(types.has('number') ? between(limits.numbers, -Infinity, Infinity) : []),
    ...(types.has('number') && types.size === 1 ? [] : [...limits.texts, other(limits.texts)]),
  ];
}

/** What a distribution can draw, as far as these limits tell its values apart. */
function drawnValues(distribution: DistributionSpec, limits: readonly number[]): number[] {
  const {params, values, zeroShare, kind} = distribution;
  if (values && values.length <= MOST_VALUES) return [...new Set([...(zeroShare > 0 ? [0] : []), ...values])];
  const least = leastOf({...distribution, zeroShare: 0});
  const most = values?.at(-1) ?? params.max ?? params.value ?? Number.POSITIVE_INFINITY;
  const inside = between(limits, least, most);
  const whole = kind === 'poisson' ? inside.flatMap((value) => [Math.floor(value), Math.ceil(value)]) : inside;
  return [...new Set([...(zeroShare > 0 ? [0] : []), ...whole.filter((value) => value >= least && value <= most)])];
}

/** The limits, and a value in each gap between them, from `least` to `most`. */
function between(limits: readonly number[], least: number, most: number): number[] {
  const inside = limits.filter((limit) => limit > least && limit < most);
  const first = Number.isFinite(least) ? least : (inside[0] ?? 1) - 1;
  const last = Number.isFinite(most) ? most : Math.max(inside.at(-1) ?? 0, first) + 1;
  const edges = [...new Set([first, ...inside, last])];
  return edges.flatMap((edge, index) => (index === 0 ? [edge] : [((edges[index - 1] ?? edge) + edge) / 2, edge]));
}

function other(texts: readonly string[]): string {
  let word = 'other';
  while (texts.includes(word)) word += ' ';
  return word;
}

/** The numbers and texts that cells about an attribute compare it with; ascending. */
function literalsOf({columns, rules}: DecisionTableSpec, name: string): {numbers: number[]; texts: string[]} {
  const column = columns.indexOf(name);
  const cells = rules.flatMap(({cells: row}) =>
    row.filter((cell, index) => index === column || (valuesOf(cell) === null && cell.includes(name))),
  );
  const sets = cells.map((cell) => ({cell, set: valuesOf(cell)}));
  const numbers = sets.flatMap(({cell, set}) => (set ? limitsOf(set) : numbersIn(cell)));
  const texts = sets.flatMap(({cell, set}) => (set ? [...set.texts.listed] : textsIn(cell)));
  return {numbers: [...new Set(numbers)].sort((a, b) => a - b), texts: [...new Set(texts)]};
}

const limitsOf = ({numbers}: ValueSet) => numbers.flatMap(({low, high}) => [low, high]).filter(Number.isFinite);
const numbersIn = (cell: string) =>
  [...cell.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
const textsIn = (cell: string) => [...cell.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? '');

function combinations(columns: readonly (readonly AttributeValue[])[]): AttributeValue[][] {
  return columns.reduce<AttributeValue[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function distinct(items: readonly LintItem[]): LintItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify([item.source, item.channel, item.attributes]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Of a row: the cells an item matches, `null` where a cell in FEEL is not decided here. */
export const cellsMatched = (table: DecisionTableSpec, row: number, values: ReadonlyMap<string, AttributeValue>) =>
  table.rules[row].cells.map((cell, column) => {
    const set = valuesOf(cell);
    return set && holds(set, values.get(table.columns[column] ?? '') ?? null);
  });

/** Everything that segmentation sees of an item. */
export const seenOf = ({source, channel, attributes}: LintItem): ReadonlyMap<string, AttributeValue> =>
  new Map<string, AttributeValue>([...Object.entries(attributes), ['channel', channel], ['source', source]]);
