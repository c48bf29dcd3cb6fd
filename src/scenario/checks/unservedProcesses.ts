import {channelNames} from '../../compile/channels.ts';
import {readSkillExpression} from '../../routing/eligibility/index.ts';
import type {DistributionRule, TargetSpec} from '../../routing/eligibility/spec.ts';
import {type People, peopleOf} from '../../workforce/index.ts';
import type {Scenario} from '../scenario.ts';
import {channelsByProcess} from './assignments.ts';
import type {Check} from './draft.ts';

/** Processes some of whose items no agent could ever take: none in the targets, or none with room for the channel. */
export const unservedProcesses: Check = ({scenario, reading, complete}) => {
  if (!complete.workforce || !complete.demand || !complete.routing) return;
  const people = peopleOf(scenario);
  if (people.agents.length === 0) {
    reading.warn(['workforce'], 'there are no agents at all: nothing will be answered', 'agents: 10');
    return;
  }
  for (const [process, channels] of channelsByProcess(scenario)) {
    const spec = scenario.routing.processes[process];
    const rule = spec && scenario.routing.distribution[spec.distribute];
    if (!rule) continue;
    const agents = reached(people, rule);
    for (const channel of channelNames(scenario).filter((name) => channels.has(name)))
      if (!agents.some((agent) => hasRoom(scenario, people.agents[agent]?.capacity ?? null, channel)))
        reading.warn(
          ['routing', 'processes', process],
          agents.length === 0
            ? `no agent is in the targets of ${process}: its items will never be answered`
            : `no agent in the targets of ${process} has room for ${channel}: such items will never be answered`,
          agents.length === 0 ? undefined : `add ${channel} to the capacity rule of one of its groups`,
          true,
        );
  }
};

/** The agents of the targets, each target's expression read once. */
function reached(people: People, {targets}: DistributionRule): number[] {
  const tests = targets.map((target) => testOf(people, target));
  return [...people.agents.keys()].filter((agent) => tests.some((test) => test(agent)));
}

function testOf(people: People, {who}: TargetSpec): (agent: number) => boolean {
  if (who.kind === 'everyone') return () => true;
  if (who.kind === 'groups')
    return (agent) => who.groups.includes(people.groups[people.agents[agent]?.group ?? -1] ?? '');
  if (who.kind === 'agents') return (agent) => who.agents.includes(people.agents[agent]?.name ?? '');
  const read = readSkillExpression(who.expression, skillsOf(people));
  if ('findings' in read) return () => false;
  const {test} = read.expression;
  return (agent) => people.agents[agent]?.skillsets.some(test) ?? false;
}

const skillsOf = (people: People): Set<string> =>
  new Set(people.agents.flatMap((agent) => agent.skillsets.flatMap((levels) => Object.keys(levels))));

function hasRoom(scenario: Scenario, capacity: string | null, channel: string): boolean {
  if (capacity === null) return true;
  return (scenario.routing.capacity[capacity]?.channels[channel]?.max ?? 0) > 0;
}
