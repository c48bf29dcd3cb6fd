import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';

/** What he has of his own, not in hand: mean items, where anything is parked or put into inboxes. */
const PERSONAL = ['parked', 'workbin_items', 'workbin_items_end', 'assigned', 'inbox_items', 'inbox_items_end'];

function personalOf({personal}: Results, agent: number): (number | null)[] {
  if (!personal) return [];
  const row = personal.agents[agent];
  if (row === undefined) return PERSONAL.map(() => null);
  return [row.parked, row.workbinItems, row.workbinAtEnd, row.assigned, row.inboxItems, row.inboxAtEnd];
}

/** `agents.csv`: a line an agent, means per replication, seconds; at the end a column for each reason to rest. */
export function agentsCsv(results: Results): string {
  const reasons = [...new Set(results.agents.flatMap((row) => Object.keys(row.restingSecondsByReason ?? {})))];
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
    ...(results.personal ? PERSONAL : []),
    ...reasons.map((reason) => `resting_s ${printable(reason)}`),
  ];
  const lines = results.agents.map((row, agent) =>
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
      ...personalOf(results, agent),
      ...reasons.map((reason) => row.restingSecondsByReason?.[reason] ?? 0),
    ]),
  );
  return csvLine(header) + lines.join('');
}
