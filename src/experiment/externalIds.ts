import {externalIds} from '../demand/replayed/index.ts';
import type {Loaded} from './loaded.ts';

/** The items that logs give this id, by source and number; several where it repeats. Reads the logs that have any. */
export function itemsOfId(loaded: Loaded, id: string): {readonly source: number; readonly number: number}[] {
  return [...loggedIds(loaded)].flatMap(({source, number, given}) => (given === id ? [{source, number}] : []));
}

/** Every id that a log gives, source by source. */
export function* loggedIds({scenario, openRows}: Loaded) {
  for (const [source, {arrivals}] of scenario.demand.entries()) {
    if (arrivals.kind !== 'replay' && arrivals.kind !== 'backlog') continue;
    for (const [number, given] of externalIds(arrivals.replay, openRows)) yield {source, number, given};
  }
}

/** The id that a log gives an item, by source and number; '' where there is none. Reads the logs that have any. */
export function externalIdsOf({scenario, openRows}: Loaded): (source: number, number: number) => string {
  const ids = scenario.demand.map(({arrivals}) =>
    arrivals.kind === 'replay' || arrivals.kind === 'backlog' ? externalIds(arrivals.replay, openRows) : null,
  );
  return (source, number) => ids[source]?.get(number) ?? '';
}
