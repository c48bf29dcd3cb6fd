import {timestampParser} from '../calendar/index.ts';
import type {RowReader} from '../demand/context.ts';
import {BadRow} from '../demand/replayed/badRow.ts';
import type {Cells, Columns, TextOf} from '../demand/replayed/columns.ts';
import {type InstantOf, instantOf} from '../demand/replayed/instants.ts';
import type {LoggedItem} from '../demand/replayed/item.ts';
import {rowTaking} from '../demand/replayed/log.ts';
import {ownText} from '../language/ownText.ts';
import type {ReplaySpec, SourceSpec} from '../scenario/scenario.ts';
import type {AgentNames} from './agentNames.ts';
import {WaitedContacts} from './order/waited.ts';
import type {LogColumns} from './recognise.ts';
import {firstRows, type IdUse} from './rowIds.ts';
import {RINGING_MS, WaitingTimes} from './turnaround.ts';

const HOUR_MS = 3_600_000;

/** One piece of work of an agent; epoch ms. */
export interface Work {
  readonly fromMs: number;
  readonly toMs: number;
  readonly queue: string;
}

/** What the logs hold together, counted. Times in ms, instants epoch ms. */
export interface LogFacts {
  rows: number;
  items: number;
  badRows: number;
  abandoned: number;
  firstMs: number;
  lastMs: number;
  readonly waits: Moments;
  readonly handleTimes: Moments;
  readonly wrapUps: Moments;
  readonly queues: Map<string, number>;
  readonly channels: Set<string>;
  /** By agent, as he is called in what is written. */
  readonly work: Map<string, Work[]>;
  /** Contacts by the hour they came in, hours since 1970. */
  readonly byHour: Map<number, number>;
  /** Of contacts that waited, by queue. */
  readonly waiting: Map<string, WaitingTimes>;
  readonly waited: WaitedContacts;
}

/** What became of the rows of one log. */
export interface RowCounts {
  rows: number;
  items: number;
  /** Further rows of an item that has several. */
  visits: number;
  /** Left out by what stands in `where`. */
  filtered: number;
  bad: number;
  /** Rows that cannot be used, by why, with an example of each. */
  readonly reasons: Map<string, BadRows>;
  abandoned: number;
  firstMs: number;
  lastMs: number;
  /** By how much a row comes after one that arrived later, at most. */
  lagMs: number;
  readonly waits: Moments;
  readonly handleTimes: Moments;
  readonly wrapUps: Moments;
  readonly queues: Map<string, number>;
  /** By the hour contacts came in. */
  readonly byHour: Map<number, number>;
}

export interface BadRows {
  count: number;
  readonly line: number;
  readonly example: string;
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

/** One log, and how it is read. */
export interface LogReading {
  readonly log: LogColumns;
  readonly source: SourceSpec;
  readonly replay: ReplaySpec;
  readonly ids: IdUse;
  /** The queue of all rows, where no column says it. */
  readonly queue: string;
}

/** Reads a whole log as the scenario will, and who worked when: into `facts`, and into the counts handed back. */
export function readLog(reader: RowReader, reading: LogReading, facts: LogFacts, names: AgentNames): RowCounts {
  const {source, replay} = reading;
  const {columns, take} = rowTaking(source, replay, reader, 0, replay.time.zone);
  const counts = new Counts();
  const rows = new FactsOfRows(reading, columns, {facts, counts, names});
  for (let cells = reader.next(), number = 0; cells; cells = reader.next(), number++) {
    counts.rows++;
    try {
      const item = take(cells, number, reader.line);
      if (item) rows.add(item, cells);
      else counts.filtered++;
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      counts.addBad(error.message, reader.line);
    }
  }
  facts.rows += counts.rows;
  facts.badRows += counts.bad;
  return counts;
}

export function noFacts(): LogFacts {
  return {
    rows: 0,
    items: 0,
    badRows: 0,
    abandoned: 0,
    firstMs: Number.POSITIVE_INFINITY,
    lastMs: Number.NEGATIVE_INFINITY,
    waits: new Moments(),
    handleTimes: new Moments(),
    wrapUps: new Moments(),
    queues: new Map(),
    channels: new Set(),
    work: new Map(),
    byHour: new Map(),
    waiting: new Map(),
    waited: new WaitedContacts(),
  };
}

class Counts implements RowCounts {
  rows = 0;
  items = 0;
  visits = 0;
  filtered = 0;
  bad = 0;
  readonly reasons = new Map<string, BadRows>();
  abandoned = 0;
  firstMs = Number.POSITIVE_INFINITY;
  lastMs = Number.NEGATIVE_INFINITY;
  lagMs = 0;
  readonly waits = new Moments();
  readonly handleTimes = new Moments();
  readonly wrapUps = new Moments();
  readonly queues = new Map<string, number>();
  readonly byHour = new Map<number, number>();

  addBad(message: string, line: number): void {
    this.bad++;
    const reason = message
      .replace(/"(\\.|[^"])*"…?/g, '…')
      .replace(/[\d.]+( ?(ms|[smhd]))?/g, 'n')
      .replace(/n( n)+/g, 'n');
    const known = this.reasons.get(reason);
    if (known) known.count++;
    else this.reasons.set(reason, {count: 1, line, example: ownText(message)});
  }
}

/** Adds the rows of one log to what is known of all. */
class FactsOfRows {
  readonly #facts: LogFacts;
  readonly #counts: Counts;
  readonly #agents: AgentNames;
  readonly #names = new Map<string, string>();
  readonly #isFirst: (cells: Cells) => boolean;
  readonly #isCopy: boolean;
  readonly #attributes: readonly string[];
  readonly #agentOf: TextOf;
  readonly #queueOf: TextOf;
  readonly #answeredOf: InstantOf;
  readonly #endedOf: InstantOf;

  constructor(
    {log: {roles, answered, ended}, replay: {time, attributes}, ids, queue}: LogReading,
    columns: Columns,
    into: {readonly facts: LogFacts; readonly counts: Counts; readonly names: AgentNames},
  ) {
    const text = (role: 'id' | 'agent' | 'queue') =>
      columns.text(
        roles[role].map((column) => column.name),
        '',
      );
    const parse = timestampParser(time.format, time.zone);
    const instant = (column: LogColumns['answered']) =>
      column ? instantOf(column, columns, parse, '', 'time') : () => Number.NaN;
    this.#facts = into.facts;
    this.#counts = into.counts;
    this.#agents = into.names;
    this.#isFirst = firstRows(ids, text('id'));
    this.#isCopy = ids === 'reject';
    this.#attributes = attributes.map(({name}) => name);
    this.#agentOf = text('agent');
    this.#queueOf = roles.queue.length > 0 ? text('queue') : () => queue;
    this.#answeredOf = instant(answered);
    this.#endedOf = instant(ended);
  }

  add(item: LoggedItem, cells: Cells): void {
    const isFirst = this.#isFirst(cells);
    const queue = this.#own(this.#queueOf(cells));
    if (isFirst) this.#addItem(item, queue);
    else if (this.#isCopy) {
      this.#counts.addBad('the id has been there before', 0);
      return;
    } else this.#counts.visits++;
    for (const {handleTimes, wrapUps} of [this.#facts, this.#counts]) {
      if (!Number.isNaN(item.handleMs)) handleTimes.add(item.handleMs);
      if (!Number.isNaN(item.wrapUpMs)) wrapUps.add(item.wrapUpMs);
    }
    if (isFirst && item.waitMs > RINGING_MS) this.#addWait(queue, item);
    const name = this.#agentOf(cells);
    const agent = name === '' || item.abandoned ? '' : this.#agents.of(name);
    if (isFirst) this.#facts.waited.add(item, this.#attributes, queue, agent);
    if (agent !== '') this.#addWork(item, queue, agent, cells);
  }

  #addItem({arrivedMs, abandoned, waitMs, channel}: LoggedItem, queue: string): void {
    this.#counts.lagMs = Math.max(this.#counts.lagMs, this.#counts.lastMs - arrivedMs);
    const hour = Math.floor(arrivedMs / HOUR_MS);
    for (const facts of [this.#facts, this.#counts]) {
      facts.items++;
      if (abandoned) facts.abandoned++;
      facts.firstMs = Math.min(facts.firstMs, arrivedMs);
      facts.lastMs = Math.max(facts.lastMs, arrivedMs);
      if (!Number.isNaN(waitMs)) facts.waits.add(waitMs);
      facts.byHour.set(hour, (facts.byHour.get(hour) ?? 0) + 1);
      facts.queues.set(queue, (facts.queues.get(queue) ?? 0) + 1);
    }
    this.#facts.channels.add(channel);
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

  #addWait(queue: string, {arrivedMs, waitMs}: LoggedItem): void {
    let waiting = this.#facts.waiting.get(queue);
    if (waiting === undefined) {
      waiting = new WaitingTimes();
      this.#facts.waiting.set(queue, waiting);
    }
    waiting.add(arrivedMs, arrivedMs + waitMs);
  }

  #addWork(item: LoggedItem, queue: string, agent: string, cells: Cells): void {
    const waitMs = Number.isNaN(item.waitMs) ? 0 : item.waitMs;
    const answeredMs = this.#answeredOf(cells);
    const fromMs = Number.isNaN(answeredMs) ? item.arrivedMs + waitMs : answeredMs;
    const handleMs = Number.isNaN(item.handleMs) ? 0 : item.handleMs;
    const wrapUpMs = Number.isNaN(item.wrapUpMs) ? 0 : item.wrapUpMs;
    const endedMs = Number.isNaN(answeredMs) ? Number.NaN : this.#endedOf(cells);
    const toMs = (endedMs >= fromMs ? endedMs : fromMs + handleMs) + wrapUpMs;
    let work = this.#facts.work.get(agent);
    if (work === undefined) {
      work = [];
      this.#facts.work.set(agent, work);
    }
    work.push({fromMs, toMs, queue});
  }
}
