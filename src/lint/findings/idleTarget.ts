import type {FindingKind} from '../finding.ts';

export const idleTarget: FindingKind = {
  code: 'idle-target',
  title: 'A later target that adds nobody',
  severity: 'warning',
  doc: 'Targets widen: a later one adds agents to those before it. All agents of this one are in an earlier target already, so that waiting for it changes nothing.',
  find({scenario, plan}) {
    const routes = plan.table.routes;
    const told = new Set<string>();
    return plan.targets.stages.flatMap(({targets}, route) => {
      const {process, direct} = routes[route];
      const rule = scenario.routing.processes[plan.processes[process] ?? '']?.distribute ?? '';
      if (direct !== null || told.has(rule)) return [];
      told.add(rule);
      const before = new Set<number>();
      return targets.flatMap((target, stage) => {
        const own = [...plan.profiles.profiles.entries()]
          .filter(([, {inTarget}]) => inTarget[target])
          .map(([id]) => id);
        const adds = own.some((profile) => !before.has(profile));
        for (const profile of own) before.add(profile);
        if (stage === 0 || adds || own.length === 0) return [];
        const [profile = 0] = own;
        const {agents, groups} = plan.people;
        const agent = agents.findIndex(({skillsets}, id) =>
          skillsets.some((_, set) => plan.profiles.profileOf(id, set) === profile),
        );
        const {name, group, skillsets} = agents[agent];
        const text = scenario.routing.distribution[rule]?.targets[stage]?.text ?? '';
        return [
          {
            path: ['routing', 'distribution', rule, 'targets', stage],
            message: `target ${stage + 1} of ${rule}, ${text}, adds nobody: all its agents are in an earlier target`,
            counterExample: {
              kind: 'agent' as const,
              agent: name,
              group: groups[group] ?? '',
              skills: skillsets[0] ?? {},
            },
            suggestion: 'ask for less in it, or leave it out',
          },
        ];
      });
    });
  },
};
