import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, percent} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** Which group took the items of each process. */
export function takenByTable(results: Results): Table | null {
  const rows = results.takenBy ?? [];
  if (rows.length === 0) return null;
  const answered = new Map<string, number>();
  const byGroup = new Map<string, {readonly process: string; readonly group: string; answered: number}>();
  for (const {process, group, answered: count} of rows) {
    answered.set(process, (answered.get(process) ?? 0) + count);
    const key = JSON.stringify([process, group]);
    const row = byGroup.get(key) ?? {process, group, answered: 0};
    row.answered += count;
    byGroup.set(key, row);
  }
  return {
    key: 'taken-by',
    title: 'Who took it: answered by group',
    columns: [left('process', 26), left('group', 30), right('answered', 12), right('share', 12)],
    rows: [...byGroup.values()].map((row) => {
      const all = answered.get(row.process) ?? 0;
      return [
        printable(row.process),
        printable(row.group),
        amount(row.answered),
        percent(all > 0 ? row.answered / all : null),
      ];
    }),
  };
}
