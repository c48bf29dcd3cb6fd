import {timestampParser} from '../calendar/index.ts';
import type {RowReader} from '../demand/context.ts';
import {BadRow} from '../demand/replayed/badRow.ts';
import {Columns} from '../demand/replayed/columns.ts';
import {type InstantOf, instantOf} from '../demand/replayed/instants.ts';
import {ownText} from '../language/ownText.ts';
import type {InstantColumn} from '../scenario/scenario.ts';
import type {LogColumns} from './recognise.ts';
import {IdCounter, type RepeatedIds} from './rowIds.ts';

/** What the rows of a log say about how contacts ended. */
export interface Outcomes {
  /** Columns that say it, and their values (or nothing) that mean abandoned. */
  readonly columns: readonly string[];
  readonly abandoned: readonly string[];
  readonly answered: readonly string[];
  /** Values of rows that are no contacts: taken, but never by anybody. */
  readonly leftOut: readonly string[];
  /** What stands in the agent's place where there was none. */
  readonly nobody: readonly string[];
  readonly ids: RepeatedIds;
}

interface Tally {
  rows: number;
  taken: number;
  readonly agents: Map<string, number>;
}

/** Rows of an outcome that were taken, from which it counts as answered. */
const MOSTLY = 0.5;
/** Rows without an answer that name the same agent, from which that is nobody's name. */
const NEARLY_ALL = 0.9;

/**
 * Reads how rows ended from the rows themselves: an outcome whose rows mostly have no answer is an abandonment; one
 * whose rows were taken, but never by a named agent, is no contact. Without a column of outcomes, no answer is one.
 */
export function outcomesOf(reader: RowReader, columns: LogColumns, file: string): Outcomes {
  const {roles, answered} = columns;
  const {tallies, ids} = tallied(reader, columns, file);
  const nobody = nobodyIn(tallies);
  const isNamed = (agent: string) => agent !== '' && !nobody.includes(agent);
  const hasNamed = ({agents}: Tally) => [...agents.keys()].some(isNamed);
  const outcomes = [...tallies];
  const abandoned = outcomes.filter(([, {rows, taken}]) => taken < MOSTLY * rows);
  const anyNamed = outcomes.some(([, tally]) => hasNamed(tally));
  const leftOut = outcomes.filter((one) => anyNamed && !abandoned.includes(one) && !hasNamed(one[1]));
  const taken = outcomes.filter((one) => !abandoned.includes(one) && !leftOut.includes(one));
  const valuesOf = (some: typeof outcomes) => some.map(([value]) => value).sort();
  if (roles.outcome.length > 0)
    return {
      columns: roles.outcome.map((column) => column.name),
      abandoned: valuesOf(abandoned),
      answered: valuesOf(taken),
      leftOut: valuesOf(leftOut),
      nobody,
      ids,
    };
  const columnsThatSay = answered && abandoned.length > 0 ? columnsOf(answered) : [];
  return {
    columns: columnsThatSay,
    abandoned: columnsThatSay.length > 0 ? [''] : [],
    answered: [],
    leftOut: [],
    nobody,
    ids,
  };
}

const columnsOf = (instant: InstantColumn) => (instant.kind === 'instant' ? instant.column : instant.time);

/** By outcome; without a column of outcomes all rows that were answered, and all that were not. And how ids repeat. */
function tallied(
  reader: RowReader,
  log: LogColumns,
  file: string,
): {readonly tallies: Map<string, Tally>; readonly ids: IdCounter} {
  const columns = new Columns(file, reader.header, log.empty);
  const text = (names: readonly string[]) => columns.text(names, '');
  const idOf = text(log.roles.id.map((column) => column.name));
  const outcomeOf = text(log.roles.outcome.map((column) => column.name));
  const agentOf = text(log.roles.agent.map((column) => column.name));
  const answerOf = log.answered ? text(columnsOf(log.answered)) : null;
  const arrivedOf = instantOrNone(log, columns);
  const hasOutcome = log.roles.outcome.length > 0;
  const hasId = log.roles.id.length > 0;
  const tallies = new Map<string, Tally>();
  const ids = new IdCounter();
  for (let cells = reader.next(); cells; cells = reader.next()) {
    if (cells.length !== reader.header.length) continue;
    if (hasId) ids.add(idOf(cells), cells, arrivedOf(cells));
    if (answerOf === null) continue;
    const taken = answerOf(cells) !== '';
    const outcome = hasOutcome ? outcomeOf(cells) : String(taken);
    let tally = tallies.get(outcome);
    if (tally === undefined) {
      tally = {rows: 0, taken: 0, agents: new Map()};
      tallies.set(ownText(outcome), tally);
    }
    tally.rows++;
    if (taken) tally.taken++;
    const agent = agentOf(cells);
    const count = tally.agents.get(agent);
    tally.agents.set(count === undefined ? ownText(agent) : agent, (count ?? 0) + 1);
  }
  return {tallies, ids};
}

/** When a row arrived; NaN where that cannot be read. */
function instantOrNone({arrived, format, zone}: LogColumns, columns: Columns): InstantOf {
  const read = instantOf(arrived, columns, timestampParser(format, zone), '', 'arrival');
  return (cells) => {
    try {
      return read(cells);
    } catch (error) {
      if (error instanceof BadRow) return Number.NaN;
      throw error;
    }
  };
}

/** The name that nearly all rows of the outcomes nobody took have in common. */
function nobodyIn(tallies: ReadonlyMap<string, Tally>): string[] {
  const counts = new Map<string, number>();
  let rows = 0;
  for (const tally of tallies.values()) {
    if (tally.taken >= MOSTLY * tally.rows) continue;
    rows += tally.rows;
    for (const [agent, count] of tally.agents) counts.set(agent, (counts.get(agent) ?? 0) + count);
  }
  return [...counts].filter(([agent, count]) => agent !== '' && count > NEARLY_ALL * rows).map(([agent]) => agent);
}
