import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, estimated} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** How busy each group was. */
export function groupsTable(results: Results): Table {
  const most = new Map(
    results.intervals.groups.map((row) => [row.group, row.onDutyAgents.reduce((a, b) => Math.max(a, b), 0)]),
  );
  return {
    key: 'groups',
    title: 'Agents',
    columns: [left('group', 36), right('most on duty', 14), right('occupancy', 15), right('utilization', 15)],
    rows: Object.entries(results.group).map(([group, values]) => [
      printable(group),
      amount(most.get(group) ?? null),
      estimated(values.occupancy, 'ratio'),
      estimated(values.utilization, 'ratio'),
    ]),
    note: 'Occupancy: busy ÷ (busy + ready). Utilization: busy ÷ paid.',
  };
}
