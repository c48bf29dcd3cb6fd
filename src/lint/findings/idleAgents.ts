import {bringsPreferred} from '../../compile/channels.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {FindingKind} from '../finding.ts';
import {listed} from '../words.ts';

/** Agents named in a message. */
const MOST_NAMED = 3;

export const idleAgents: FindingKind = {
  code: 'idle-agents',
  title: 'Agents without any work that they could take',
  severity: 'warning',
  doc: 'In no target of any process that items come to, or with no room for their channels: paid, counted in utilization, and never given anything.',
  find({plan, served, scenario}) {
    const working = new Set(served.flatMap(({stages}) => [...(stages.at(-1) ?? [])]));
    // Rows of the table, and people, hand items to one agent or group.
    for (const [route, {direct}] of plan.table.routes.entries())
      if (direct !== null)
        for (const target of plan.targets.stages[route].targets)
          for (const [profile, {inTarget}] of plan.profiles.profiles.entries())
            if (inTarget[target]) working.add(profile);
    const {agents, groups} = plan.people;
    const isPreferred = preferredOf(scenario);
    if (served.length === 0) return [];
    return groups.flatMap((name, group) => {
      const members = [...agents.entries()].filter(([, agent]) => agent.group === group);
      const idle = members.filter(
        ([id, agent]) =>
          !isPreferred(agent.name, name) &&
          agent.skillsets.every((_, set) => !working.has(plan.profiles.profileOf(id, set))),
      );
      const [first] = idle;
      if (first === undefined) return [];
      const index = scenario.workforce.findIndex((spec) => spec.name === name);
      const names = idle.slice(0, MOST_NAMED).map(([, agent]) => agent.name);
      const others = idle.length - names.length;
      const whole = idle.length === members.length;
      return [
        {
          path: ['workforce', index],
          message: `${whole ? (members.length === 1 ? first[1].name : `all ${members.length} of ${name}`) : listed(others > 0 ? [...names, `${others} others of ${name}`] : names)} can take nothing: in no target of a process that items come to, or without room for its channels`,
          counterExample: {
            kind: 'agent' as const,
            agent: first[1].name,
            group: name,
            skills: first[1].skillsets[0] ?? {},
          },
          suggestion: 'give them a skill or a target, or leave them out',
        },
      ];
    });
  },
};

/** Agents to whom items may come as the one they prefer, in a target or not. */
function preferredOf({demand, routing}: Scenario): (agent: string, group: string) => boolean {
  if (Object.values(routing.distribution).every(({preferredAgent}) => preferredAgent === null)) return () => false;
  const named = demand.flatMap(({preferredAgent}) => preferredAgent ?? []);
  const anybody = demand.some((source) => bringsPreferred(source) && source.preferredAgent === undefined);
  return (agent, group) =>
    anybody || named.some(({agents, groups}) => agents.includes(agent) || groups.includes(group));
}
