import {externalIds} from '../demand/replayed/index.ts';
import type {Loaded} from './loaded.ts';

/** The item that a log gives this id, by source and number; null where none does. Reads the logs that have any. */
export function itemOfId({scenario, openRows}: Loaded, id: string): {source: number; number: number} | null {
  for (const [source, {arrivals}] of scenario.demand.entries()) {
    if (arrivals.kind !== 'replay' && arrivals.kind !== 'backlog') continue;
    for (const [number, given] of externalIds(arrivals.replay, openRows)) if (given === id) return {source, number};
  }
  return null;
}

/** The id that a log gives an item, by source and number; '' where there is none. Reads the logs that have any. */
export function externalIdsOf({scenario, openRows}: Loaded): (source: number, number: number) => string {
  const ids = scenario.demand.map(({arrivals}) =>
    arrivals.kind === 'replay' || arrivals.kind === 'backlog' ? externalIds(arrivals.replay, openRows) : null,
  );
  return (source, number) => ids[source]?.get(number) ?? '';
}
