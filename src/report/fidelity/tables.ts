import type {Beside, Calibration, Nearness} from '../../experiment/index.ts';
import {waitError} from '../../experiment/index.ts';
import type {RecordedFigures} from '../../measure/results.ts';
import {amount, NOTHING, percent, span} from '../quantities.ts';
import {recordedTable} from '../tables/recorded.ts';
import {left, right, type Table} from '../tables/table.ts';
import type {FidelityReport} from './fidelityReport.ts';

/** Every table of the fidelity report, in the order of reading. */
export function fidelityTables(report: FidelityReport): Table[] {
  const recorded = recordedTable(report.results);
  return [
    nearnessTable(report),
    ...(report.calibration === null ? [] : [calibrationTable(report.calibration)]),
    doubtsTable(report),
    daysTable(report),
    ...hoursTable(report),
    ...(recorded === null ? [] : [recorded]),
  ];
}

/** What is said of a set of days. */
const CELLS: readonly [name: string, cell: (nearness: Nearness) => string][] = [
  ['mean wait of answered', ({wait}) => besideText(wait, span)],
  ['error of the mean wait', (nearness) => signedPercent(waitError(nearness))],
  ['within the limit', ({within}) => besideText(within, percent)],
  ['abandonment', ({abandonment}) => besideText(abandonment, percent)],
  ['correlation of days', ({correlation}) => correlation?.toFixed(3) ?? NOTHING],
  ['days', ({days}) => String(days)],
  ['contacts', ({offered}) => amount(offered)],
];

function nearnessTable({nearness, calibration}: FidelityReport): Table {
  return {
    key: 'nearness',
    title: calibration ? 'Simulated / recorded, on the days held out' : 'Simulated / recorded, all days',
    columns: [left('', 30), right('', 22)],
    rows: CELLS.map(([name, cell]) => [name, cell(nearness)]),
  };
}

function calibrationTable({before, after, fitted, judged, simulations}: Calibration): Table {
  const numbers = Object.keys(before).map((name) => [name, ...[before, after].map((of) => plain(of[name])), '', '']);
  const sides = [fitted.before, fitted.after, judged.before, judged.after];
  const shown = CELLS.map(([name, cell]) => [name, ...sides.map(cell)]);
  return {
    key: 'calibration',
    title: 'Calibration',
    columns: [
      left('', 24),
      right('fitted\nbefore', 14),
      right('fitted\nafter', 14),
      right('held out\nbefore', 14),
      right('held out\nafter', 14),
    ],
    rows: [...numbers, ...shown],
    note: `${simulations} simulations. Numbers of the first rows: before and after.`,
  };
}

const plain = (value: number | undefined) => (value === undefined ? NOTHING : String(Number(value.toFixed(2))));

function doubtsTable({doubts}: FidelityReport): Table {
  return {
    key: 'doubts',
    title: 'Where it is off, the likely cause, and what to try',
    columns: [left('where', 24), left('likely cause', 34), left('try', 22)],
    rows: doubts.map(({where, cause, tries}) => [where, cause, tries]),
  };
}

const COLUMNS = [
  right('contacts', 9),
  right('recorded', 9),
  right('simulated', 10),
  right('within', 15),
  right('abandoned', 15),
];

function daysTable({results, calibration}: FidelityReport): Table {
  return {
    key: 'days',
    title: 'Mean wait of answered, by day',
    columns: [left('day', 22), ...COLUMNS],
    rows: (results.recorded?.byDay ?? []).map(({day, offered, recorded, simulated}, i) => [
      `${day}${calibration ? (i % 2 === 0 ? ', fitted' : ', held out') : ''}`,
      amount(offered),
      span(recorded.meanWaitAnsweredSeconds),
      span(simulated.meanWaitAnsweredSeconds),
      pair(recorded, simulated, 'within'),
      pair(recorded, simulated, 'abandonment'),
    ]),
  };
}

function hoursTable({results: {recorded}}: FidelityReport): Table[] {
  if (!recorded || recorded.byHourOfDay.length === 0) return [];
  const offered = (hour: number) =>
    recorded.byInterval
      .filter(({start}) => Number(start.slice(11, 13)) === hour)
      .reduce((sum, {recordedOffered}) => sum + recordedOffered, 0);
  return [
    {
      key: 'hours',
      title: 'Mean wait, by hour of the day',
      columns: [left('hour', 22), ...COLUMNS],
      rows: recorded.byHourOfDay.map((row) => [
        `${String(row.hour).padStart(2, '0')}:00`,
        amount(offered(row.hour)),
        span(row.recordedMeanWaitSeconds),
        span(row.simulatedMeanWaitSeconds),
        `${percent(row.simulatedWithin)} / ${percent(row.recordedWithin)}`,
        `${percent(row.simulatedAbandonment)} / ${percent(row.recordedAbandonment)}`,
      ]),
    },
  ];
}

const pair = (recorded: RecordedFigures, simulated: RecordedFigures, key: 'within' | 'abandonment') =>
  `${percent(simulated[key])} / ${percent(recorded[key])}`;

const besideText = (beside: Beside | null, text: (value: number | null) => string) =>
  beside === null ? NOTHING : `${text(beside.simulated)} / ${text(beside.recorded)}`;

function signedPercent(error: number | null): string {
  if (error === null) return NOTHING;
  return `${error > 0 ? '+' : ''}${(100 * error).toFixed(1)}%`;
}
