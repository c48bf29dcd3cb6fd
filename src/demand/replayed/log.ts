import {formatLocal} from '../../calendar/index.ts';
import {InputError} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {compileRowFilter} from '../../routing/segmentation/rowFilter.ts';
import type {ReplaySpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext, RowReader} from '../context.ts';
import {BadRow} from './badRow.ts';
import {type Cells, Columns} from './columns.ts';
import type {LoggedItem, LoggedItems} from './item.ts';
import type {RowNotes} from './rowNotes.ts';
import {rowReading} from './rowReading.ts';

type Surroundings = Pick<FeedContext, 'openRows' | 'startEpochMs' | 'untilMs' | 'zone'>;

/** A log as the scenario reads it; every pass opens the file anew. */
export class Log {
  readonly #source: SourceSpec;
  readonly #replay: ReplaySpec;
  readonly #context: Surroundings;
  /** A backlog has what arrived up to the start, a replay what arrives from then until the end. */
  readonly #fromMs: number;
  readonly #untilMs: number;
  readonly #drawsHandleTimes: boolean;

  constructor(source: SourceSpec, replay: ReplaySpec, isBacklog: boolean, context: Surroundings) {
    this.#source = source;
    this.#replay = replay;
    this.#context = context;
    this.#drawsHandleTimes = (replay.columns.handleTime?.missing ?? source.handleTime) !== undefined;
    this.#fromMs = isBacklog ? Number.NEGATIVE_INFINITY : 0;
    this.#untilMs = isBacklog ? 1 : context.untilMs;
  }

  /**
   * The rows that pass the filter, can be used and arrive inside the horizon, in order of the file; the others are
   * noted. Throws InputError for a file that cannot be read and for columns that are not there.
   */
  items(notes: RowNotes | null): LoggedItems {
    const reader = this.#context.openRows(this.#replay.path, this.#replay.separator);
    const {take} = rowTaking(this.#source, this.#replay, reader, this.#context.startEpochMs, this.#context.zone);
    let number = -1;
    return {
      next: () => {
        for (let cells = reader.next(); cells; cells = reader.next()) {
          const item = takeOrNote(take, cells, ++number, reader.line, notes);
          if (item !== null && this.#isInside(item, notes) && this.#hasHandleTime(item, notes)) return item;
        }
        reader.close();
        return null;
      },
    };
  }

  /** The ids of all rows, used or not, and '' where a row has none. */
  forEachId(visit: (id: string) => void): void {
    const reader = this.#context.openRows(this.#replay.path, this.#replay.separator);
    const columns = new Columns(this.#replay.path, reader.header, this.#replay.empty);
    const idOf = columns.text(this.#replay.columns.id, '');
    for (let cells = reader.next(); cells; cells = reader.next()) visit(idOf(cells));
    reader.close();
  }

  #hasHandleTime(item: LoggedItem, notes: RowNotes | null): boolean {
    if (this.#drawsHandleTimes || !Number.isNaN(item.handleMs)) return true;
    notes?.bad(item.line, 'no handle time, and no distribution to draw it from (columns.handleTime.missing)');
    return false;
  }

  #isInside(item: LoggedItem, notes: RowNotes | null): boolean {
    if (item.arrivedMs >= this.#fromMs && item.arrivedMs < this.#untilMs) return true;
    const {startEpochMs, zone} = this.#context;
    notes?.outside(item.line, () => formatLocal(startEpochMs + item.arrivedMs, zone));
    return false;
  }
}

/** Reads a row into an item; null where the filter leaves it out. Throws BadRow where it cannot be used. */
export type TakeRow = (cells: Cells, number: number, line: number) => LoggedItem | null;

/**
 * How a log's rows are filtered and read, and the columns it found, for whoever reads more of them. Closes the reader
 * and throws InputError where columns are not there. Arrivals count from `startEpochMs`.
 */
export function rowTaking(
  source: SourceSpec,
  replay: ReplaySpec,
  reader: RowReader,
  startEpochMs: number,
  zone: string,
): {readonly columns: Columns; readonly take: TakeRow} {
  const {header} = reader;
  const columns = new Columns(replay.path, header, replay.empty);
  const read = rowReading(source, replay, columns, startEpochMs, zone, `demand.${source.name}.replay`);
  if (columns.problems.length > 0) {
    reader.close();
    throw new InputError(columns.problems);
  }
  const passes = rowFilter(replay, header, `demand.${source.name}.replay.where`);
  const take: TakeRow = (cells, number, line) => {
    if (cells.length !== header.length)
      throw new BadRow(
        `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${header.length}: ${shown(cells.join(' '))}`,
      );
    return passes(cells) ? read(cells, number, line) : null;
  };
  return {columns, take};
}

function rowFilter(
  {where, path: file}: ReplaySpec,
  header: readonly string[],
  path: string,
): (cells: Cells) => boolean {
  if (where === undefined) return () => true;
  try {
    return compileRowFilter(where, header);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => ({...problem, path, at: {file, line: 1, column: 1}})));
  }
}

function takeOrNote(
  take: TakeRow,
  cells: Cells,
  number: number,
  line: number,
  notes: RowNotes | null,
): LoggedItem | null {
  try {
    return take(cells, number, line);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    notes?.bad(line, error.message);
    return null;
  }
}
