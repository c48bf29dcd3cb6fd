import {type TimestampParser, timestampParser} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import {nearest} from '../../language/nearest.ts';
import {ownText} from '../../language/ownText.ts';
import {shown} from '../../language/show.ts';
import {COMMAND, type Command, type Commands, REFUSED, type Refusal} from '../../model/commands.ts';
import type {ReplaySpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {BadRow} from './badRow.ts';
import {type Cells, Columns, type TextOf} from './columns.ts';
import type {Log} from './log.ts';

/** One command, its item by the log's own name for it. */
interface Told {
  readonly line: number;
  readonly atMs: number;
  readonly id: string;
  readonly kind: Command;
}
interface Named {
  readonly number: number;
  readonly arrivedMs: number;
}

const WHY: Readonly<Record<Refusal, string>> = {
  [REFUSED.final]: 'its item is final',
  [REFUSED.open]: 'its item is open: there is nothing to restart',
  [REFUSED.notHeld]: 'its source does not hold the item',
  [REFUSED.held]: 'its source holds the item already',
  [REFUSED.notThere]: 'its item has not come',
  [REFUSED.over]: 'no more arrivals are admitted',
};

/**
 * The commands beside a log, in order of time, their items by number. What cannot be obeyed is counted through
 * `context.warn`, with its line, and changes nothing. Null where there is no file of them.
 */
export function commandsOf(
  replay: ReplaySpec,
  log: Log,
  context: FeedContext,
  {name: source, handleTime}: SourceSpec,
): Commands | null {
  const {commands, columns} = replay;
  if (commands === undefined) return null;
  const tell = (kind: string, what: string, example: string): void =>
    context.warn(`${source}: ${kind}`, `demand.${source}: commands of ${commands.file} ${what}`, example);
  const told = toldIn(replay, commands, context, (line, reason) =>
    tell('bad commands', 'cannot be used and were left out', `line ${line}: ${reason}`),
  );
  const named = namedIn(log, new Set(told.map(({id}) => id)));
  const canRestart = handleTime !== undefined || columns.handleTime?.missing !== undefined;
  const usable = told
    .flatMap((it) => {
      if (it.kind === COMMAND.restart && !canRestart) {
        tell(
          'restarts without work',
          'restart items of which the log has the first visit only: write handleTime',
          `line ${it.line}: ${shown(it.id)}`,
        );
        return [];
      }
      const item = named.get(it.id);
      if (item === undefined) {
        tell('unknown ids', 'speak of ids that no item has', `line ${it.line}: ${shown(it.id)}`);
        return [];
      }
      if (it.atMs < item.arrivedMs) {
        const before = formatDuration(item.arrivedMs - it.atMs);
        tell('early commands', 'come before their items arrive', `line ${it.line}: ${shown(it.id)}, ${before} before`);
        return [];
      }
      return [{...it, number: item.number}];
    })
    .sort((a, b) => a.atMs - b.atMs || a.line - b.line);
  return {
    count: usable.length,
    stops: commands.clock === 'stopped',
    atMs: Float64Array.from(usable, ({atMs}) => atMs),
    number: Float64Array.from(usable, ({number}) => number),
    kind: Uint8Array.from(usable, ({kind}) => kind),
    refused(command, why) {
      const {line, id} = usable[command];
      tell('commands without effect', 'had no effect', `line ${line}: ${shown(id)}, ${WHY[why]}`);
    },
  };
}

/** Every row that can be read; a hold until an instant is also the resume then. */
function toldIn(
  {time, empty}: ReplaySpec,
  {path, separator}: NonNullable<ReplaySpec['commands']>,
  {openRows, startEpochMs}: FeedContext,
  bad: (line: number, reason: string) => void,
): Told[] {
  const reader = openRows(path, separator);
  const columns = new Columns(path, reader.header, empty);
  const parse = timestampParser(time.format, time.zone);
  const [timeOf, idOf, commandOf] = ['time', 'id', 'command'].map((name) => columns.text([name], ''));
  const untilOf: TextOf = reader.header.includes('value') ? columns.text(['value'], '') : () => '';
  const read = (cells: Cells, line: number): Told[] => {
    const instant = (of: TextOf, what: string): number => instantOf(of(cells), what, parse) - startEpochMs;
    const id = idOf(cells);
    if (id === '') throw new BadRow('no id');
    const kind = kindOf(commandOf(cells));
    const told = {line, atMs: instant(timeOf, 'time'), id: ownText(id), kind};
    if (untilOf(cells) === '') return [told];
    if (kind !== COMMAND.hold) throw new BadRow(`${commandOf(cells)} takes no value`);
    const untilMs = instant(untilOf, 'value');
    if (untilMs <= told.atMs) throw new BadRow('held until an instant that is not after its time');
    return [told, {...told, atMs: untilMs, kind: COMMAND.resume}];
  };
  const told: Told[] = [];
  for (let cells = reader.next(); cells; cells = reader.next()) {
    try {
      told.push(...read(cells, reader.line));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      bad(reader.line, error.message);
    }
  }
  reader.close();
  return told;
}

function instantOf(text: string, what: string, parse: TimestampParser): number {
  if (text === '') throw new BadRow(`no ${what}`);
  const epochMs = parse(text);
  if (Number.isNaN(epochMs)) throw new BadRow(`${what} ${shown(text)} is no time of the format given`);
  return epochMs;
}

function kindOf(text: string): Command {
  const name = text.toLowerCase();
  if (Object.hasOwn(COMMAND, name)) return COMMAND[name as keyof typeof COMMAND];
  const near = nearest(name, Object.keys(COMMAND));
  throw new BadRow(`command ${shown(text)} is none of ${Object.keys(COMMAND).join(', ')}${near ? `: ${near}?` : ''}`);
}

/** The items of the ids that are spoken of: of several rows of one id that which arrives first. */
function namedIn(log: Log, ids: ReadonlySet<string>): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  if (ids.size === 0) return named;
  const items = log.items(null);
  for (let item = items.next(); item; item = items.next()) {
    if (!ids.has(item.id)) continue;
    const before = named.get(item.id);
    if (before === undefined || item.arrivedMs < before.arrivedMs)
      named.set(ownText(item.id), {number: item.number, arrivedMs: item.arrivedMs});
  }
  return named;
}
