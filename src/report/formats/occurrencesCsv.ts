import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import {type ItemLog, LOG_ROWS, type Occurrence} from '../../measure/itemLog.ts';
import type {Model} from '../../model/model.ts';
import type {Telling} from './itemsCsv.ts';

const HEADER = [
  'source',
  'number',
  'id',
  'redial',
  'process',
  'milestone',
  'occurrence',
  'target',
  'outcome',
  'start_s',
  'target_s',
  'warned_s',
  'violated_s',
  'ended_s',
  'left_s',
] as const;

/**
 * `occurrences.csv`: a line for each occurrence of a milestone of one replication, in the order in which they started: its
 * instants in seconds since the scenario starts (`target` also in local time), what became of it (met, late, missed,
 * withdrawn; at the end open or overdue), and the time left on its clock then, negative beyond the target. Line by
 * line, as there may be many.
 */
export function* occurrencesCsv(log: ItemLog, {life, names}: Model, telling: Telling): Generator<string> {
  const {rows, names: milestones} = life?.milestones ?? {rows: [], names: []};
  const process = (row: number) => names.processes[rows[row].process];
  yield csvLine([...HEADER]);
  for (const one of log.occurrences)
    yield csvLine(
      [
        ...itemCells(log, one.item, names.sources, telling),
        process(one.milestone),
        milestones[one.milestone],
        ...cells(one, telling),
      ].map((cell) => (typeof cell === 'string' ? printable(cell) : cell)),
    );
}

function itemCells(log: ItemLog, item: number, sources: readonly string[], {idOf}: Telling) {
  const chunk = log.chunks[item >>> 16];
  const at = item & (LOG_ROWS - 1);
  const [source, number] = [chunk.source[at], chunk.number[at]];
  return [sources[source], number, idOf(source, number), chunk.redial[at]];
}

function cells(one: Occurrence, {localTime}: Telling) {
  const seconds = (ms: number | undefined) => (ms === undefined || !Number.isFinite(ms) ? null : ms / 1000);
  const target = Number.isFinite(one.targetMs) ? localTime(one.targetMs).slice(0, 'yyyy-mm-ddThh:mm:ss'.length) : '';
  const instants = [one.startMs, one.targetMs, one.warnedMs, one.violatedMs, one.endedMs, one.leftMs];
  return [one.number, target, one.outcome, ...instants.map(seconds)];
}
