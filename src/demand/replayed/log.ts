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
import {type ReadRow, rowReading} from './rowReading.ts';

type Surroundings = Pick<FeedContext, 'openRows' | 'startEpochMs' | 'untilMs' | 'zone'>;

/** A log as the scenario reads it; every pass opens the file anew. */
export class Log {
  readonly #source: SourceSpec;
  readonly #replay: ReplaySpec;
  readonly #context: Surroundings;
  /** A backlog has what arrived up to the start, a replay what arrives from then until the end. */
  readonly #fromMs: number;
  readonly #untilMs: number;

  constructor(source: SourceSpec, replay: ReplaySpec, isBacklog: boolean, context: Surroundings) {
    this.#source = source;
    this.#replay = replay;
    this.#context = context;
    this.#fromMs = isBacklog ? Number.NEGATIVE_INFINITY : 0;
    this.#untilMs = isBacklog ? 1 : context.untilMs;
  }

  /**
   * The rows that pass the filter, can be used and arrive inside the horizon, in order of the file; the others are
   * noted. Throws InputError for a file that cannot be read and for columns that are not there.
   */
  items(notes: RowNotes | null): LoggedItems {
    const reader = this.#context.openRows(this.#replay.path, this.#replay.separator);
    const {passes, read} = this.#reading(reader);
    let number = -1;
    return {
      next: () => {
        for (let cells = reader.next(); cells; cells = reader.next()) {
          number++;
          const item = this.#itemOf(cells, number, reader, passes, read, notes);
          if (item !== null && this.#isInside(item, notes)) return item;
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

  #reading(reader: RowReader): {passes: (cells: Cells) => boolean; read: ReadRow} {
    const replay = this.#replay;
    const columns = new Columns(replay.path, reader.header, replay.empty);
    const {startEpochMs, zone} = this.#context;
    const path = `demand.${this.#source.name}.replay`;
    const read = rowReading(this.#source, replay, columns, startEpochMs, zone, path);
    if (columns.problems.length > 0) {
      reader.close();
      throw new InputError(columns.problems);
    }
    const passes = replay.where === undefined ? () => true : compileRowFilter(replay.where, reader.header);
    return {passes, read};
  }

  #itemOf(
    cells: Cells,
    number: number,
    reader: RowReader,
    passes: (cells: Cells) => boolean,
    read: ReadRow,
    notes: RowNotes | null,
  ): LoggedItem | null {
    try {
      if (cells.length !== reader.header.length)
        throw new BadRow(
          `${cells.length} cells where the header has ${reader.header.length}: ${shown(cells.join(' '))}`,
        );
      return passes(cells) ? read(cells, number, reader.line) : null;
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      notes?.bad(reader.line, error.message);
      return null;
    }
  }

  #isInside(item: LoggedItem, notes: RowNotes | null): boolean {
    if (item.arrivedMs >= this.#fromMs && item.arrivedMs < this.#untilMs) return true;
    const {startEpochMs, zone} = this.#context;
    notes?.outside(item.line, () => formatLocal(startEpochMs + item.arrivedMs, zone));
    return false;
  }
}
