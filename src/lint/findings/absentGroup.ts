import type {FindingKind} from '../finding.ts';

export const absentGroup: FindingKind = {
  code: 'absent-group',
  title: 'A group without anybody, or never on duty',
  severity: 'warning',
  doc: 'A target or goal may name it, and nobody of it ever works: no agents, or none of its shifts has hours in the typical week.',
  find({scenario, plan, presence}) {
    const {agents, groups} = plan.people;
    return groups.flatMap((name, group) => {
      const members = [...agents.entries()].filter(([, agent]) => agent.group === group);
      const path = ['workforce', scenario.workforce.findIndex((spec) => spec.name === name)];
      if (members.length === 0) return [{path, message: `nobody is in the group ${name}`}];
      const first = members[0][1];
      if (members.some(([id]) => presence.ofAgent(id).length > 0)) return [];
      return [
        {
          path,
          message: `nobody of ${name} is ever on duty in the horizon's typical week`,
          counterExample: {kind: 'agent' as const, agent: first.name, group: name, skills: first.skillsets[0] ?? {}},
          suggestion: 'check the days and hours of its shifts',
        },
      ];
    });
  },
};
