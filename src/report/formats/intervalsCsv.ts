import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Estimate, IntervalRow, Results} from '../../measure/results.ts';

const NONE: Estimate = {value: null, halfWidth: null};

/** Column by column: means per replication; ratios 0 to 1; durations in seconds. */
const COLUMNS: readonly (readonly [string, (row: IntervalRow, i: number) => number | null | undefined])[] = [
  ['offered', (row, i) => row.offered[i]],
  ['answered', (row, i) => row.answered[i]],
  ['abandoned', (row, i) => row.abandoned[i]],
  ['rejected', (row, i) => row.rejected[i]],
  ['service_level', (row, i) => (row.serviceLevel[i] ?? NONE).value],
  ['service_level_half_width', (row, i) => (row.serviceLevel[i] ?? NONE).halfWidth],
  ['sla_attainment', (row, i) => (row.slaAttainment[i] ?? NONE).value],
  ['sla_attainment_half_width', (row, i) => (row.slaAttainment[i] ?? NONE).halfWidth],
  ['judged_due', (row, i) => row.judgedDue?.[i]],
  ['mean_wait_s', (row, i) => row.meanWaitSeconds[i]],
  ['backlog_not_started', (row, i) => row.backlogNotStarted[i]],
  ['backlog_in_hand', (row, i) => row.backlogInHand[i]],
  ['backlog_overdue', (row, i) => row.backlogOverdue[i]],
  ['backlog_half_width', (row, i) => row.backlogHalfWidth[i]],
  ['handled_s', (row, i) => row.handledSeconds[i]],
];

/** `intervals.csv`: a line for each interval, process and channel. */
export function intervalsCsv(results: Results): string {
  const {start, rows} = results.intervals;
  const lines = [csvLine(['start', 'process', 'channel', ...COLUMNS.map(([name]) => name)])];
  for (const [i, at] of start.entries())
    for (const row of rows)
      lines.push(
        csvLine([at, printable(row.process), printable(row.channel), ...COLUMNS.map(([, value]) => value(row, i))]),
      );
  return lines.join('');
}
