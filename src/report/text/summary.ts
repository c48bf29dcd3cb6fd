import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {balanceLine} from '../balance.ts';
import {horizonLine, replicationsLine, uncountedLine} from '../heading.ts';
import {pad} from '../names.ts';
import {groupsTable} from '../tables/groups.ts';
import {lateTimeTable} from '../tables/lateTime.ts';
import {leadsTable} from '../tables/leads.ts';
import {milestonesTable} from '../tables/milestones.ts';
import {recordedTable} from '../tables/recorded.ts';
import {processFlowsTable, stagesTable} from '../tables/stages.ts';
import type {Table} from '../tables/table.ts';
import {volumeTable} from '../tables/volume.ts';
import {waitsTable} from '../tables/waits.ts';
import {goalLines} from './goals.ts';
import {paragraph, SUMMARY_WIDTH, tableLines} from './lines.ts';
import type {Style} from './style.ts';
import {warningLines} from './warnings.ts';

/** Recorded and simulated take a row each. */
const MOST_RECORDED_ROWS = 16;

/**
 * The summary for the terminal: no line wider than 80 columns, readable without colour. `outcome` is what else there
 * is to say at the end, such as where the charts are.
 */
export function textSummary(results: Results, style: Style, outcome: readonly string[] = []): string {
  const width = SUMMARY_WIDTH;
  const version = `Preroute ${results.version}`;
  const name = pad(printable(results.scenario.name), width - version.length - 1);
  const tables = [volumeTable(results), waitsTable(results), groupsTable(results)].concat(
    lateTimeTable(results) ?? [],
    milestonesTable(results) ?? [],
    leadsTable(results) ?? [],
    processFlowsTable(results) ?? [],
  );
  const stages = stagesTable(results);
  const recorded = recordedTable(results);
  const sections = [
    [
      `${style.heading(name)} ${version}`,
      pad(horizonLine(results), width).trimEnd(),
      ...[replicationsLine(results), uncountedLine(results)].filter((line) => line !== ''),
    ],
    ...tables.map((table) => tableLines(table, style)),
    stages === null ? [] : tableLines(stages, style),
    ...(recorded && results.recorded
      ? [
          [
            ...tableLines(shortened(recorded, MOST_RECORDED_ROWS), style),
            ...paragraph('', printable(results.recorded.sentence), width, 0),
          ],
        ]
      : []),
    goalLines(results, style, width),
    warningLines(results, style, width),
    paragraph('Balance: ', balanceLine(results), width, 9),
    outcome.flatMap((line) => paragraph('', printable(line), width, 2)),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

/** The first rows, and how many there are more: the page has them all. */
function shortened(table: Table, most: number): Table {
  const left = table.rows.length - most;
  if (left <= 0) return table;
  return {...table, rows: [...table.rows.slice(0, most), [`and ${left} rows more`]]};
}
