import type {Results} from '../../measure/results.ts';
import {balanceLine} from '../balance.ts';
import {horizonLine, replicationsLine, uncountedLine} from '../heading.ts';
import {goalsTable} from '../tables/goals.ts';
import {groupsTable} from '../tables/groups.ts';
import {lateTimeTable} from '../tables/lateTime.ts';
import {dispositionsTable, leadsTable, leadTargetsTable} from '../tables/leads.ts';
import {milestoneDaysTable, milestonesTable} from '../tables/milestones.ts';
import {probesTable} from '../tables/probes.ts';
import {recordedTable} from '../tables/recorded.ts';
import {rulesTable} from '../tables/rules.ts';
import {flowsTable, processFlowsTable, stagesTable} from '../tables/stages.ts';
import type {Table} from '../tables/table.ts';
import {takenByTable} from '../tables/takenBy.ts';
import {targetsTable} from '../tables/targets.ts';
import {volumeTable} from '../tables/volume.ts';
import {waitsTable} from '../tables/waits.ts';
import {type Drawing, figureHtml} from './figure.ts';
import {htmlText} from './htmlText.ts';
import {STYLE} from './style.ts';
import {tableHtml} from './tables.ts';
import {verdictsHtml} from './verdicts.ts';
import {warningsHtml} from './warnings.ts';

/**
 * `report.html`: one page that needs nothing else, no network and no script. Verdicts first, then tables, charts,
 * what the result may be wrong about, and what every number means.
 */
export function reportPage(results: Results, drawings: readonly Drawing[]): string {
  const name = htmlText(results.scenario.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${name} \u2013 Preroute</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p>${[horizonLine(results), replicationsLine(results), uncountedLine(results)]
    .filter((line) => line !== '')
    .map(htmlText)
    .join('<br>')}</p>
${verdictsHtml(results)}
${navigation(drawings)}
</header>
<main>
${body(results, drawings)}
</main>
<footer>
<p>Preroute ${htmlText(results.version)}, scenario ${htmlText(results.scenario.hash)}. The numbers behind this page are in summary.json, intervals.csv, groups.csv and agents.csv beside it.</p>
</footer>
</body>
</html>
`;
}

function body(results: Results, drawings: readonly Drawing[]): string {
  const table = (value: Table | null) => (value === null ? '' : tableHtml(value));
  const goals = goalsTable(results);
  return [
    goals ? tableHtml(goals, ([verdict = '']) => verdict.split(' ')[0] ?? '') : '',
    table(volumeTable(results)),
    table(waitsTable(results)),
    table(lateTimeTable(results)),
    table(leadsTable(results)),
    table(milestonesTable(results)),
    table(milestoneDaysTable(results)),
    table(groupsTable(results)),
    table(processFlowsTable(results)),
    table(stagesTable(results)),
    results.recorded ? `${table(recordedTable(results))}<p>${htmlText(results.recorded.sentence)}</p>` : '',
    `<section id="balance"><h2>Balance</h2><p>${htmlText(balanceLine(results))}</p></section>`,
    warningsHtml(results),
    drawings.length > 0 ? `<h2 id="charts">Charts</h2>\n${drawings.map(figureHtml).join('\n')}` : '',
    table(flowsTable(results)),
    table(leadTargetsTable(results)),
    table(dispositionsTable(results)),
    table(targetsTable(results)),
    table(takenByTable(results)),
    table(rulesTable(results)),
    table(probesTable(results)),
    definitions(results),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function navigation(drawings: readonly Drawing[]): string {
  if (drawings.length === 0) return '';
  const links = drawings.map(({key, title}) => `<a href="#chart-${htmlText(key)}">${htmlText(title)}</a>`);
  return `<nav aria-label="Charts">${links.join(' ')}</nav>`;
}

function definitions(results: Results): string {
  const entries = Object.values(results.metrics).map(
    ({label, definition}) => `<dt>${htmlText(label)}</dt><dd>${htmlText(definition)}</dd>`,
  );
  return `<section id="definitions"><h2>What the numbers mean</h2><dl>${entries.join('\n')}</dl></section>`;
}
