import type {Skills} from '../routing/eligibility/skillExpression.ts';
import type {People} from '../workforce/people.ts';
import {speedOf} from './speed.ts';
import type {Targets} from './targets.ts';

/** A class of agents no rule tells apart: the same targets, capacity rule, speed, and levels where those count. */
export interface Profile {
  /** Per target: whether they are in it. */
  readonly inTarget: readonly boolean[];
  readonly levels: readonly number[];
  readonly speed: number;
  readonly capacityRule: number;
}

export interface Profiles {
  readonly profiles: readonly Profile[];
  profileOf(agent: number, skillset: number): number;
}

/** Profiles in order of first need: every agent's own skills first, then those of spells of presence. */
export function profilesOf(
  people: People,
  targets: Targets,
  capacityRuleOf: (agent: number) => number,
  levelsCount: boolean,
): Profiles {
  const profiles: Profile[] = [];
  const byProfile = new Map<string, number>();
  const byLikeness = new Map<string, number>();
  const make = (agent: number, skills: Skills): number => {
    const profile = profileFor(people, agent, skills, targets, capacityRuleOf(agent), levelsCount);
    const key = JSON.stringify(profile);
    const index = byProfile.get(key) ?? profiles.push(profile) - 1;
    byProfile.set(key, index);
    return index;
  };
  const table = people.agents.map((person, agent) =>
    person.skillsets.map((skills) => {
      const name = targets.named.has(person.name) ? person.name : '';
      const key = JSON.stringify([person.group, capacityRuleOf(agent), people.specOf(agent).speed, skills, name]);
      const index = byLikeness.get(key) ?? make(agent, skills);
      byLikeness.set(key, index);
      return index;
    }),
  );
  return {profiles, profileOf: (agent, skillset) => table[agent][skillset]};
}

function profileFor(
  people: People,
  agent: number,
  skills: Skills,
  {targets}: Targets,
  capacityRule: number,
  levelsCount: boolean,
): Profile {
  const person = people.agents[agent];
  const group = people.groups[person.group] ?? '';
  return {
    inTarget: targets.map((target) => target.includes(person, group, skills)),
    levels: levelsCount ? targets.map((target) => target.levelOf(skills)) : [],
    speed: speedOf(people.specOf(agent).speed, skills),
    capacityRule,
  };
}
