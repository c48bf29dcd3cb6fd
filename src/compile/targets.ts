import type {Person} from '../model/roster.ts';
import {readSkillExpression, type SkillExpression, type Skills} from '../routing/eligibility/skillExpression.ts';
import type {DistributionRule, Span, TargetSpec} from '../routing/eligibility/spec.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';
import type {Direct, Route} from './routes.ts';

type Who = TargetSpec['who'];

/** A target of some route, compiled: who is in it, and what level of theirs counts for `best-skilled`. */
export interface Target {
  includes(person: Person, group: string, skills: Skills): boolean;
  levelOf(skills: Skills): number;
}

/** The stages of a route: positions in the list of targets, and when each opens. */
export interface Stages {
  readonly targets: readonly number[];
  readonly opens: readonly Span[];
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Per route. */
  readonly stages: readonly Stages[];
  /** Agents that some target names: nobody is like them. */
  readonly named: ReadonlySet<string>;
}

/** Every skill somebody of the scenario has, held in some spell, or a group would give. */
export function skillNames(scenario: Scenario, people: People): string[] {
  const sets = [...scenario.workforce.map(({skills}) => skills), ...people.agents.flatMap(({skillsets}) => skillsets)];
  return [...new Set(sets.flatMap((skills) => Object.keys(skills)))];
}

/** The distribution of a route's process. */
export function distributionOf(scenario: Scenario, process: number): DistributionRule {
  const spec = Object.values(scenario.routing.processes)[process];
  const rule = scenario.routing.distribution[spec?.distribute ?? ''];
  if (!rule) throw new Error(`process ${spec?.name} has no distribution ${spec?.distribute}`);
  return rule;
}

/** The targets of all routes, equal ones once. A row that assigns directly is a target of its own that waits for ever. */
export function targetsOf(scenario: Scenario, routes: readonly Route[], skills: readonly string[]): Targets {
  const ids = new Map<string, number>();
  const all: Who[] = [];
  const idOf = (who: Who) => {
    const key = JSON.stringify(who);
    const id = ids.get(key) ?? all.push(who) - 1;
    ids.set(key, id);
    return id;
  };
  const stages = routes.map(({process, direct}) => {
    const {targets} = distributionOf(scenario, process);
    const widening = {targets: targets.map(({who}) => idOf(who)), opens: openings(targets, direct?.forMs)};
    if (direct === null) return widening;
    const alone = {targets: [idOf(directly(direct))], opens: [{ms: 0, share: 0}]};
    if (direct.forMs === undefined) return alone;
    return {targets: [...alone.targets, ...widening.targets], opens: [...alone.opens, ...widening.opens]};
  });
  const named = new Set(all.flatMap((who) => (who.kind === 'agents' ? who.agents : [])));
  return {targets: all.map((who) => compileTarget(who, skills)), stages, named};
}

const directly = ({kind, name}: Direct): Who =>
  kind === 'agent' ? {kind: 'agents', agents: [name]} : {kind: 'groups', groups: [name]};

/** Each opens when those before it have stood their time; the first after `fromMs`. */
function openings(targets: readonly TargetSpec[], fromMs = 0): Span[] {
  let ms = fromMs;
  let share = 0;
  return targets.map((target) => {
    const opens = {ms, share};
    ms += target.for?.ms ?? 0;
    share += target.for?.share ?? 0;
    return opens;
  });
}

function compileTarget(who: Who, skills: readonly string[]): Target {
  const noLevel = () => 0;
  if (who.kind === 'everyone') return {includes: () => true, levelOf: noLevel};
  if (who.kind === 'groups') return {includes: (_, group) => who.groups.includes(group), levelOf: noLevel};
  if (who.kind === 'agents') return {includes: ({name}) => who.agents.includes(name), levelOf: noLevel};
  const read = readSkillExpression(who.expression, skills);
  // What is wrong with it is a problem found elsewhere; nobody is in it.
  return 'findings' in read ? {includes: () => false, levelOf: noLevel} : bySkills(read.expression);
}

const bySkills = ({test, wanted}: SkillExpression): Target => ({
  includes: (_, __, skills) => test(skills),
  levelOf: (skills) => wanted.reduce((sum, name) => sum + (skills[name] ?? 0), 0),
});
