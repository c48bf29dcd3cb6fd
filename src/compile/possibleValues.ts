import type {Scenario, SourceSpec} from '../scenario/scenario.ts';
import {logOf} from './channels.ts';

export type AttributeType = 'text' | 'number' | 'date';

/** What a column of the decision table may hold for items of a source and channel; null: anything of its type. */
export type Possible = readonly (string | number | null)[] | null;

/** Attributes that every item has, whatever its source says. */
export const GIVEN_ATTRIBUTES: ReadonlyMap<string, AttributeType> = new Map([
  ['channel', 'text'],
  ['source', 'text'],
  ['priority', 'number'],
]);

export function possibleValues(source: SourceSpec, channel: string, attribute: string): Possible {
  if (attribute === 'channel') return [channel];
  if (attribute === 'source') return [source.of ?? source.name];
  const changed = changesOf(source, attribute);
  if (changed === null) return null;
  const arrives = valuesAtArrival(source, attribute);
  return arrives && [...new Set([...arrives, ...changed])];
}

/** What reclassifying may make of it; null: anything. */
function changesOf({handling = []}: SourceSpec, attribute: string): Possible {
  const sets = handling.flatMap((one) => (one.kind === 'reclassify' ? (one.set[attribute] ?? []) : []));
  if (sets.some(({kind}) => kind === 'distribution')) return null;
  return sets.flatMap((set) => {
    if (set.kind === 'constant') return [set.value];
    return set.kind === 'shares' ? set.values.filter(({share}) => share > 0).map(({value}) => value) : [];
  });
}

function valuesAtArrival(source: SourceSpec, attribute: string): Possible {
  const log = logOf(source);
  if (attribute === 'priority') return log && log.columns.priority.length > 0 ? null : [null];
  const generated = source.attributes[attribute];
  if (generated?.kind === 'constant') return [generated.value];
  if (generated?.kind === 'shares') return generated.values.filter(({share}) => share > 0).map(({value}) => value);
  if (generated || log?.attributes.some(({name}) => name === attribute)) return null;
  return [null];
}

/** Types in which the sources of a scenario bring each attribute. */
export function attributeTypes(scenario: Scenario): Map<string, Set<AttributeType>> {
  const types = new Map<string, Set<AttributeType>>();
  const add = (name: string, type: AttributeType) => types.set(name, (types.get(name) ?? new Set()).add(type));
  for (const [name, type] of GIVEN_ATTRIBUTES) add(name, type);
  for (const source of scenario.demand) {
    const changed = (source.handling ?? []).flatMap((one) =>
      one.kind === 'reclassify' ? Object.entries(one.set) : [],
    );
    for (const [name, spec] of [...Object.entries(source.attributes), ...changed])
      add(
        name,
        spec.kind === 'distribution' || (spec.kind === 'constant' && typeof spec.value === 'number')
          ? 'number'
          : 'text',
      );
    for (const {name, type} of logOf(source)?.attributes ?? []) add(name, type);
  }
  return types;
}
