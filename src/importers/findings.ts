import {localDateOf} from '../calendar/index.ts';
import type {FeedContext} from '../demand/context.ts';
import {InputError} from '../language/problem.ts';
import type {ReplaySpec, SourceSpec} from '../scenario/scenario.ts';
import {AgentNames} from './agentNames.ts';
import {type LogFacts, type LogReading, noFacts, type RowCounts, readLog} from './logFacts.ts';
import {type Credit, creditOver} from './order/credit.ts';
import {type OrderOfTaking, orderOfTaking} from './order/orderOfTaking.ts';
import type {Outcomes} from './outcomes.ts';
import {type Pace, pacesOf} from './pace.ts';
import {presenceOf, type Spell} from './presence.ts';
import type {LogColumns} from './recognise.ts';
import {readingsOf, type Survey, surveyOf} from './survey.ts';
import {turnaroundMs} from './turnaround.ts';

/** A log, to open it now; and as the scenario is to name it. */
export interface LogFile {
  readonly path: string;
  readonly writtenPath: string;
}

export interface InitOptions extends LogFile {
  /** Further logs of the same centre: calls, chats and cases may have a file each. */
  readonly more?: readonly LogFile[];
  /** Name of the scenario. */
  readonly name: string;
  /** IANA zone of the log's times. */
  readonly zone: string;
  readonly openRows: FeedContext['openRows'];
  /** Role to names of columns separated by commas (none: ''), over what is recognised; see ROLES. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Which way dates are written that fit both. Default: the way in which the log is shorter. */
  readonly dates?: 'day-first' | 'month-first';
  /** Rows to take, all others are left out: a column and the values it may have. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** What several rows of one id are. Default: found out from when they arrive. */
  readonly repeats?: 'visit' | 'reject' | 'item';
  /** Whether agents are called in what is written as they are in the log; else they are agent-1, agent-2, … */
  readonly keepNames?: boolean;
  /** An agent with nothing to do for longer was away. Default ten minutes. */
  readonly breakMs?: number;
  /** Work after each contact that the log does not show. Default: measured. */
  readonly wrapUpMs?: number;
  /** Limit of the service level. Default 20 s. */
  readonly answerWithinMs?: number;
  /** Waiting time that classes of customers (values of the priority column) count as having behind them, ms; none: {}. Default: found out. */
  readonly credit?: Readonly<Record<string, number>>;
}

/** What is known of one log. */
export interface LogFindings extends LogReading {
  readonly file: LogFile;
  readonly outcomes: Outcomes;
  readonly counts: RowCounts;
}

/** All that is known of the logs, for the texts written about them. */
export interface Findings {
  readonly options: InitOptions;
  readonly logs: readonly LogFindings[];
  /** Of the first log. */
  readonly log: LogColumns;
  readonly outcomes: Outcomes;
  readonly source: SourceSpec;
  readonly replay: ReplaySpec;
  /** Of all logs together. */
  readonly facts: LogFacts;
  readonly spells: readonly Spell[];
  /** How fast each agent is beside the others; empty where they do not differ beyond chance. */
  readonly paces: ReadonlyMap<string, Pace>;
  /** Agents, where the log names none. */
  readonly headCount: number;
  /** Local dates: the first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly breakMs: number;
  readonly wrapUpMs: number;
  /** Times the patience that was fitted. */
  readonly patience: number;
  /** Whether these three were fitted to the waits of the log. */
  readonly isCalibrated: boolean;
  readonly answerWithinMs: number;
  /** In which order waiting contacts were taken; null: too few of them to tell. */
  readonly order: OrderOfTaking | null;
  readonly credit: Credit | null;
}

const DEFAULT_BREAK_MS = 600_000;
const DEFAULT_ANSWER_WITHIN_MS = 20_000;
/** Of contacts where the log says no handle time at all. */
export const DEFAULT_HANDLE_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Reads each log three times and finds out what its columns mean, how contacts ended and who was there when.
 * `survey`: of the same logs, where it was made before. Throws InputError where one cannot be read or its columns are
 * not understood.
 */
export function findingsIn(options: InitOptions, survey: Survey = surveyOf(options)): Findings {
  const {zone} = options;
  const facts = noFacts();
  const names = new AgentNames(options.keepNames ?? false);
  const logs = readingsOf(options, survey).map(({file, outcomes, ...reading}): LogFindings => {
    const reader = options.openRows(file.path, null);
    const counts = readLog(reader, reading, facts, names);
    if (counts.items === 0) throw nothingIn(file.path, counts);
    return {file, outcomes, ...reading, counts};
  });
  const [first] = logs;
  const breakMs = options.breakMs ?? DEFAULT_BREAK_MS;
  const wrapUpMs = options.wrapUpMs ?? Math.round(turnaroundMs(facts.work, facts.waiting, breakMs, zone) / 1000) * 1000;
  const order = orderOfTaking(facts.waited, facts.work, zone);
  return {
    options,
    logs,
    log: first.log,
    outcomes: first.outcomes,
    source: first.source,
    replay: first.replay,
    facts,
    spells: presenceOf(facts.work, {breakMs, zone, waiting: facts.waiting}),
    paces: pacesOf(facts.work),
    headCount: headCountFor(facts, wrapUpMs),
    from: localDateOf(facts.firstMs, zone),
    to: localDateOf(facts.lastMs + DAY_MS, zone),
    breakMs,
    wrapUpMs,
    patience: 1,
    isCalibrated: false,
    answerWithinMs: options.answerWithinMs ?? DEFAULT_ANSWER_WITHIN_MS,
    order,
    credit: creditOver(options.credit, classAttribute(logs), order),
  };
}

/** The attribute that holds the class of the customer. */
function classAttribute(logs: readonly LogFindings[]): string | undefined {
  const [column] = logs.flatMap(({log}) => log.roles.priority);
  return logs.flatMap(({replay}) => replay.attributes).find((one) => one.column[0] === column?.name)?.name;
}

/** As many as the work of the busiest hour keeps busy for 85 % of it. */
function headCountFor({byHour, handleTimes}: LogFacts, wrapUpMs: number): number {
  const eachMs = (handleTimes.count > 0 ? handleTimes.mean : DEFAULT_HANDLE_MS) + wrapUpMs;
  return Math.max(1, Math.ceil((Math.max(...byHour.values()) * eachMs) / HOUR_MS / 0.85));
}

/** What is in presence.csv beside a column per queue. */
export const PRESENCE_COLUMNS: readonly string[] = ['agent', 'from', 'to'];

/** The column of how fast agents are, a skill like a queue. */
export const PACE = 'pace';

/** How a queue is called as a skill and a process: nothing, or a bare number, would be no name. */
export function queueName(queue: string): string {
  if (queue === '') return 'no queue';
  return /\p{L}/u.test(queue) && ![...PRESENCE_COLUMNS, PACE].includes(queue) ? queue : `queue ${queue}`;
}

function nothingIn(file: string, {rows, bad, filtered}: RowCounts): InputError {
  const message = `expected rows that can be replayed, found none among ${rows} (${bad} without a usable arrival or duration, ${filtered} left out)`;
  const hint = 'correct what columns mean with --column, e.g. --column arrived=received_at';
  return new InputError([{severity: 'error', at: {file, line: 1, column: 1}, path: '', message, hint}]);
}
