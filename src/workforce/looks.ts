import type {LookDraws} from '../model/pull.ts';
import {keyedDraws} from '../random/keyed.ts';
import {sampler} from '../random/sampler.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from './people.ts';

/**
 * When agents look for work they take themselves; null where they see at once what there is. Keyed by process and agent,
 * by their names, and the number of the look, so that another agent or process changes nobody's luck.
 */
export function lookDrawsOf(scenario: Scenario, people: People, seed: string, replication: number): LookDraws | null {
  const specs = Object.values(scenario.routing.processes).map(({pull}) => pull?.looksEvery);
  if (specs.every((spec) => spec === undefined)) return null;
  const names = Object.keys(scenario.routing.processes);
  const draws = people.seats.map(({spec, key}) =>
    names.map((process) => keyedDraws(seed, replication, 'look', process, spec.name, key)),
  );
  return {
    afterMs(agent, process, look) {
      const spec = specs[process];
      return spec === undefined ? 0 : Math.round(sampler(spec, draws[agent][process].at(look))());
    },
  };
}
