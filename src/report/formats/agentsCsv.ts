import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';

/** `agents.csv`: a line an agent, means per replication, seconds. */
export function agentsCsv(results: Results): string {
  const header = [
    'agent',
    'group',
    'answered',
    'missed',
    'on_duty_s',
    'busy_s',
    'ready_s',
    'ringing_s',
    'resting_s',
    'not_ready_s',
    'overtime_s',
    'occupancy',
  ];
  const lines = results.agents.map((row) =>
    csvLine([
      printable(row.agent),
      printable(row.group),
      row.answered,
      row.missed,
      row.onDutySeconds,
      row.busySeconds,
      row.readySeconds,
      row.ringingSeconds,
      row.restingSeconds,
      row.notReadySeconds,
      row.overtimeSeconds,
      row.occupancy,
    ]),
  );
  return csvLine(header) + lines.join('');
}
