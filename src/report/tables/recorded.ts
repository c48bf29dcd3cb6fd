import {printable} from '../../language/show.ts';
import type {RecordedFigures, Results} from '../../measure/results.ts';
import {amount, percent, span} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** A process by its name alone, but for one called like the row of all. */
export const recordedScope = (scope: string): string =>
  scope === 'process everything' ? scope : scope.replace(/^process /, '');

/** What the log says happened above what the simulation made of the same arrivals. */
export function recordedTable(results: Results): Table | null {
  if (!results.recorded) return null;
  const within = results.recorded.rows[0]?.recorded.withinSeconds ?? null;
  const figures = (of: RecordedFigures) => [
    span(of.meanWaitSeconds),
    ...[0, 1, 2].map((i) => span(of.waitQuantilesSeconds[i] ?? null)),
    percent(of.within),
    percent(of.abandonment),
  ];
  return {
    key: 'recorded',
    title: 'Simulated against recorded',
    columns: [
      left('of', 19),
      left('', 10),
      right('offered', 8),
      right('mean', 7),
      right('50%', 7),
      right('90%', 7),
      right('95%', 7),
      right(within === null ? 'within' : `≤${span(within)}`, 7),
      right('abandon', 8),
    ],
    rows: results.recorded.rows.flatMap((row) => [
      [printable(recordedScope(row.scope)), 'recorded', amount(row.offered), ...figures(row.recorded)],
      ['', 'simulated', '', ...figures(row.simulated)],
    ]),
  };
}
