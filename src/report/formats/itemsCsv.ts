import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import {type ItemLog, LOG_ROWS, type LogChunk, OUTCOME} from '../../measure/itemLog.ts';
import type {Results} from '../../measure/results.ts';
import type {Names} from '../../model/model.ts';
import type {ReportClasses} from '../../model/reporting.ts';

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
  'arrived_s',
  'due_s',
  'answered_s',
  'ended_s',
  'wrapped_up_s',
] as const;

const OUTCOMES = new Map<number, string>([
  [OUTCOME.waiting, 'waiting'],
  [OUTCOME.inHand, 'in hand'],
  [OUTCOME.completed, 'completed'],
  [OUTCOME.abandoned, 'abandoned'],
  [OUTCOME.rejected, 'rejected'],
]);

type IdOf = (source: number, number: number) => string;

/**
 * `items.csv`: a line an item of one replication in order of creation: where it went, who took it through which target,
 * its priority then, and its instants in seconds since the scenario starts (`arrived` also in local time). `idOf`: what
 * a log calls the item of a source and number.
 */
export function itemsCsv(log: ItemLog, names: Names, classes: ReportClasses, results: Results, idOf: IdOf): string {
  const parts = [csvLine([...HEADER])];
  const localTime = localTimes(results);
  for (const [k, chunk] of log.chunks.entries()) {
    const rows = Math.min(LOG_ROWS, log.rows - k * LOG_ROWS);
    const lines: string[] = [];
    for (let i = 0; i < rows; i++) lines.push(itemLine(chunk, i, names, classes, localTime, idOf));
    parts.push(lines.join(''));
  }
  return parts.join('');
}

function itemLine(
  chunk: LogChunk,
  i: number,
  names: Names,
  classes: ReportClasses,
  localTime: (ms: number) => string,
  idOf: IdOf,
): string {
  const reportClass = chunk.reportClass[i] ?? 0;
  const process = classes.process[reportClass] ?? 0;
  const name = (list: readonly string[], index: number | undefined) => printable(list[index ?? -1] ?? '');
  const endedMs = chunk.endedMs[i] ?? Number.NaN;
  const wrapUpMs = chunk.outcome[i] === OUTCOME.completed ? (chunk.wrapUpMs[i] ?? 0) : Number.NaN;
  return csvLine([
    name(names.sources, chunk.source[i]),
    chunk.number[i],
    printable(idOf(chunk.source[i] ?? -1, chunk.number[i] ?? -1)),
    chunk.redial[i],
    name(names.channels, classes.channel[reportClass]),
    name(names.processes, process),
    name(names.rules, chunk.rule[i]),
    localTime(chunk.arrivedMs[i] ?? Number.NaN),
    OUTCOMES.get(chunk.outcome[i] ?? -1) ?? '',
    chunk.stage[i] === -1 ? 'preferred agent' : name(names.targets[process] ?? [], chunk.stage[i]),
    name(names.agents, chunk.agent[i]),
    chunk.priority[i],
    chunk.missedOffers[i],
    ...[chunk.arrivedMs[i], chunk.dueMs[i], chunk.answeredMs[i], endedMs, endedMs + wrapUpMs].map(seconds),
  ]);
}

const seconds = (ms: number | undefined): number | null => (ms === undefined ? null : ms / 1000);

/** Local date-time inside the horizon, to the second: clocks change where intervals begin, never inside one. */
function localTimes({intervals, horizon}: Results): (ms: number) => string {
  const {start, startMs} = intervals;
  const widthMs = horizon.intervalSeconds * 1000;
  return (ms) => {
    const i = Math.floor((ms - (startMs[0] ?? 0)) / widthMs);
    const begins = /T(\d\d):(\d\d)/.exec(start[i] ?? '');
    if (!begins) return '';
    const after = Math.floor((ms - (startMs[i] ?? 0)) / 1000) + Number(begins[1]) * 3600 + Number(begins[2]) * 60;
    const two = (value: number) => String(value).padStart(2, '0');
    return `${start[i]?.slice(0, 10)}T${two(Math.floor(after / 3600))}:${two(Math.floor(after / 60) % 60)}:${two(after % 60)}`;
  };
}
