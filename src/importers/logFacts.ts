import {timestampParser} from '../calendar/index.ts';
import type {RowReader} from '../demand/context.ts';
import {BadRow} from '../demand/replayed/badRow.ts';
import type {Cells, Columns, TextOf} from '../demand/replayed/columns.ts';
import {type InstantOf, instantOf} from '../demand/replayed/instants.ts';
import type {LoggedItem} from '../demand/replayed/item.ts';
import {rowTaking} from '../demand/replayed/log.ts';
import {ownText} from '../language/ownText.ts';
import type {ReplaySpec, SourceSpec} from '../scenario/scenario.ts';
import type {LogColumns} from './recognise.ts';
import {RINGING_MS, WaitingTimes} from './turnaround.ts';

const HOUR_MS = 3_600_000;

/** One piece of work of an agent; epoch ms. */
export interface Work {
  readonly fromMs: number;
  readonly toMs: number;
  readonly queue: string;
}

/** What a log holds, counted. Times in ms, instants epoch ms. */
export interface LogFacts {
  rows: number;
  items: number;
  badRows: number;
  abandoned: number;
  firstMs: number;
  lastMs: number;
  /** By how much a row comes after one that arrived later, at most. */
  lagMs: number;
  idsAreUnique: boolean;
  readonly waits: Moments;
  readonly handleTimes: Moments;
  readonly queues: Map<string, number>;
  readonly channels: Set<string>;
  readonly work: Map<string, Work[]>;
  /** Contacts by the hour they came in, hours since 1970. */
  readonly byHour: Map<number, number>;
  /** Of contacts that waited, by queue. */
  readonly waiting: Map<string, WaitingTimes>;
}

/** Count, sum and sum of squares. */
export class Moments {
  count = 0;
  sum = 0;
  squares = 0;

  add(value: number): void {
    this.count++;
    this.sum += value;
    this.squares += value * value;
  }

  get mean(): number {
    return this.sum / this.count;
  }

  /** Standard deviation ÷ mean. */
  get cv(): number {
    return Math.sqrt(Math.max(0, this.squares / this.count - this.mean ** 2)) / this.mean;
  }
}

/** Reads the whole log as the scenario will, and who worked when. */
export function logFacts(reader: RowReader, log: LogColumns, source: SourceSpec, replay: ReplaySpec): LogFacts {
  const {columns, take} = rowTaking(source, replay, reader, 0, replay.time.zone);
  const facts = new FactsOfRows(log, columns, replay);
  for (let cells = reader.next(), number = 0; cells; cells = reader.next(), number++) {
    facts.rows++;
    try {
      const item = take(cells, number, reader.line);
      if (item) facts.add(item, cells);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      facts.badRows++;
    }
  }
  return facts;
}

class FactsOfRows implements LogFacts {
  rows = 0;
  items = 0;
  badRows = 0;
  abandoned = 0;
  firstMs = Number.POSITIVE_INFINITY;
  lastMs = Number.NEGATIVE_INFINITY;
  lagMs = 0;
  idsAreUnique: boolean;
  readonly waits = new Moments();
  readonly handleTimes = new Moments();
  readonly queues = new Map<string, number>();
  readonly channels = new Set<string>();
  readonly work = new Map<string, Work[]>();
  readonly byHour = new Map<number, number>();
  readonly waiting = new Map<string, WaitingTimes>();
  readonly #ids = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #idOf: TextOf;
  readonly #agentOf: TextOf;
  readonly #queueOf: TextOf;
  readonly #answeredOf: InstantOf;
  readonly #endedOf: InstantOf;

  constructor({roles, answered, ended}: LogColumns, columns: Columns, {time}: ReplaySpec) {
    const text = (role: 'id' | 'agent' | 'queue') =>
      columns.text(
        roles[role].map((column) => column.name),
        '',
      );
    const parse = timestampParser(time.format, time.zone);
    const instant = (column: LogColumns['answered']) =>
      column ? instantOf(column, columns, parse, '', 'time') : () => Number.NaN;
    this.idsAreUnique = roles.id.length > 0;
    this.#idOf = text('id');
    this.#agentOf = text('agent');
    this.#queueOf = text('queue');
    this.#answeredOf = instant(answered);
    this.#endedOf = instant(ended);
  }

  add(item: LoggedItem, cells: Cells): void {
    this.items++;
    if (item.abandoned) this.abandoned++;
    this.firstMs = Math.min(this.firstMs, item.arrivedMs);
    this.lastMs = Math.max(this.lastMs, item.arrivedMs);
    this.lagMs = Math.max(this.lagMs, this.lastMs - item.arrivedMs);
    if (!Number.isNaN(item.waitMs)) this.waits.add(item.waitMs);
    if (!Number.isNaN(item.handleMs)) this.handleTimes.add(item.handleMs);
    this.channels.add(item.channel);
    const hour = Math.floor(item.arrivedMs / HOUR_MS);
    this.byHour.set(hour, (this.byHour.get(hour) ?? 0) + 1);
    const queue = this.#own(this.#queueOf(cells));
    this.queues.set(queue, (this.queues.get(queue) ?? 0) + 1);
    this.#checkId(this.#idOf(cells));
    if (item.waitMs > RINGING_MS) this.#addWait(queue, item);
    this.#addWork(item, queue, cells);
  }

  /** One text of each name: pieces of work keep theirs, and rows give a new one each. */
  #own(name: string): string {
    let own = this.#names.get(name);
    if (own === undefined) {
      own = ownText(name);
      this.#names.set(own, own);
    }
    return own;
  }

  #checkId(id: string): void {
    if (!this.idsAreUnique) return;
    if (id === '' || this.#ids.has(id)) {
      this.idsAreUnique = false;
      this.#ids.clear();
    } else this.#ids.add(ownText(id));
  }

  #addWait(queue: string, {arrivedMs, waitMs}: LoggedItem): void {
    let waiting = this.waiting.get(queue);
    if (waiting === undefined) {
      waiting = new WaitingTimes();
      this.waiting.set(queue, waiting);
    }
    waiting.add(arrivedMs, arrivedMs + waitMs);
  }

  #addWork(item: LoggedItem, queue: string, cells: Cells): void {
    const agent = this.#agentOf(cells);
    if (agent === '' || item.abandoned) return;
    const waitMs = Number.isNaN(item.waitMs) ? 0 : item.waitMs;
    const answeredMs = this.#answeredOf(cells);
    const fromMs = Number.isNaN(answeredMs) ? item.arrivedMs + waitMs : answeredMs;
    const handleMs = Number.isNaN(item.handleMs) ? 0 : item.handleMs;
    const endedMs = Number.isNaN(answeredMs) ? Number.NaN : this.#endedOf(cells);
    const toMs = endedMs >= fromMs ? endedMs : fromMs + handleMs;
    let work = this.work.get(agent);
    if (work === undefined) {
      work = [];
      this.work.set(ownText(agent), work);
    }
    work.push({fromMs, toMs, queue});
  }
}
