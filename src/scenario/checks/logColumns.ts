import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {rowFilterFindings} from '../../routing/segmentation/index.ts';
import type {DurationColumn, InstantColumn, ReplaySpec} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';
import {reportFindings} from './findings.ts';

/** Columns that the mapping of a log names are in its header, and its row filter speaks of them. */
export const logColumns: Check = (draft) => {
  const {scenario, reading} = draft;
  for (const {arrivals, channel, ...source} of scenario.demand) {
    if (!('replay' in arrivals)) continue;
    const path = pathOf(draft, source.name, arrivals.replay.open ? 'open' : arrivals.kind);
    const {replay} = arrivals;
    const header = reading.header([...path, 'file'], replay.path, replay.separator);
    if (header === null) continue;
    for (const [at, names] of namedColumns(replay)) missing(draft, [...path, ...at], names, header);
    if ('column' in channel) missing(draft, [...path.slice(0, -1), 'channel', 'column'], channel.column, header);
    if (replay.commands !== undefined) commandColumns(draft, [...path, 'commands', 'file'], replay.commands);
    if (replay.where !== undefined)
      reportFindings(reading, [...path, 'where'], rowFilterFindings(replay.where, header));
  }
};

/** The file of commands has the columns it must have. */
function commandColumns(draft: Draft, path: Path, commands: NonNullable<ReplaySpec['commands']>): void {
  const header = draft.reading.header(path, commands.path, commands.separator);
  if (header !== null) missing(draft, path, COMMAND_COLUMNS, header);
}
const COMMAND_COLUMNS = ['time', 'id', 'command'];

function pathOf({scenario, reading}: Draft, name: string, kind: string): Path {
  const source = scenario.demand.find((one) => one.name === name);
  return [...(source ? reading.pathOf(source) : []), kind];
}

type Named = readonly [path: Path, names: readonly string[]];

function namedColumns({columns, attributes, open}: ReplaySpec): Named[] {
  const {recorded} = columns;
  const at = (key: string) => ['columns', key];
  return [
    [at('id'), columns.id],
    ...instants(at('arrived'), columns.arrived),
    ...durations(at('handleTime'), columns.handleTime),
    ...durations(at('wrapUp'), columns.wrapUp),
    ...durations(at('patience'), columns.patience),
    [at('preferredAgent'), columns.preferredAgent],
    ...instants(at('due'), columns.due),
    ...instants(at('activate'), columns.activate ?? null),
    [at('priority'), columns.priority],
    ...durations([...at('recorded'), 'wait'], recorded.wait),
    [[...at('recorded'), 'outcome'], recorded.outcome],
    [[...at('recorded'), 'agent'], recorded.agent],
    ...(open
      ? [
          ...durations(at('age'), open.age),
          [at('status'), open.status] as Named,
          [at('owner'), open.owner] as Named,
          [at('parent'), open.parent] as Named,
          ...instants(at('until'), open.until),
          ...durations(at('remaining'), open.remaining),
        ]
      : []),
    ...attributes.map(({name, column}): Named => [['attributes', name], column]),
  ];
}

function instants(path: Path, column: InstantColumn | null): Named[] {
  if (column === null) return [];
  if (column.kind === 'instant') return [[path, column.column]];
  return [
    [[...path, 'date'], column.date],
    [[...path, 'time'], column.time],
  ];
}

function durations(path: Path, column: DurationColumn | null): Named[] {
  if (column === null) return [];
  if (column.kind === 'column') return [[path, column.column]];
  return [...instants([...path, 'from'], column.from), ...instants([...path, 'to'], column.to)];
}

function missing({reading}: Draft, path: Path, names: readonly string[], header: readonly string[]): void {
  for (const name of names) {
    if (header.indexOf(name) !== header.lastIndexOf(name))
      reading.error(path, `expected one column ${shown(name)} in the file, found several`, 'rename all but one');
    if (header.includes(name)) continue;
    const near = nearest(name, header);
    reading.error(
      path,
      `expected a column of the file, found ${shown(name)}`,
      near ? `did you mean ${near}?` : columnsThereAre(header),
    );
  }
}

/** A file that seems to have one column is cut by something else. */
function columnsThereAre(header: readonly string[]): string {
  const [only] = header;
  if (header.length === 1)
    return `the file has one column, ${shown(only)}: name what stands between cells, separator: ","`;
  return `the columns are ${header
    .slice(0, 20)
    .map((column) => shown(column))
    .join(', ')}`;
}
