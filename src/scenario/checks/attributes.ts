import type {Draft} from './draft.ts';

/** Attributes that some source gives its items, besides those that every item has. */
export function attributeNames({scenario, reading}: Draft): string[] {
  const names = new Set(['channel', 'source', 'priority']);
  for (const source of scenario.demand) for (const name of Object.keys(source.attributes)) names.add(name);
  // Of sources that could not be read as well, so that they make no attribute unknown.
  const demand = reading.node(['demand']);
  const sources = demand?.kind === 'list' ? demand.items : [];
  for (const i of sources.keys())
    for (const part of [['attributes'], ['replay', 'attributes'], ['backlog', 'attributes'], ['open', 'attributes']])
      for (const name of reading.names('demand', i, ...part)) names.add(name);
  return [...names];
}
