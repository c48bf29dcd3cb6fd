import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import {type ItemLog, LOG_ROWS} from '../../measure/itemLog.ts';
import {VISIT_END, VISIT_ROWS, type VisitChunk} from '../../measure/visitLog.ts';
import type {Model} from '../../model/model.ts';
import type {Telling} from './itemsCsv.ts';

const HEADER = [
  'source',
  'number',
  'id',
  'redial',
  'visit',
  'process',
  'target',
  'agent',
  'outcome',
  'from_s',
  'handled_until_s',
  'wrapped_up_s',
] as const;

/**
 * `visits.csv`: a line for each time an item of one replication was in an agent's hands, in order of their beginnings: which
 * visit of the item, in which process, through which target, with whom, what became of it (an outcome of handling, or
 * `canceled`; empty: still in hand), and its instants in seconds since the scenario starts. The items are those of
 * items.csv. Part by part.
 */
export function* visitsCsv(log: ItemLog, model: Model, {idOf}: Telling): Generator<string> {
  yield csvLine([...HEADER]);
  for (const [k, chunk] of log.visits.chunks.entries()) {
    const rows = Math.min(VISIT_ROWS, log.visits.rows - k * VISIT_ROWS);
    const lines: string[] = [];
    for (let i = 0; i < rows; i++) lines.push(visitLine(log, chunk, i, model, idOf));
    yield lines.join('');
  }
}

function visitLine(log: ItemLog, chunk: VisitChunk, i: number, model: Model, idOf: Telling['idOf']): string {
  const {names} = model;
  const row = chunk.item[i] ?? -1;
  const items = log.chunks[row >>> 16];
  const at = row & (LOG_ROWS - 1);
  const source = items?.source[at] ?? -1;
  const number = items?.number[at] ?? -1;
  const process = chunk.process[i] ?? -1;
  const target = chunk.target[i] ?? -1;
  const handledMs = chunk.handledMs[i] ?? Number.NaN;
  return csvLine([
    printable(names.sources[source] ?? ''),
    number,
    printable(idOf(source, number)),
    items?.redial[at],
    chunk.visit[i],
    printable(names.processes[process] ?? ''),
    target < 0 ? 'preferred agent' : printable(names.targets[process]?.[target] ?? ''),
    printable(names.agents[chunk.agent[i] ?? -1] ?? ''),
    visitOutcome(chunk.outcome[i] ?? VISIT_END.inHand, model),
    (chunk.fromMs[i] ?? Number.NaN) / 1000,
    handledMs / 1000,
    (handledMs + (chunk.wrapUpMs[i] ?? Number.NaN)) / 1000,
  ]);
}

/** What became of a visit, by its number in the visit log; empty: still in hand. */
export function visitOutcome(outcome: number, {life}: Model): string {
  if (outcome === VISIT_END.inHand) return '';
  if (outcome === VISIT_END.canceled) return 'canceled';
  return life?.outcomes[outcome]?.kind ?? 'complete';
}
