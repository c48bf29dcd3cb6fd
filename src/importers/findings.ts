import {localDateOf} from '../calendar/index.ts';
import type {FeedContext} from '../demand/context.ts';
import {InputError} from '../language/problem.ts';
import type {ReplaySpec, SourceSpec} from '../scenario/scenario.ts';
import {ColumnProfile} from './columnShape.ts';
import {type LogFacts, logFacts} from './logFacts.ts';
import {type Outcomes, outcomesOf} from './outcomes.ts';
import {presenceOf, type Spell} from './presence.ts';
import {type LogColumns, logColumns} from './recognise.ts';
import {replaySourceOf} from './replaySpec.ts';
import {rolesOf} from './roles.ts';
import {turnaroundMs} from './turnaround.ts';

export interface InitOptions {
  /** The log, to open it now; and as the scenario is to name it. */
  readonly path: string;
  readonly writtenPath: string;
  /** Name of the scenario. */
  readonly name: string;
  /** IANA zone of the log's times. */
  readonly zone: string;
  readonly openRows: FeedContext['openRows'];
  /** Role to names of columns separated by commas (none: ''), over what is recognised; see ROLES. */
  readonly columns?: Readonly<Record<string, string>>;
  /** An agent with nothing to do for longer was away. Default ten minutes. */
  readonly breakMs?: number;
  /** Work after each contact that the log does not show. Default: measured. */
  readonly wrapUpMs?: number;
  /** Limit of the service level. Default 20 s. */
  readonly answerWithinMs?: number;
  /** Waiting time that classes of customers (values of the priority column) count as having behind them, ms. */
  readonly credit?: Readonly<Record<string, number>>;
}

/** All that is known of a log, for the texts written about it. */
export interface Findings {
  readonly options: InitOptions;
  readonly log: LogColumns;
  readonly outcomes: Outcomes;
  readonly source: SourceSpec;
  readonly replay: ReplaySpec;
  readonly facts: LogFacts;
  readonly spells: readonly Spell[];
  /** Agents, where the log names none. */
  readonly headCount: number;
  /** Local dates: the first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly breakMs: number;
  readonly wrapUpMs: number;
  readonly answerWithinMs: number;
}

const DEFAULT_BREAK_MS = 600_000;
const DEFAULT_ANSWER_WITHIN_MS = 20_000;
/** Of contacts where the log says no handle time at all. */
export const DEFAULT_HANDLE_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Reads a log three times and finds out what its columns mean, how contacts ended and who was there when.
 * Throws InputError where it cannot be read or its columns are not understood.
 */
export function findingsIn(options: InitOptions): Findings {
  const {path, zone} = options;
  const open = () => options.openRows(path, null);
  const profiles = profilesOf(open());
  if (profiles.every(({rows}) => rows === 0)) throw noRowsIn(path, profiles.length);
  const log = logColumns(profiles, rolesOf(profiles, options.columns ?? {}, path), path);
  const outcomes = outcomesOf(open(), log, path);
  const {source, replay} = replaySourceOf(log, outcomes, {path, written: options.writtenPath}, 'contacts', zone);
  const facts = logFacts(open(), log, source, replay);
  if (facts.items === 0) throw nothingIn(path, facts);
  const breakMs = options.breakMs ?? DEFAULT_BREAK_MS;
  const wrapUpMs = options.wrapUpMs ?? Math.round(turnaroundMs(facts.work, facts.waiting, breakMs, zone) / 1000) * 1000;
  return {
    options,
    log,
    outcomes,
    source,
    replay,
    facts,
    spells: presenceOf(facts.work, {breakMs, zone, waiting: facts.waiting}),
    headCount: headCountFor(facts, wrapUpMs),
    from: localDateOf(facts.firstMs, zone),
    to: localDateOf(facts.lastMs + DAY_MS, zone),
    breakMs,
    wrapUpMs,
    answerWithinMs: options.answerWithinMs ?? DEFAULT_ANSWER_WITHIN_MS,
  };
}

/** As many as the work of the busiest hour keeps busy for 85 % of it. */
function headCountFor({byHour, handleTimes}: LogFacts, wrapUpMs: number): number {
  const eachMs = (handleTimes.count > 0 ? handleTimes.mean : DEFAULT_HANDLE_MS) + wrapUpMs;
  return Math.max(1, Math.ceil((Math.max(...byHour.values()) * eachMs) / HOUR_MS / 0.85));
}

function profilesOf(reader: ReturnType<InitOptions['openRows']>): ColumnProfile[] {
  const profiles = reader.header.map((name, index) => new ColumnProfile(name, index));
  for (let cells = reader.next(); cells; cells = reader.next())
    if (cells.length === profiles.length) for (const profile of profiles) profile.add(cells[profile.index] ?? '');
  return profiles;
}

/** What is in presence.csv beside a column per queue. */
export const PRESENCE_COLUMNS: readonly string[] = ['agent', 'from', 'to'];

/** How a queue is called as a skill and a process: nothing, or a bare number, would be no name. */
export function queueName(queue: string): string {
  if (queue === '') return 'no queue';
  return /\p{L}/u.test(queue) && !PRESENCE_COLUMNS.includes(queue) ? queue : `queue ${queue}`;
}

function noRowsIn(file: string, columns: number): InputError {
  const message = `expected rows under the header, with ${columns} cells each as it has, found none`;
  return new InputError([{severity: 'error', at: {file, line: 1, column: 1}, path: '', message}]);
}

function nothingIn(file: string, {rows, badRows}: LogFacts): InputError {
  const message = `expected rows that can be replayed, found none among ${rows} (${badRows} without a usable arrival or duration)`;
  const hint = 'correct what columns mean with --column, e.g. --column arrived=received_at';
  return new InputError([{severity: 'error', at: {file, line: 1, column: 1}, path: '', message, hint}]);
}
