import type {Capacity} from '../model/capacity.ts';
import {compileCapacity, ONE_AT_A_TIME, TooManyLoads} from '../routing/capacity/index.ts';
import type {CapacitySpec} from '../routing/capacity/spec.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';

export interface CompiledCapacity {
  readonly capacity: Capacity;
  ruleOf(agent: number): number;
}

/** The capacity rules agents have, in the order of the scenario, the one of agents without a rule last. */
export function capacityOf(scenario: Scenario, people: People, channels: readonly string[]): CompiledCapacity {
  const used = new Set(people.agents.map(({capacity}) => capacity));
  const rules: CapacitySpec[] = Object.values(scenario.routing.capacity).filter(({name}) => used.has(name));
  rules.push(ONE_AT_A_TIME);
  return {
    capacity: compiled(rules, channels),
    ruleOf: (agent) => {
      const index = rules.findIndex(({name}) => name === people.agents[agent].capacity);
      return index < 0 ? rules.length - 1 : index;
    },
  };
}

/** Rules with too many loads are a problem found elsewhere; what is compiled then is never run. */
function compiled(rules: readonly CapacitySpec[], channels: readonly string[]): Capacity {
  try {
    return compileCapacity(rules, channels);
  } catch (fault) {
    if (!(fault instanceof TooManyLoads)) throw fault;
    return compileCapacity(
      rules.map(() => ONE_AT_A_TIME),
      channels,
    );
  }
}
