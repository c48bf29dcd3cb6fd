import type {AgentBlock, GroupSpec} from '../../../scenario/workforceSpec.ts';
import {type Change, namedChanges} from './change.ts';
import {differences} from './values.ts';

/** Head counts by shift, skills, capacity, cost, absence and the rest, group by group. */
export function peopleChanges(before: readonly GroupSpec[], after: readonly GroupSpec[]): Change[] {
  return namedChanges('people', 'group', groups(before), groups(after), groupDifferences, headCountText);
}

/** A roster has a spec an agent: they are one group here. */
type Group = readonly GroupSpec[];

function groups(specs: readonly GroupSpec[]): Record<string, Group> {
  const found = new Map<string, Group>();
  for (const spec of specs) found.set(spec.name, [...(found.get(spec.name) ?? []), spec]);
  return Object.fromEntries(found);
}

function groupDifferences(before: Group, after: Group): string[] {
  const [was, now] = [headCounts(before), headCounts(after)];
  const shifts = [...new Set([...was.keys(), ...now.keys()])];
  const counts = shifts.flatMap((shift) => {
    const [old, agents] = [was.get(shift) ?? 0, now.get(shift) ?? 0];
    return old === agents ? [] : [`${agents} agents ${shift} instead of ${old}`];
  });
  const blocks = [before, after].map((group) =>
    group.flatMap(({agents}) => agents.filter(({kind}) => kind !== 'shift')),
  );
  const times =
    JSON.stringify(blocks[0]) === JSON.stringify(blocks[1]) ? [] : ['other head counts or presence by interval'];
  const all = [...counts, ...times, ...ownDifferences(before, after)];
  return all.length > 0 || JSON.stringify(before) === JSON.stringify(after) ? all : ['other agents'];
}

const WORDS = {name: null, agents: null, costPerHour: 'cost an hour', factor: '', kind: null};

function ownDifferences(before: Group, after: Group): string[] {
  const [[was], [now]] = [before, after];
  if (before.length === 1 && after.length === 1) return differences(was, now, WORDS);
  const [old, texts] = [before, after].map((group) => group.map(({agents: _, ...own}) => JSON.stringify(own)));
  const others = texts.filter((text) => !old.includes(text)).length;
  return others === 0 ? [] : [`${others} of ${after.length} agents with other skills or terms`];
}

/** Agents by what says when they work. */
function headCounts(group: Group): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {agents} of group)
    for (const block of agents) {
      const when = whenText(block);
      if (when !== null && block.kind === 'shift') counts.set(when, (counts.get(when) ?? 0) + block.count);
    }
  return counts;
}

const whenText = (block: AgentBlock): string | null =>
  block.kind === 'shift' ? (block.shift === null ? 'always there' : `on shift ${block.shift}`) : null;

function headCountText(group: Group): string {
  return [...headCounts(group)].map(([when, count]) => `${count} agents ${when}`).join(', ');
}
