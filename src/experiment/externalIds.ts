import {externalIds} from '../demand/replayed/index.ts';
import type {Loaded} from './loaded.ts';

/** The id that a log gives an item, by source and number; '' where there is none. Reads the logs that have any. */
export function externalIdsOf({scenario, openRows}: Loaded): (source: number, number: number) => string {
  const ids = scenario.demand.map(({arrivals}) =>
    arrivals.kind === 'replay' || arrivals.kind === 'backlog' ? externalIds(arrivals.replay, openRows) : null,
  );
  return (source, number) => ids[source]?.get(number) ?? '';
}
