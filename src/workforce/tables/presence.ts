import {timestampParser} from '../../calendar/index.ts';
import {nearest} from '../../language/nearest.ts';
import type {Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {PresenceSpell} from '../../scenario/scenario.ts';
import {type CsvRow, type CsvTable, RowReading} from './rows.ts';

const COLUMNS = ['agent', 'from', 'to'];

export interface PresenceOptions {
  /** Zone of times without an offset. */
  readonly zone: string;
  /** As `timestampParser` takes it; absent or null: ISO 8601. */
  readonly format?: string | null;
  /** Agents there are; null: whoever the file names. */
  readonly agents: ReadonlySet<string> | null;
}

/**
 * Spells by agent from a table of `agent, from, to` and, where they change, a column per skill held then. Spells of an
 * agent may stand in any order and may touch; those that overlap, end before they start or name nobody are problems,
 * a time that DST skips is a warning and counts as the end of the gap.
 */
export function presenceFrom(
  table: CsvTable,
  options: PresenceOptions,
): {readonly spells: ReadonlyMap<string, readonly PresenceSpell[]>; readonly problems: readonly Problem[]} {
  const reading = new RowReading(table);
  const found = new Map<string, LocatedSpell[]>();
  if (reading.requires(...COLUMNS)) {
    const readTime = timeReader(reading, options);
    for (const row of table.rows) {
      const agent = reading.cell(row, 'agent');
      const spell = spellOf(reading, row, readTime);
      if (!isKnown(reading, row, agent, options.agents) || spell === undefined) continue;
      const spells = found.get(agent);
      if (spells) spells.push(spell);
      else found.set(agent, [spell]);
    }
  }
  for (const [agent, spells] of found) addOverlaps(reading, agent, spells);
  const spells = new Map([...found].map(([agent, list]) => [agent, list.map(({spell}) => spell)]));
  return {spells, problems: reading.problems};
}

interface LocatedSpell {
  readonly line: number;
  readonly spell: PresenceSpell;
}

function isKnown(reading: RowReading, row: CsvRow, agent: string, agents: ReadonlySet<string> | null): boolean {
  if (agent === '') {
    reading.add(row.line, 'expected the name of an agent, found an empty cell');
    return false;
  }
  if (agents === null || agents.has(agent)) return true;
  const near = nearest(agent, agents);
  reading.add(
    row.line,
    `there is no agent ${shown(agent)} in the roster`,
    near === undefined ? 'add a row with this name to the roster' : `did you mean ${near}?`,
  );
  return false;
}

function timeReader(reading: RowReading, {zone, format}: PresenceOptions): (row: CsvRow, column: string) => number {
  const parse = timestampParser(format ?? null, zone);
  return (row, column) => {
    const text = reading.cell(row, column);
    const epochMs = parse(text);
    if (Number.isNaN(epochMs))
      reading.add(
        row.line,
        `expected a time such as ${format ?? '2026-03-02 08:00'} as ${column}, found ${shown(text)}`,
      );
    else if (parse.skipped)
      reading.add(row.line, `clocks in ${zone} skip ${text}: the end of the gap is taken`, undefined, 'warning');
    return epochMs;
  };
}

function spellOf(
  reading: RowReading,
  row: CsvRow,
  readTime: (row: CsvRow, column: string) => number,
): LocatedSpell | undefined {
  const [fromEpochMs, toEpochMs] = [readTime(row, 'from'), readTime(row, 'to')];
  const skills = reading.skills(row, COLUMNS);
  if (Number.isNaN(fromEpochMs) || Number.isNaN(toEpochMs)) return undefined;
  if (toEpochMs <= fromEpochMs) {
    const [from, to] = [reading.cell(row, 'from'), reading.cell(row, 'to')];
    reading.add(row.line, `expected an end after the start, found ${shown(from)} to ${shown(to)}`);
    return undefined;
  }
  const held = Object.keys(skills).length === 0 ? {} : {skills};
  return {line: row.line, spell: {fromEpochMs, toEpochMs, ...held}};
}

/** Puts the spells of an agent in order and names those that overlap. */
function addOverlaps(reading: RowReading, agent: string, spells: LocatedSpell[]): void {
  spells.sort((a, b) => a.spell.fromEpochMs - b.spell.fromEpochMs || a.line - b.line);
  let last: LocatedSpell | undefined;
  for (const next of spells) {
    if (last && next.spell.fromEpochMs < last.spell.toEpochMs) {
      const [first, second] = [last.line, next.line].sort((a, b) => a - b);
      reading.add(
        second,
        `the presence of ${shown(agent)} overlaps the one of line ${first}`,
        'join the two, or end one where the other starts',
      );
    }
    if (!last || next.spell.toEpochMs > last.spell.toEpochMs) last = next;
  }
}
