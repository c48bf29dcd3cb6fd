import type {Observer} from '../engine/observer.ts';
import type {Simulation} from '../engine/simulation.ts';
import type {Floor} from '../floor/floor.ts';
import type {Duty} from '../model/roster.ts';
import {feedsOf} from './feeds.ts';
import type {Loaded} from './loaded.ts';
import {simulationOf} from './simulationOf.ts';
import {Warnings} from './warnings.ts';

/**
 * A replication (from 0) run once more for somebody who watches: nothing is measured, and what happens is the same, to
 * the millisecond, as in the rehearsal. The observer is made for the floor it will read.
 */
export function watched(
  loaded: Loaded,
  replication: number,
  observer: (floor: Floor, duty: Duty) => Observer,
): Simulation {
  const feeds = feedsOf(loaded, replication, null, new Warnings());
  return simulationOf(loaded, replication, feeds, observer).simulation;
}
