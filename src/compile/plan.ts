import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';
import {type CompiledCapacity, capacityOf} from './capacity.ts';
import {channelNames} from './channels.ts';
import {type Profiles, profilesOf} from './profiles.ts';
import {type RouteTable, routesOf} from './routes.ts';
import {asksForSkill} from './selection.ts';
import {skillNames, type Targets, targetsOf} from './targets.ts';

/** Who may take what, worked out once: for the tables of the model, for the checks and for `preroute show`. */
export interface Plan {
  readonly people: People;
  readonly channels: readonly string[];
  readonly processes: readonly string[];
  readonly skills: readonly string[];
  readonly table: RouteTable;
  readonly capacity: CompiledCapacity;
  readonly targets: Targets;
  readonly profiles: Profiles;
}

export function planOf(scenario: Scenario, people: People): Plan {
  const channels = channelNames(scenario);
  const processes = Object.keys(scenario.routing.processes);
  const skills = skillNames(scenario, people);
  const table = routesOf(scenario, channels, processes);
  const capacity = capacityOf(scenario, people, channels);
  const targets = targetsOf(scenario, table.routes, skills);
  const profiles = profilesOf(people, targets, capacity.ruleOf, asksForSkill(scenario, table.routes));
  return {people, channels, processes, skills, table, capacity, targets, profiles};
}
