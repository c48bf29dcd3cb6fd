import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, percent, span} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** Which target took the items of each process. */
export function targetsTable(results: Results): Table | null {
  if (results.targets.length === 0) return null;
  const answered = new Map<string, number>();
  for (const row of results.targets) answered.set(row.process, (answered.get(row.process) ?? 0) + row.answered);
  return {
    key: 'targets',
    title: 'Who took it: answered by target',
    columns: [
      left('process', 18),
      left('target', 34),
      right('answered', 10),
      right('share', 8),
      right('mean wait', 10),
    ],
    rows: results.targets.map((row) => {
      const all = answered.get(row.process) ?? 0;
      return [
        printable(row.process),
        printable(row.target),
        amount(row.answered),
        percent(all > 0 ? row.answered / all : null),
        span(row.meanWaitSeconds),
      ];
    }),
  };
}
