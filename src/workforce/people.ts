import type {Person} from '../model/roster.ts';
import type {AgentBlock, GroupSpec, Scenario} from '../scenario/scenario.ts';

/** Everyone of a scenario, ids being positions: group by group in the order groups are first met, then as written. */
export interface People {
  readonly agents: readonly Person[];
  readonly groups: readonly string[];
  /** The spec an agent comes from: his group's, or his roster's with the rest of the group it names. */
  specOf(agent: number): GroupSpec;
  /** Why agents rest: reasons of breaks, then of shrinkage, each once. */
  readonly reasons: readonly string[];
  /** Per agent: where his presence comes from. */
  readonly seats: readonly Seat[];
}

/** An agent's place in his block. */
export interface Seat {
  readonly spec: GroupSpec;
  readonly block: AgentBlock;
  readonly numberInBlock: number;
  /**
   * What his draws are keyed by, besides the group: his name where he has one, else his shift and his number among
   * those of his group who work it. So nobody's draws change when another agent joins.
   */
  readonly key: string;
  /** Presence: skillset of each spell, index into `Person.skillsets`. */
  readonly spellSkillsets: readonly number[];
}

/** The agents of a scenario; a block of head counts has as many as its maximum. */
export function peopleOf(scenario: Scenario): People {
  const groups = [...new Set(scenario.workforce.map((spec) => spec.name))];
  const agents: Person[] = [];
  const seats: Seat[] = [];
  for (const [group, name] of groups.entries()) {
    const specs = scenario.workforce.filter((spec) => spec.name === name);
    const naming = new Naming(name, specs);
    let numberInGroup = 0;
    for (const spec of specs) {
      for (const block of spec.agents) {
        for (let numberInBlock = 0; numberInBlock < sizeOf(block); numberInBlock++) {
          const {skillsets, spellSkillsets} = skillsetsOf(spec, block);
          const {key, label} = naming.next(block, numberInBlock);
          agents.push({name: label, group, numberInGroup, skillsets, capacity: spec.capacity ?? null});
          seats.push({spec, block, numberInBlock, key, spellSkillsets});
          numberInGroup++;
        }
      }
    }
  }
  return {agents, groups, seats, reasons: reasonsOf(scenario), specOf: (agent) => seats[agent].spec};
}

/** How many agents a block has. */
export function sizeOf(block: AgentBlock): number {
  if (block.kind === 'shift') return block.count;
  if (block.kind === 'presence') return 1;
  return block.rows.reduce((most, row) => Math.max(most, row.agents), 0);
}

/** Names of people nobody named: `seniors 3`, or `seniors early 3` in a group of several shifts. */
class Naming {
  readonly #group: string;
  readonly #several: boolean;
  readonly #counts = new Map<string, number>();

  constructor(group: string, specs: readonly GroupSpec[]) {
    this.#group = group;
    const unnamed = specs.flatMap((spec) => spec.agents).filter((block) => sizeOf(block) > 0 && !namesOf(block));
    this.#several = new Set(unnamed.map(labelOf)).size > 1;
  }

  next(block: AgentBlock, numberInBlock: number): {key: string; label: string} {
    const given = namesOf(block)?.[numberInBlock];
    if (given !== undefined) return {key: `name ${given}`, label: given};
    const label = labelOf(block);
    const number = this.#counts.get(label) ?? 0;
    this.#counts.set(label, number + 1);
    const middle = this.#several && label !== '' ? ` ${label}` : '';
    return {key: `${block.kind} ${label} ${number}`, label: `${this.#group}${middle} ${number + 1}`};
  }
}

function namesOf(block: AgentBlock): readonly string[] | undefined {
  if (block.kind === 'presence') return [block.name];
  return block.kind === 'shift' ? block.names : undefined;
}

function labelOf(block: AgentBlock): string {
  if (block.kind === 'headCount') return 'counted';
  return block.kind === 'shift' ? (block.shift ?? '') : '';
}

/** An agent's own skills first, then each other set he holds in some spell of presence. */
function skillsetsOf(spec: GroupSpec, block: AgentBlock): {skillsets: Person['skillsets']; spellSkillsets: number[]} {
  const own = {...spec.skills, ...(block.kind === 'headCount' ? {} : block.skills)};
  const skillsets = [own];
  const known = new Map([[written(own), 0]]);
  const spells = block.kind === 'presence' ? block.spells : [];
  const spellSkillsets = spells.map((spell) => {
    const held = {...own, ...spell.skills};
    const index = known.get(written(held)) ?? skillsets.push(held) - 1;
    known.set(written(held), index);
    return index;
  });
  return {skillsets, spellSkillsets};
}

/** Equal for equal skills; a level of 0 is as good as none. */
function written(skills: Readonly<Record<string, number>>): string {
  const held = Object.entries(skills).filter(([, level]) => level !== 0);
  return JSON.stringify(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function reasonsOf(scenario: Scenario): string[] {
  const breaks = Object.values(scenario.shifts).flatMap((shift) => shift.breaks.map((pause) => pause.reason));
  const shrinkages = scenario.workforce.filter((spec) => spec.shrinkage.share > 0).map((spec) => spec.shrinkage.reason);
  return [...new Set([...breaks, ...shrinkages])];
}
