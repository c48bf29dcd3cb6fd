import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';

/**
 * `stages.csv`: a line for each process and stage in which its items stood: its status, how often it was entered and
 * left (what it was not, stands there at the end), the seconds of all stays that ended and of one with its half width.
 */
export function stagesCsv({stages}: Results): string | null {
  if (stages === undefined) return null;
  const statusOf = new Map(stages.names.map(({stage, status}) => [stage, status]));
  const header = ['process', 'stage', 'status', 'entered', 'left', 'stayed_s', 'mean_stay_s', 'mean_stay_half_width_s'];
  return [
    csvLine(header),
    ...stages.rows.map(({process, stage, entered, left, seconds, meanSeconds}) =>
      csvLine([
        printable(process),
        printable(stage),
        statusOf.get(stage) ?? '',
        entered,
        left,
        seconds,
        meanSeconds.value,
        meanSeconds.halfWidth,
      ]),
    ),
  ].join('');
}

/** `flows.csv`: a line for each process and pair of stages that follow one another: how many items went so. */
export function flowsCsv({stages}: Results): string | null {
  if (stages === undefined) return null;
  return [
    csvLine(['process', 'from', 'to', 'items']),
    ...stages.flows.map(({process, from, to, items}) =>
      csvLine([printable(process), printable(from), printable(to), items]),
    ),
  ].join('');
}

/** `process-flows.csv`: a line for each pair of processes and way (transfer, …) in which items went from one to the other. */
export function processFlowsCsv({processFlows}: Results): string | null {
  if (processFlows === undefined) return null;
  return [
    csvLine(['from', 'to', 'by', 'items']),
    ...processFlows.map(({from, to, by, items}) => csvLine([printable(from), printable(to), by, items])),
  ].join('');
}
