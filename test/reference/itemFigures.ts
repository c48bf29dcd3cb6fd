/** Figures that need the items one by one, from the log of a replication. */
import {BusinessClock} from '../../src/calendar/index.ts';
import {type ItemLog, LOG_ROWS, type LogChunk, OUTCOME} from '../../src/measure/itemLog.ts';
import type {Ratio} from '../../src/measure/metric.ts';
import type {Run} from './figures.ts';

/** Rows of the log that are of the counted time. */
function* counted({model, log}: Run): Generator<readonly [LogChunk, number]> {
  const {warmUpMs, untilMs, coolDownMs} = model.horizon;
  for (const [chunk, row] of rowsOf(log)) {
    const arrived = chunk.arrivedMs[row];
    if (arrived >= warmUpMs && arrived < untilMs - coolDownMs) yield [chunk, row];
  }
}

export function* rowsOf(log: ItemLog | null): Generator<readonly [LogChunk, number]> {
  for (let row = 0; log !== null && row < log.rows; row++) {
    const chunk = log.chunks[Math.floor(row / LOG_ROWS)];
    yield [chunk, row % LOG_ROWS];
  }
}

/** Time from arrival to completion of completed items of a class, on the clock of its process, in seconds. */
export function completion(run: Run, id: string): Ratio {
  const {model} = run;
  const source = model.names.sources.indexOf(id);
  const clock = new BusinessClock(model.clocks[model.processes.clock[model.names.processes.indexOf(id)]]);
  let [sum, completed] = [0, 0];
  for (const [chunk, row] of counted(run)) {
    if (chunk.source[row] !== source || chunk.outcome[row] !== OUTCOME.completed) continue;
    completed++;
    sum += clock.at(chunk.endedMs[row]) - clock.at(chunk.arrivedMs[row]);
  }
  return [sum / 1000, completed];
}

/** Time of items being handled by a group inside the counted time; of one channel, or of any. */
export function activeMs({model, log, replication}: Run, group: string, channel: string | null): number {
  const {names, roster, reporting} = model;
  const {countFromMs, countToMs, endMs} = replication;
  let sum = 0;
  for (const [chunk, row] of rowsOf(log)) {
    const agent = chunk.agent[row];
    if (agent < 0 || names.groups[roster.group[agent]] !== group) continue;
    if (channel !== null && names.channels[reporting.classes.channel[chunk.reportClass[row]]] !== channel) continue;
    const from = Math.max(chunk.answeredMs[row], countFromMs);
    const ended = chunk.endedMs[row];
    const to = Math.min(Number.isNaN(ended) ? endMs : ended, countToMs);
    if (to > from) sum += to - from;
  }
  return sum;
}
