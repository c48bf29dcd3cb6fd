import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, percent} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** Which group took the items of each process. */
export function takenByTable(results: Results): Table | null {
  const rows = results.takenBy ?? [];
  if (rows.length === 0) return null;
  const answered = new Map<string, number>();
  for (const row of rows) answered.set(row.process, (answered.get(row.process) ?? 0) + row.answered);
  return {
    key: 'taken-by',
    title: 'Who took it: answered by group',
    columns: [left('process', 26), left('group', 30), right('answered', 12), right('share', 12)],
    rows: rows.map((row) => {
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
