import {sampler} from '../random/sampler.ts';
import {streamOf} from '../random/streams.ts';
import {compileDecisionTable} from '../routing/segmentation/decisionTable.ts';
import type {AttributeSpec, Scenario, SourceSpec} from '../scenario/scenario.ts';
import {logOf, openingOf} from './channels.ts';

type Value = string | number;
type Attributes = Readonly<Record<string, Value>>;

/** Draws that stand for an attribute with a distribution; a share is then known to about one in a hundred. */
const DRAWS = 4000;
/** Combinations of attribute values weighed exactly; beyond it they are drawn too. */
const MOST_COMBINATIONS = 4096;

/**
 * The share of a generated source's items that segmentation sends to each process, by name; null for a log. Exact where
 * attributes have shares, by fixed draws where the decision table looks at a distribution.
 */
export function processShares(scenario: Scenario, source: SourceSpec): ReadonlyMap<string, number> | null {
  if (logOf(source) !== null || !('name' in source.channel)) return null;
  const opening = openingOf(source);
  if (opening) return new Map([[opening.process, 1]]);
  const {segmentation} = scenario.routing;
  const table = compileDecisionTable(segmentation);
  const given = {channel: source.channel.name, source: source.name, priority: null};
  const shares = new Map<string, number>();
  for (const {attributes, weight} of combinations(source, segmentation.columns)) {
    const rule = table.ruleOf({...given, ...attributes});
    const outcome = segmentation.rules[rule]?.then ?? segmentation.otherwise;
    if (outcome) shares.set(outcome.process, (shares.get(outcome.process) ?? 0) + weight);
  }
  return shares;
}

/** Values of the attributes a table looks at, with the share of items that have them. */
function combinations(source: SourceSpec, columns: readonly string[]): {attributes: Attributes; weight: number}[] {
  const asked = Object.entries(source.attributes).filter(([name]) => columns.includes(name));
  const counts = asked.map(([, spec]) => (spec.kind === 'shares' ? spec.values.length : 1));
  const few = counts.reduce((product, count) => product * count, 1) <= MOST_COMBINATIONS;
  const isDrawn = (spec: AttributeSpec) => spec.kind === 'distribution' || (spec.kind === 'shares' && !few);
  const listed = asked.filter(([, spec]) => !isDrawn(spec)).reduce(withValues, [{attributes: {}, weight: 1}]);
  const drawn = asked.filter(([, spec]) => isDrawn(spec));
  if (drawn.length === 0) return listed;
  const draws = drawn.map(([name, spec]) => ({name, next: drawing(spec, source.name, name)}));
  return Array.from({length: DRAWS}, () => Object.fromEntries(draws.map(({name, next}) => [name, next()]))).flatMap(
    (values) =>
      listed.map(({attributes, weight}) => ({attributes: {...attributes, ...values}, weight: weight / DRAWS})),
  );
}

function withValues(
  before: {attributes: Attributes; weight: number}[],
  [name, spec]: [string, AttributeSpec],
): {attributes: Attributes; weight: number}[] {
  return valuesOf(spec).flatMap(({value, share}) =>
    before.map(({attributes, weight}) => ({attributes: {...attributes, [name]: value}, weight: weight * share})),
  );
}

function valuesOf(spec: AttributeSpec): {value: Value; share: number}[] {
  if (spec.kind === 'constant') return [{value: spec.value, share: 1}];
  if (spec.kind === 'distribution') return [];
  const total = spec.values.reduce((sum, {share}) => sum + share, 0);
  return spec.values.map(({value, share}) => ({value, share: share / total}));
}

function drawing(spec: AttributeSpec, source: string, name: string): () => Value {
  const uniform = streamOf('show', source, name);
  if (spec.kind === 'distribution') return sampler(spec.distribution, uniform);
  const values = valuesOf(spec);
  return () => {
    let left = uniform();
    for (const {value, share} of values) {
      left -= share;
      if (left < 0) return value;
    }
    return values.at(-1)?.value ?? '';
  };
}
