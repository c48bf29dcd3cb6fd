import {compile} from '../../compile/index.ts';
import type {AgentBlock, GroupSpec, Scenario} from '../../scenario/scenario.ts';
import type {Loaded} from '../loaded.ts';
import type {Post} from './posts.ts';
import {postsOf} from './posts.ts';

/** Head counts, in the order of the posts. */
export type Staffing = readonly number[];

/** What is tried: a staffing, perhaps with one agent who learns what another group can. Plain data. */
export interface Plan {
  readonly staffing: Staffing;
  readonly trained?: Training;
}
export interface Training {
  /** Post, by its place in the list: the first agent there learns. */
  readonly post: number;
  /** Group whose skills he gets besides his own, each at the higher level. */
  readonly as: string;
}

export const keyOf = ({staffing, trained}: Plan): string =>
  staffing.join() + (trained ? ` ${trained.post} learns ${trained.as}` : '');

/** The same scenario with other people: nothing is read again. Names of agents and their draws stay what they were. */
export function restaffed(loaded: Loaded, plan: Plan): Loaded {
  const scenario = withStaffing(loaded.scenario, postsOf(loaded.scenario), plan);
  return {...loaded, scenario, compiled: compile(scenario), hash: `${loaded.hash} ${keyOf(plan)}`};
}

export function withStaffing(scenario: Scenario, posts: readonly Post[], {staffing, trained}: Plan): Scenario {
  const workforce = scenario.workforce.map((spec) => ({...spec, agents: [...spec.agents]}));
  for (const [index, post] of posts.entries()) {
    const {agents} = workforce[post.place.entry];
    const {block, row} = post.place;
    const count = staffing[index];
    const written = agents[block];
    if (written === undefined) agents.push({kind: 'shift', shift: post.shift, count});
    else if (written.kind === 'shift') agents[block] = {...written, count};
    else if (written.kind === 'headCount')
      agents[block] = {...written, rows: written.rows.map((it, k) => (k === row ? {...it, agents: count} : it))};
  }
  if (trained) train(workforce, posts[trained.post], trained.as);
  return {...scenario, workforce};
}

type Staffed = Omit<GroupSpec, 'agents'> & {agents: AgentBlock[]};

function train(workforce: readonly Staffed[], {place, shift}: Post, as: string): void {
  const spec = workforce[place.entry];
  const skills = higher(spec.skills, workforce.find(({name}) => name === as)?.skills ?? {});
  spec.agents = spec.agents.flatMap((block) =>
    block.kind === 'shift' && block.shift === shift && block.count > 0
      ? [
          {...block, count: 1, skills: higher(block.skills ?? {}, skills)},
          {...block, count: block.count - 1},
        ]
      : [block],
  );
}

function higher(
  own: Readonly<Record<string, number>>,
  others: Readonly<Record<string, number>>,
): Record<string, number> {
  const both = {...own};
  for (const [skill, level] of Object.entries(others)) both[skill] = Math.max(level, own[skill] ?? 0);
  return both;
}
