import {readSkillExpression, type SkillExpression} from '../../routing/eligibility/index.ts';
import type {Skills} from '../../routing/eligibility/skillExpression.ts';
import type {LintContext} from '../context.ts';
import type {CounterExample, FindingKind} from '../finding.ts';

export const unsatisfiedTarget: FindingKind = {
  code: 'unsatisfied-target',
  title: 'A target that no agent is in',
  severity: 'error',
  doc: 'No agent of the workforce, on duty or not, fulfils the skill expression, or belongs to the groups named: when the target opens nobody is added. The example is the agent who comes nearest, and the one level that keeps him out.',
  covers: ['targets'],
  find(context) {
    const {scenario, compiled, plan} = context;
    const {agents, groups} = compiled.people;
    if (agents.length === 0) return [];
    return Object.values(scenario.routing.distribution).flatMap(({name, targets}) =>
      targets.flatMap(({who, text}, index) => {
        const path = ['routing', 'distribution', name, 'targets', index];
        if (who.kind === 'groups') {
          if (agents.some(({group}) => who.groups.includes(groups[group] ?? ''))) return [];
          return [
            {path: [...path, 'groups'], message: `nobody is in target ${index + 1} of ${name}: ${text} has no agent`},
          ];
        }
        if (who.kind !== 'skills') return [];
        const read = readSkillExpression(who.expression, plan.skills);
        if ('findings' in read || agents.some(({skillsets}) => skillsets.some(read.expression.test))) return [];
        const nearest = nearestOf(context, read.expression);
        return [
          {
            path: [...path, 'skills'],
            message: `no agent satisfies ${text}, target ${index + 1} of ${name}`,
            ...(nearest && {counterExample: nearest}),
            suggestion: nearest
              ? 'change the level asked for, or train somebody'
              : 'no agent is one skill away from it',
          },
        ];
      }),
    );
  },
};

/** The agent who would be in it with one level changed, by as little as possible; null where one level is not enough. */
function nearestOf({compiled}: LintContext, expression: SkillExpression): CounterExample | null {
  const {agents, groups} = compiled.people;
  const levels = levelsToTry(expression.text);
  let best: {readonly example: CounterExample; readonly by: number} | null = null;
  for (const {name, group, skillsets} of agents) {
    for (const skills of skillsets) {
      for (const skill of expression.names) {
        const has = skills[skill] ?? 0;
        for (const needs of levels) {
          const by = Math.abs(needs - has);
          if ((best && by >= best.by) || !expression.test(withLevel(skills, skill, needs))) continue;
          const lacks = {skill, has, needs};
          best = {by, example: {kind: 'agent', agent: name, group: groups[group] ?? '', skills, lacks}};
        }
      }
    }
  }
  return best?.example ?? null;
}

const withLevel = (skills: Skills, skill: string, level: number): Skills => ({...skills, [skill]: level});

/** Each number of an expression, and one more and less. */
function levelsToTry(text: string): number[] {
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  return [...new Set([0, ...numbers.flatMap((number) => [number, number + 1, number - 1])])]
    .filter((level) => level >= 0)
    .sort((a, b) => a - b);
}
