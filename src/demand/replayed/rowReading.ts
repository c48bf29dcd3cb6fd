import {type TimestampParser, timestampParser} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {nearest} from '../../language/nearest.ts';
import {shown} from '../../language/show.ts';
import type {ReplaySpec, SourceSpec} from '../../scenario/scenario.ts';
import type {AttributeValue} from '../context.ts';
import {type AttributeOf, attributeOf, parseNumber} from './attributes.ts';
import {BadRow} from './badRow.ts';
import type {Cells, Columns, TextOf} from './columns.ts';
import {durationOf} from './durations.ts';
import {instantOf} from './instants.ts';
import type {LoggedItem} from './item.ts';
import {openingOf} from './opening.ts';

/** Reads one row. Throws BadRow where it cannot be used. */
export type ReadRow = (cells: Cells, number: number, line: number) => LoggedItem;

/**
 * How the rows of a log are read: which columns mean what. Columns that are not there become problems of `columns`.
 * `path`: of the source in the scenario, e.g. `demand.calls`.
 */
export function rowReading(
  source: SourceSpec,
  replay: ReplaySpec,
  columns: Columns,
  startEpochMs: number,
  zone: string,
  path: string,
): ReadRow {
  const {columns: named} = replay;
  const at = (key: string) => `${path}.columns.${key}`;
  const parse = timestampParser(replay.time.format, replay.time.zone);
  const duration = (key: 'handleTime' | 'wrapUp' | 'patience', what: string) =>
    durationOf(named[key], columns, parse, at(key), what);
  const idOf = columns.text(named.id, at('id'));
  const arrivedOf = arrival(replay, columns, parse, startEpochMs, at);
  const opening = openingOf(source, replay, columns, parse, path);
  const handleOf = duration('handleTime', 'handle time');
  const wrapUpOf = duration('wrapUp', 'wrap-up');
  const patienceOf = duration('patience', 'patience');
  const dueOf = named.due ? instantOf(named.due, columns, parse, at('due'), 'due date') : () => Number.NaN;
  const activeOf = named.activate
    ? instantOf(named.activate, columns, parse, at('activate'), 'activation date')
    : () => Number.NaN;
  const priorityOf = numberOf(columns.text(named.priority, at('priority')), 'priority');
  const preferredOf = columns.text(named.preferredAgent, at('preferredAgent'));
  const waitOf = durationOf(named.recorded.wait, columns, parse, at('recorded.wait'), 'recorded wait');
  const abandonedOf = abandonment(named.recorded, columns, at('recorded.outcome'));
  const channelOf = channel(source, columns);
  const attributesOf = attributes(replay, columns, zone, path);
  const needsId = named.id.length > 0;

  return (cells, number, line) => {
    const id = idOf(cells);
    const isRejected = needsId && id === '' && replay.withoutId === 'reject';
    if (needsId && id === '' && !isRejected) throw new BadRow('no id');
    const arrivedEpochMs = arrivedOf(cells);
    if (Number.isNaN(arrivedEpochMs)) throw new BadRow('no arrival');
    const activeEpochMs = activeOf(cells);
    if (activeEpochMs < arrivedEpochMs)
      throw new BadRow(`its activation date is ${formatDuration(arrivedEpochMs - activeEpochMs)} before it arrives`);
    const abandoned = abandonedOf(cells);
    const handleMs = handleOf(cells);
    return {
      number,
      line,
      id,
      arrivedMs: arrivedEpochMs - startEpochMs,
      channel: channelOf(cells),
      attributes: attributesOf(cells),
      // Logs write 0 where nobody was there to handle it: not a handle time.
      handleMs: abandoned && handleMs === 0 ? Number.NaN : handleMs,
      wrapUpMs: wrapUpOf(cells),
      patienceMs: patienceOf(cells),
      dueMs: dueOf(cells) - startEpochMs,
      activeMs: isRejected ? -Infinity : activeEpochMs - startEpochMs,
      priority: priorityOf(cells),
      preferred: preferredOf(cells),
      waitMs: waitOf(cells),
      abandoned,
      opening: opening?.(cells) ?? null,
    };
  };
}

/** As written, or so long before the start as its age. */
function arrival(
  {columns: named, open}: ReplaySpec,
  columns: Columns,
  parse: TimestampParser,
  startEpochMs: number,
  at: (key: string) => string,
): (cells: Cells) => number {
  if (!open?.age) return instantOf(named.arrived, columns, parse, at('arrived'), 'arrival');
  const ageOf = durationOf(open.age, columns, parse, at('age'), 'age');
  return (cells) => startEpochMs - ageOf(cells);
}

function numberOf(textOf: TextOf, what: string): (cells: Cells) => number {
  return (cells) => {
    const text = textOf(cells);
    if (text === '') return Number.NaN;
    const value = parseNumber(text);
    if (value === null) throw new BadRow(`${what} ${shown(text)} is no number`);
    return value;
  };
}

function abandonment(
  recorded: ReplaySpec['columns']['recorded'],
  columns: Columns,
  path: string,
): (cells: Cells) => boolean {
  if (recorded.outcome.length === 0) return () => false;
  const outcomeOf = columns.text(recorded.outcome, path);
  if (recorded.abandoned.length === 0) return (cells) => outcomeOf(cells).toLowerCase() === 'abandoned';
  const means = new Set(recorded.abandoned);
  return (cells) => means.has(outcomeOf(cells));
}

function channel(source: SourceSpec, columns: Columns): (cells: Cells) => string {
  if ('name' in source.channel) {
    const {name} = source.channel;
    return () => name;
  }
  const values = new Map(Object.entries(source.channel.values));
  const textOf = columns.text(source.channel.column, `demand.${source.name}.channel.column`);
  return (cells) => {
    const text = textOf(cells);
    const name = values.get(text);
    if (name !== undefined) return name;
    const similar = nearest(text, values.keys());
    throw new BadRow(`channel ${shown(text)} is not in the table of values${similar ? ` (${shown(similar)} is)` : ''}`);
  };
}

function attributes(
  replay: ReplaySpec,
  columns: Columns,
  zone: string,
  path: string,
): (cells: Cells) => Readonly<Record<string, AttributeValue>> {
  const named: [string, AttributeOf][] = replay.attributes.map((spec) => [
    spec.name,
    attributeOf(spec, replay.time, columns, zone, `${path}.attributes.${spec.name}`),
  ]);
  return (cells) => {
    const values: Record<string, AttributeValue> = {};
    for (const [name, read] of named) values[name] = read(cells);
    return values;
  };
}
