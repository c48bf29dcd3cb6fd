import type {Clock} from '../model/clock.ts';
import type {LocalDay} from '../model/localDay.ts';
import type {AttributeValue, Brought} from '../model/moves.ts';

export type {AttributeValue};

/** What segmentation makes of an item, as integers. Pure: the same input gives the same answer. */
export interface Classified {
  readonly route: number;
  /** Index into names.rules. */
  readonly rule: number;
  readonly reportClass: number;
  /** Initial priority taken from an attribute of the item; NaN: the curve's. */
  readonly initial: number;
}

/** `attributes` by name; `channel`, `source` and (where the source gives one) `priority` are added by the classifier. */
export interface Classifier {
  classify(
    source: number,
    channel: string,
    attributes: Readonly<Record<string, AttributeValue>>,
    priority: number,
  ): Classified;
  /** Where an item goes that a person hands over: to `to`, which leaves what it does not say as it is. */
  send(source: number, brought: Brought, process: number, to: HandedTo): Pick<Classified, 'route' | 'initial'>;
  /** Whether route, rule or report class may depend on an attribute; one that decides nothing can only be an initial priority. */
  decides(attribute: string): boolean;
  /** The attribute that gives items of a rule their initial priority; null where none of theirs does. */
  initialFrom(rule: number): string | null;
}

/** Whom an item is handed to: a process, or one group or agent, who after `forMs` stand alone no more. */
export interface HandedTo {
  readonly process?: string;
  readonly group?: string;
  readonly agent?: string;
  readonly forMs?: number;
}

/** What a feed needs from around it; one a replication. */
export interface FeedContext {
  readonly seed: string;
  readonly replication: number;
  readonly zone: string;
  readonly startEpochMs: number;
  /** End of the horizon, Infinity when it ends after a number of arrivals. */
  readonly untilMs: number;
  /** Local days from the start on, made as far as asked; each call continues where days end. */
  dayAt(index: number): LocalDay;
  /** By calendar name. */
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly classifier: Classifier;
  agentId(name: string): number | undefined;
  agentsOf(group: string): readonly number[];
  /** Milestones may send any item to another process. */
  readonly reassigns?: boolean;
  /** Rows of a log, in file order; throws InputError where the file cannot be read. */
  openRows(path: string, separator: string | null): RowReader;
  /** Where what a log says happened goes; null where nobody compares. */
  readonly recorded: RecordedSink | null;
  /** Counted, the first ten examples kept. */
  warn(kind: string, message: string, example: string): void;
}

/** What is needed of it to say when things happen, without drawing. */
export type Timetable = Pick<FeedContext, 'untilMs' | 'dayAt' | 'clocks'>;

/** A CSV with a header, read on demand. */
export interface RowReader {
  readonly header: readonly string[];
  /** The next row's cells, or null at the end. The array is used again: copy what is kept. */
  next(): readonly string[] | null;
  /** 1-based line of the row just read. */
  readonly line: number;
  close(): void;
}

export interface RecordedSink {
  /** `waitMs` NaN: not recorded. */
  record(reportClass: number, arrivedMs: number, waitMs: number, abandoned: boolean): void;
}
