import {nearest} from '../../language/nearest.ts';
import type {Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {AgentBlock, GroupSpec, PresenceSpell} from '../../scenario/scenario.ts';
import {plainGroup} from '../plainGroup.ts';
import {presenceFrom} from './presence.ts';
import {type CsvRow, type CsvTable, RowReading} from './rows.ts';

const COLUMNS = ['name', 'group', 'shift'];

export interface RosterOptions {
  /** Groups the scenario declares: a roster's agent has from the one he names whatever his row does not say. */
  readonly groups: readonly GroupSpec[];
  /** What the roster's own entry says: goes before what the groups say. */
  readonly own?: Partial<Omit<GroupSpec, 'name' | 'agents'>>;
  readonly shifts: readonly string[];
  readonly zone: string;
  /** Instead of shifts: whoever has rows here is there by them alone. */
  readonly presence?: {readonly table: CsvTable; readonly format?: string | null};
}

/**
 * Group specs of a roster, one per group it names, from a table of `name, group, shift` and a column per skill (an
 * empty cell: the group's level, else none). `group` and `shift` may be missing columns or empty cells: group `agents`,
 * always there. With a presence file, who has neither a shift nor a spell in it is never there, and that is a warning.
 */
export function rosterFrom(
  table: CsvTable,
  options: RosterOptions,
): {readonly specs: readonly GroupSpec[]; readonly problems: readonly Problem[]} {
  const reading = new RowReading(table);
  const entries = reading.requires('name') ? readEntries(reading, options) : [];
  const presence = options.presence && {
    ...presenceFrom(options.presence.table, {
      zone: options.zone,
      format: options.presence.format ?? null,
      agents: new Set(entries.map((entry) => entry.name)),
    }),
  };
  const blocks = new Map<string, AgentBlock[]>();
  for (const entry of entries) {
    const ofGroup = blocks.get(entry.group) ?? [];
    blocks.set(entry.group, [...ofGroup, blockOf(reading, entry, presence?.spells)]);
  }
  const specs = [...blocks].map(([group, agents]) => ({...baseOf(group, options), agents}));
  return {specs, problems: [...reading.problems, ...(presence?.problems ?? [])]};
}

interface Entry {
  readonly line: number;
  readonly name: string;
  readonly group: string;
  readonly shift: string | null;
  readonly skills: Readonly<Record<string, number>>;
}

function readEntries(reading: RowReading, options: RosterOptions): Entry[] {
  const lineOf = new Map<string, number>();
  const entries: Entry[] = [];
  for (const row of reading.table.rows) {
    const name = reading.cell(row, 'name');
    const earlier = lineOf.get(name);
    if (name === '') reading.add(row.line, 'expected the name of an agent, found an empty cell');
    else if (earlier !== undefined)
      reading.add(row.line, `expected every agent once, found ${shown(name)} also in line ${earlier}`);
    else entries.push(entryOf(reading, row, name, options));
    lineOf.set(name, earlier ?? row.line);
  }
  return entries;
}

function entryOf(reading: RowReading, row: CsvRow, name: string, options: RosterOptions): Entry {
  const group = reading.cell(row, 'group') || 'agents';
  const shift = reading.cell(row, 'shift') || null;
  const declared = options.groups.map((spec) => spec.name);
  const near = declared.includes(group) ? undefined : nearest(group, declared);
  if (near !== undefined) reading.add(row.line, `there is no group ${shown(group)}`, `did you mean ${near}?`);
  const unknown = shift !== null && !options.shifts.includes(shift);
  if (unknown) reading.addUnknown(row.line, 'shift', shift, options.shifts);
  return {line: row.line, name, group, shift: unknown ? null : shift, skills: reading.skills(row, COLUMNS)};
}

function blockOf(
  reading: RowReading,
  entry: Entry,
  presence: ReadonlyMap<string, readonly PresenceSpell[]> | undefined,
): AgentBlock {
  const {name, shift, skills} = entry;
  const spells = presence?.get(name);
  if (spells === undefined && (presence === undefined || shift !== null))
    return {kind: 'shift', shift, count: 1, names: [name], skills};
  if (spells === undefined)
    reading.add(entry.line, `${shown(name)} has no shift and no row of presence: never there`, undefined, 'warning');
  return {kind: 'presence', name, spells: spells ?? [], skills};
}

function baseOf(group: string, {groups, own}: RosterOptions): GroupSpec {
  const base = groups.find((spec) => spec.name === group) ?? plainGroup(group);
  return {...base, ...own, skills: {...base.skills, ...own?.skills}};
}
