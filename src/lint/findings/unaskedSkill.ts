import {readSkillExpression} from '../../routing/eligibility/index.ts';
import type {FindingKind} from '../finding.ts';

export const unaskedSkill: FindingKind = {
  code: 'unasked-skill',
  title: 'A skill that no target and no speed asks for',
  severity: 'note',
  doc: 'Agents have it, and it decides nothing. Either a target forgot it, or it is there for another tool.',
  find({scenario, plan}) {
    const asked = new Set(
      Object.values(scenario.routing.distribution).flatMap(({targets}) =>
        targets.flatMap(({who}) => {
          const read = who.kind === 'skills' ? readSkillExpression(who.expression, plan.skills) : null;
          return read && 'expression' in read ? read.expression.names : [];
        }),
      ),
    );
    for (const {speed} of scenario.workforce) if (speed.kind === 'bySkill') asked.add(speed.skill);
    const {agents, groups} = plan.people;
    return plan.skills
      .filter((skill) => !asked.has(skill))
      .flatMap((skill) => {
        const agent = agents.find(({skillsets}) => skillsets.some((skills) => (skills[skill] ?? 0) > 0));
        if (agent === undefined) return [];
        const group = groups[agent.group] ?? '';
        const spec = scenario.workforce.findIndex(({name, skills}) => name === group && skill in skills);
        const index = spec < 0 ? scenario.workforce.findIndex(({name}) => name === group) : spec;
        return [
          {
            path: ['workforce', index, ...(spec < 0 ? [] : ['skills', skill])],
            message: `nothing asks for the skill ${skill}`,
            counterExample: {kind: 'agent' as const, agent: agent.name, group, skills: agent.skillsets[0] ?? {}},
          },
        ];
      });
  },
};
