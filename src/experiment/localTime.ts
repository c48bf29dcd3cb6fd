import {formatLocal} from '../calendar/index.ts';
import type {Loaded} from './loaded.ts';

/** ISO local date-time, in the scenario's zone, of an instant in ms since the start. */
export function localTimeOf({scenario}: Pick<Loaded, 'scenario'>): (ms: number) => string {
  return (ms) => formatLocal(scenario.fromEpochMs + ms, scenario.zone);
}
