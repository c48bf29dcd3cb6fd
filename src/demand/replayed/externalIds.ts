import type {ReplaySpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {Columns} from './columns.ts';

/**
 * The ids a log gives its items, by item number: read anew after a run whose items are listed, so that no run carries
 * them. Empty where the scenario names no column for them.
 */
export function externalIds(
  replay: ReplaySpec,
  openRows: FeedContext['openRows'],
  wanted: (number: number) => boolean = () => true,
): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  if (replay.columns.id.length === 0) return ids;
  const reader = openRows(replay.path, replay.separator);
  const idOf = new Columns(replay.path, reader.header, replay.empty).text(replay.columns.id, '');
  let number = 0;
  for (let cells = reader.next(); cells; cells = reader.next()) {
    if (wanted(number)) ids.set(number, idOf(cells));
    number++;
  }
  reader.close();
  return ids;
}
