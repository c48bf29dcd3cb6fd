import {error, type Finding} from '../routing/finding.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {Plan} from './plan.ts';
import type {Route} from './routes.ts';

/** Routes nobody can ever serve: no agent in any of their targets has room for one item of the channel. */
export function servedFindings(scenario: Scenario, plan: Plan): Finding[] {
  if (plan.people.agents.length === 0) return [];
  const seen = new Set<string>();
  return plan.table.routes.flatMap((route, index) => {
    const key = `${route.process} ${route.channel} ${route.direct?.name ?? ''}`;
    if (seen.has(key) || isServed(plan, route, index)) return [];
    seen.add(key);
    const process = plan.processes[route.process] ?? '';
    const channel = plan.channels[route.channel] ?? '';
    const who = route.direct
      ? `${route.direct.kind} ${route.direct.name}`
      : `the targets of ${distributionName(scenario, process)}`;
    return [
      error(
        ['routing', 'processes', process],
        `nobody can ever serve items of ${process} that come by ${channel}: no agent of ${who} has room for one`,
        `give a capacity rule of those agents a place for ${channel}`,
      ),
    ];
  });
}

const distributionName = (scenario: Scenario, process: string) => scenario.routing.processes[process]?.distribute ?? '';

function isServed({targets, profiles, capacity}: Plan, route: Route, index: number): boolean {
  const {start, admits} = capacity.capacity;
  return profiles.profiles.some(
    ({inTarget, capacityRule}) =>
      ((admits[start[capacityRule]] >>> route.channel) & 1) === 1 &&
      targets.stages[index].targets.some((target) => inTarget[target]),
  );
}
