import {isZone, timestampFormatProblem, zoneNames} from '../../calendar/index.ts';
import {parseDuration} from '../../language/duration.ts';
import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {DurationColumn, InstantColumn, ReplaySpec} from '../scenario.ts';
import type {DurationColumnWritten, InstantColumnWritten, ReplayWritten} from '../schema/replay.ts';
import {distributionAt} from './distribution.ts';
import type {Reading} from './reading.ts';

const UNIT_MS = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000} as const;
const NAMED_SEPARATORS: Readonly<Record<string, string>> = {tab: '\t', '\\t': '\t', comma: ',', semicolon: ';'};

/** A log as the scenario maps it; the file itself is opened when it is replayed. Null where it cannot be used. */
export function readReplay(reading: Reading, path: Path, written: ReplayWritten): ReplaySpec | null {
  const before = reading.errorCount;
  const resolved = reading.resolved([...path, 'file'], written.file);
  const spec = {
    file: written.file,
    ...(written.where !== undefined && {where: written.where}),
    time: timeOf(reading, path, written),
    columns: columnsOf(reading, path, written),
    attributes: Object.entries(written.attributes ?? {}).map(([name, of]) =>
      typeof of === 'string' ? {name, type: of, column: [name]} : {name, type: of.type, column: of.column},
    ),
    empty: written.empty,
    sorted: sortedOf(reading, path, written.sorted),
    ...commandsOf(reading, path, written),
    withoutId: written.withoutId,
    onRepeat: written.onRepeat,
    onBadRow: written.onBadRow,
    separator: separatorOf(reading, path, written.separator),
  };
  return resolved === null || reading.errorCount > before ? null : {...spec, path: resolved};
}

function timeOf(reading: Reading, path: Path, {time}: ReplayWritten): ReplaySpec['time'] {
  const format = time?.format ?? null;
  const zone = time?.zone ?? reading.zone;
  const wrong = format === null ? null : timestampFormatProblem(format);
  if (wrong) reading.error([...path, 'time', 'format'], wrong, 'dd/MM/yyyy HH:mm:ss is 31/12/2026 23:59:59');
  if (!isZone(zone)) {
    const near = nearest(zone, zoneNames());
    reading.error(
      [...path, 'time', 'zone'],
      `expected an IANA time zone such as Europe/Madrid, found ${shown(zone)}`,
      near ? `did you mean ${near}?` : undefined,
    );
  }
  return {format, zone};
}

function columnsOf(reading: Reading, path: Path, {columns}: ReplayWritten): ReplaySpec['columns'] {
  const at = [...path, 'columns'];
  const duration = (key: 'handleTime' | 'wrapUp' | 'patience') => durationOf(reading, [...at, key], columns[key]);
  const {recorded} = columns;
  if (recorded?.abandoned && !recorded.outcome)
    reading.error([...at, 'recorded', 'abandoned'], 'expected `outcome`, the column of these values, found none');
  return {
    id: columns.id ?? [],
    arrived: instantOf(columns.arrived),
    handleTime: duration('handleTime'),
    wrapUp: duration('wrapUp'),
    patience: duration('patience'),
    preferredAgent: columns.preferredAgent ?? [],
    due: columns.due ? instantOf(columns.due) : null,
    ...(columns.activate && {activate: instantOf(columns.activate)}),
    priority: columns.priority ?? [],
    recorded: {
      wait: durationOf(reading, [...at, 'recorded', 'wait'], recorded?.wait),
      outcome: recorded?.outcome ?? [],
      abandoned: recorded?.abandoned ?? [],
      agent: recorded?.agent ?? [],
    },
  };
}

export function instantOf(written: InstantColumnWritten): InstantColumn {
  return Array.isArray(written)
    ? {kind: 'instant', column: written}
    : {kind: 'dateAndTime', ...(written as {date: string[]; time: string[]})};
}

export function durationOf(
  reading: Reading,
  path: Path,
  written: DurationColumnWritten | undefined,
): DurationColumn | null {
  if (written === undefined) return null;
  if (Array.isArray(written)) return {kind: 'column', column: written, unitMs: UNIT_MS.s};
  const named = written as Exclude<DurationColumnWritten, string[]>;
  const missing = named.missing && distributionAt(reading, [...path, 'missing'], named.missing);
  const rest = missing ? {missing} : {};
  return 'column' in named
    ? {kind: 'column', column: named.column, unitMs: UNIT_MS[named.unit], ...rest}
    : {kind: 'difference', from: instantOf(named.from), to: instantOf(named.to), ...rest};
}

function sortedOf(reading: Reading, path: Path, written: boolean | string): ReplaySpec['sorted'] {
  if (typeof written === 'boolean') return {kind: written ? 'yes' : 'no'};
  const ms = parseDuration(/^within\s+(.+)$/.exec(written.trim())?.[1] ?? '');
  if (ms !== null) return {kind: 'within', ms};
  reading.error([...path, 'sorted'], `expected true, false or a text such as within 1d, found ${shown(written)}`);
  return {kind: 'yes'};
}

function commandsOf(reading: Reading, path: Path, {commands, columns}: ReplayWritten): Pick<ReplaySpec, 'commands'> {
  if (commands === undefined) return {};
  const at = [...path, 'commands'];
  if (columns.id === undefined)
    reading.error(at, 'expected the column `id`: commands name items by it', 'columns: { id: number, arrived: … }');
  const resolved = reading.resolved([...at, 'file'], commands.file);
  const separator = separatorOf(reading, at, commands.separator);
  return resolved === null ? {} : {commands: {file: commands.file, path: resolved, separator, clock: commands.clock}};
}

function separatorOf(reading: Reading, path: Path, written: string | undefined): string | null {
  if (written === undefined) return null;
  const separator = NAMED_SEPARATORS[written] ?? written;
  if (separator.length !== 1)
    reading.error([...path, 'separator'], `expected one character, or tab, found ${shown(written)}`);
  return separator;
}
