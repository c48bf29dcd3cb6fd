import type {ReplaySpec, SourceSpec} from '../scenario/scenario.ts';
import type {ColumnProfile} from './columnShape.ts';
import type {LogFile} from './findings.ts';
import type {Outcomes} from './outcomes.ts';
import type {LogColumns} from './recognise.ts';
import type {IdUse} from './rowIds.ts';
import {channelNamed} from './sourceNames.ts';

/** Names an attribute may not have, because every item has one of this name. */
const TAKEN = new Set(['channel', 'source', 'priority']);

/** The attribute a column becomes: its name, made a word. */
export function attributeName(column: ColumnProfile): string {
  const word =
    column.name
      .trim()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_|_$/g, '') || 'column';
  return TAKEN.has(word.toLowerCase()) ? `${word}Class` : word;
}

/** How the queue and the class of a customer are called where several logs have columns of different names for them. */
const SHARED = {queue: 'queue', priority: 'priorityClass'} as const;

/** How a log is called in the scenario, and what a person said of its rows. */
export interface SourceOptions {
  readonly source: string;
  /** Of all rows, where no column says it. */
  readonly channel: string;
  readonly isOneOfSeveral: boolean;
  readonly ids: IdUse;
  /** FEEL over the rows to take; null: all. */
  readonly where: string | null;
}

export const names = (columns: readonly ColumnProfile[]) => columns.map((column) => column.name);

/**
 * The log as a replayed source: what is written in the scenario, for reading the log the same way now. `isUniqueId`:
 * the column of ids names each row once. What is missing stays missing here.
 */
export function replaySourceOf(
  log: LogColumns,
  outcomes: Outcomes,
  file: LogFile,
  {source: name, channel: fixedChannel, isOneOfSeveral, ids, where: meant}: SourceOptions,
): {readonly source: SourceSpec; readonly replay: ReplaySpec} {
  const {roles} = log;
  const where = bothOf(meant, rowsToTake(log, outcomes));
  const attributes = (['queue', 'priority'] as const).flatMap((role) =>
    roles[role].map((column) => ({
      name: isOneOfSeveral ? SHARED[role] : attributeName(column),
      type: 'text' as const,
      column: [column.name],
    })),
  );
  const replay: ReplaySpec = {
    file: file.writtenPath,
    path: file.path,
    ...(where === null ? {} : {where}),
    time: {format: log.format, zone: log.zone},
    columns: {
      id: ids === 'none' ? [] : names(roles.id),
      arrived: log.arrived,
      handleTime: log.handleTime,
      wrapUp: log.wrapUp,
      patience: null,
      preferredAgent: [],
      due: null,
      priority: [],
      recorded: {
        wait: log.wait,
        outcome: outcomes.columns,
        abandoned: outcomes.abandoned,
        agent: names(roles.agent),
      },
    },
    attributes,
    empty: [...log.empty, ...outcomes.nobody],
    sorted: {kind: 'no'},
    onRepeat: ids === 'reject' ? 'reject' : 'visit',
    onBadRow: 'count',
    separator: null,
  };
  const [channel] = roles.channel;
  return {
    replay,
    source: {
      name,
      channel: channel ? {column: [channel.name], values: channelsOf(channel)} : {name: fixedChannel},
      arrivals: {kind: 'replay', replay},
      attributes: {},
    },
  };
}

/**
 * FEEL over the row: rows that are no contacts are left out, and so are those who hung up before they waited, where
 * the log says how long. Null: all rows.
 */
function rowsToTake({wait}: LogColumns, {columns, abandoned, answered, leftOut}: Outcomes): string | null {
  const [outcome] = columns;
  if (outcome === undefined || answered.length === 0) return null;
  const [waited] = wait?.kind === 'column' ? wait.column : [];
  if (waited !== undefined && abandoned.length > 0)
    return `${isOneOf(outcome, answered)} or ${inner(isOneOf(outcome, abandoned))} and ${waited} > 0`;
  return leftOut.length > 0 ? leftOut.map((value) => `${outcome} != ${JSON.stringify(value)}`).join(' and ') : null;
}

function bothOf(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return `${inner(first)} and ${inner(second)}`;
}

const isOneOf = (column: string, values: readonly string[]) =>
  values.map((value) => `${column} = ${JSON.stringify(value)}`).join(' or ');
const inner = (expression: string) => (expression.includes(' or ') ? `(${expression})` : expression);

function channelsOf(column: ColumnProfile): Record<string, string> {
  const values: Record<string, string> = {};
  for (const value of column.values.keys()) values[value] = channelNamed(value);
  return values;
}
