import {nearest} from '../../language/nearest.ts';
import {error, type Finding, tolerable, under} from '../finding.ts';
import {readSkillExpression, type Skills} from './skillExpression.ts';
import type {DistributionRule, TargetSpec} from './spec.ts';

/** Who is there, as far as targets ask. */
export interface Reachable {
  readonly skills: Iterable<string>;
  readonly groups: readonly string[];
  readonly agents: readonly {
    readonly name: string;
    readonly group: string;
    readonly skillsets: readonly Skills[];
  }[];
}

/** What is wrong with a distribution given who is there: names, expressions, targets that nobody can ever satisfy. */
export function distributionFindings(rule: DistributionRule, reachable: Reachable): Finding[] {
  return rule.targets.flatMap((target, index) => under(['targets', index], targetFindings(target, reachable)));
}

function targetFindings({who}: TargetSpec, reachable: Reachable): Finding[] {
  if (who.kind === 'everyone') return [];
  if (who.kind === 'groups') return namesFindings('groups', 'group', who.groups, reachable.groups, reachable);
  if (who.kind === 'agents')
    return namesFindings(
      'agents',
      'agent',
      who.agents,
      reachable.agents.map((agent) => agent.name),
      reachable,
    );
  const read = readSkillExpression(who.expression, reachable.skills);
  if ('findings' in read) return under(['skills'], read.findings);
  if (reachable.agents.length === 0 || reachable.agents.some(({skillsets}) => skillsets.some(read.expression.test)))
    return [];
  const best = read.expression.names.map((name) => `${name} ${highest(name, reachable)}`);
  return [
    tolerable(
      error(['skills'], `nobody can ever satisfy ${who.expression}`, `the highest levels are ${best.join(', ')}`),
    ),
  ];
}

const highest = (skill: string, {agents}: Reachable) =>
  Math.max(0, ...agents.flatMap(({skillsets}) => skillsets.map((levels) => levels[skill] ?? 0)));

function namesFindings(
  key: string,
  noun: string,
  names: readonly string[],
  known: readonly string[],
  {agents}: Reachable,
): Finding[] {
  const unknown = names.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const hint = near === undefined ? `the ${noun}s are: ${known.slice(0, 20).join(', ')}` : `did you mean ${near}?`;
    return [
      error(
        [key, index],
        `expected ${noun === 'agent' ? 'an' : 'a'} ${noun} of the workforce, found ${JSON.stringify(name)}`,
        hint,
      ),
    ];
  });
  if (
    unknown.length > 0 ||
    agents.length === 0 ||
    agents.some(({name, group}) => names.includes(key === 'groups' ? group : name))
  )
    return unknown;
  return [tolerable(error([key], `nobody can ever satisfy this target: there is no agent in ${names.join(', ')}`))];
}
