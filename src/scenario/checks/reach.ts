import {readSkillExpression} from '../../routing/eligibility/index.ts';
import type {TargetSpec} from '../../routing/eligibility/spec.ts';
import type {People} from '../../workforce/index.ts';
import type {Scenario} from '../scenario.ts';

/** Who may take items of a process and channel, sooner or later: in one of its targets, with room for the channel. */
export class Reach {
  readonly #scenario: Scenario;
  readonly #people: People;
  readonly #skills: ReadonlySet<string>;
  readonly #inTargets = new Map<string, readonly number[]>();

  constructor(scenario: Scenario, people: People) {
    this.#scenario = scenario;
    this.#people = people;
    this.#skills = new Set(people.agents.flatMap((agent) => agent.skillsets.flatMap((levels) => Object.keys(levels))));
  }

  /** Agents in the targets of a process, whatever they have room for. */
  inTargets(process: string): readonly number[] {
    const name = this.#scenario.routing.processes[process]?.distribute ?? '';
    const known = this.#inTargets.get(name);
    if (known) return known;
    const tests = (this.#scenario.routing.distribution[name]?.targets ?? []).map((target) => this.#testOf(target));
    const agents = [...this.#people.agents.keys()].filter((agent) => tests.some((test) => test(agent)));
    this.#inTargets.set(name, agents);
    return agents;
  }

  of(process: string, channel: string): readonly number[] {
    return this.inTargets(process).filter((agent) => this.#hasRoom(agent, channel));
  }

  #testOf({who}: TargetSpec): (agent: number) => boolean {
    const {agents, groups} = this.#people;
    if (who.kind === 'everyone') return () => true;
    if (who.kind === 'groups') return (agent) => who.groups.includes(groups[agents[agent]?.group ?? -1] ?? '');
    if (who.kind === 'agents') return (agent) => who.agents.includes(agents[agent]?.name ?? '');
    const read = readSkillExpression(who.expression, this.#skills);
    if ('findings' in read) return () => false;
    const {test} = read.expression;
    return (agent) => agents[agent]?.skillsets.some(test) ?? false;
  }

  #hasRoom(agent: number, channel: string): boolean {
    const rule = this.#people.agents[agent]?.capacity ?? null;
    return rule === null || (this.#scenario.routing.capacity[rule]?.channels[channel]?.max ?? 0) > 0;
  }
}
