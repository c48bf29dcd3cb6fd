import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';

/** `groups.csv`: a line for each interval and group of agents. */
export function groupsCsv(results: Results): string {
  const {start, groups} = results.intervals;
  const lines = [csvLine(['start', 'group', 'on_duty', 'busy', 'paid', 'occupancy', 'occupancy_half_width'])];
  for (const [i, at] of start.entries())
    for (const row of groups)
      lines.push(
        csvLine([
          at,
          printable(row.group),
          row.onDutyAgents[i],
          row.busyAgents[i],
          row.paidAgents[i],
          row.occupancy[i],
          row.occupancyHalfWidth[i],
        ]),
      );
  return lines.join('');
}
