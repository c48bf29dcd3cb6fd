import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import {type ItemLog, LOG_ROWS, type LogChunk, OUTCOME} from '../../measure/itemLog.ts';
import type {Model, Names} from '../../model/model.ts';
import type {ReportClasses} from '../../model/reporting.ts';
import {stageNodes} from '../../model/stageNodes.ts';
import {OWNERS, ownerColumn} from '../owners.ts';

const HEADER = [
  'source',
  'number',
  'id',
  'redial',
  'channel',
  'process',
  'rule',
  'arrived',
  'outcome',
  'target',
  'agent',
  'priority',
  'missed_offers',
  'visits',
  'arrived_s',
  'due_s',
  'answered_s',
  'ended_s',
  'wrapped_up_s',
] as const;

/** `front_office_waiting_s`, …, then `late_front_office_waiting_s`, …: of these the part past due. */
const OWNER_COLUMNS = ['', 'late_'].flatMap((part) => OWNERS.map((owner) => part + ownerColumn(owner)));

/** Names of the values of OUTCOME. */
export const OUTCOME_NAMES: ReadonlyMap<number, string> = new Map<number, string>([
  [OUTCOME.waiting, 'waiting'],
  [OUTCOME.inHand, 'in hand'],
  [OUTCOME.completed, 'completed'],
  [OUTCOME.abandoned, 'abandoned'],
  [OUTCOME.rejected, 'rejected'],
  [OUTCOME.awaiting, 'awaiting confirmation'],
  [OUTCOME.held, 'held'],
  [OUTCOME.canceled, 'canceled'],
  [OUTCOME.closed, 'closed by inactivity'],
]);

/** How an item's instants and name are told. */
export interface Telling {
  /** ISO local date-time of an instant in ms since the start. */
  readonly localTime: (ms: number) => string;
  /** What a log calls the item of a source and number. */
  readonly idOf: (source: number, number: number) => string;
}

/**
 * `items.csv`: a line an item of one replication in order of creation: where it went, who took it first through which target,
 * its priority then, and its instants in seconds since the scenario starts (`arrived` also in local time, to the
 * second). Where the scenario names stages: the one in which it stands
 * at the end, or a status that has none. Where items open others: which one opened it, and of those that were not opened who had them for how long, in
 * all and past due: until they were final, or the run was over. Part by part: the text of millions is longer than a string
 * may be.
 */
export function* itemsCsv(log: ItemLog, {names, reporting, life}: Model, telling: Telling): Generator<string> {
  const {classes} = reporting;
  const stages = life?.stages === undefined ? null : stageNodes(life).names;
  const opens = log.chunks.some(({parent, owners}) => parent !== null || owners !== null);
  yield csvLine([...HEADER, ...(stages ? ['stage'] : []), ...(opens ? ['parent', ...OWNER_COLUMNS] : [])]);
  for (const [k, chunk] of log.chunks.entries()) {
    const rows = Math.min(LOG_ROWS, log.rows - k * LOG_ROWS);
    const lines: string[] = [];
    for (let i = 0; i < rows; i++) {
      const more = opens ? [parentOf(log, chunk.parent?.[i] ?? -1, names), ...ownersOf(chunk, i)] : [];
      const stage = stages === null ? [] : [printable(stages[chunk.standsIn?.[i] ?? -1] ?? '')];
      lines.push(csvLine([...itemCells(chunk, i, names, classes, telling), ...stage, ...more]));
    }
    yield lines.join('');
  }
}

/** As a journal names it: source, number, and which call of the customer after the first. */
function parentOf(log: ItemLog, row: number, {sources}: Names): string {
  const chunk = log.chunks[row >>> 16];
  if (row < 0 || chunk === undefined) return '';
  const at = row & (LOG_ROWS - 1);
  const redial = chunk.redial[at] ?? 0;
  return printable(`${sources[chunk.source[at] ?? -1]}.${chunk.number[at]}${redial > 0 ? `#${redial + 1}` : ''}`);
}

function ownersOf({owners}: LogChunk, i: number): (number | null)[] {
  const width = OWNER_COLUMNS.length;
  return OWNER_COLUMNS.map((_, k) => seconds(owners?.[i * width + k] ?? Number.NaN));
}

function itemCells(
  chunk: LogChunk,
  i: number,
  names: Names,
  classes: ReportClasses,
  {localTime, idOf}: Telling,
): (string | number | null | undefined)[] {
  const reportClass = chunk.reportClass[i] ?? 0;
  const process = classes.process[reportClass] ?? 0;
  const name = (list: readonly string[], index: number | undefined) => printable(list[index ?? -1] ?? '');
  const endedMs = chunk.endedMs[i] ?? Number.NaN;
  const wrapUpMs = chunk.outcome[i] === OUTCOME.completed ? (chunk.wrapUpMs[i] ?? 0) : Number.NaN;
  return [
    name(names.sources, chunk.source[i]),
    chunk.number[i],
    printable(idOf(chunk.source[i] ?? -1, chunk.number[i] ?? -1)),
    chunk.redial[i],
    name(names.channels, classes.channel[reportClass]),
    name(names.processes, process),
    name(names.rules, chunk.rule[i]),
    localTime(chunk.arrivedMs[i] ?? Number.NaN).slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
    OUTCOME_NAMES.get(chunk.outcome[i] ?? -1) ?? '',
    chunk.stage[i] === -1 ? 'preferred agent' : name(names.targets[process] ?? [], chunk.stage[i]),
    name(names.agents, chunk.agent[i]),
    chunk.priority[i],
    chunk.missedOffers[i],
    chunk.visits[i],
    ...[chunk.arrivedMs[i], chunk.dueMs[i], chunk.answeredMs[i], endedMs, endedMs + wrapUpMs].map(seconds),
  ];
}

const seconds = (ms: number | undefined): number | null => (ms === undefined ? null : ms / 1000);
