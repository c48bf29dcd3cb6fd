import {cell, table} from './table.mjs';

const UNITS = {
  text: 'text',
  number: 'number',
  items: 'items',
  agents: 'agents',
  seconds: 'seconds',
  ratio: 'share, 0 to 1',
};

/** docs/reports.md: every named report and column, out of the register the program writes them from. */
export function reportsPage(reports) {
  if (reports.length === 0) throw new Error('no reports to write of');
  return `${[
    '# The reports by their names',
    '<!-- Made by `npm run docs` out of src/report/named: change the texts there, or in docs/make/reports.mjs. -->',
    INTRODUCTION,
    table(
      ['report', 'file'],
      reports.map(({key, title}) => [`[${title}](#${anchor(title)})`, `\`reports/${key}.csv\``]),
    ),
    ...reports.map(entry),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `What iWD dashboards, Pulse and their kin show under these names, of a rehearsal. \`preroute run … --items\` writes them all:

\`\`\`sh
npx preroute run scenarios/back-office/scenario.yaml --items
\`\`\`

They tell the first replication item by item, as a month would have been told: whole items, no intervals of confidence. What holds over
all replications is in \`summary.json\`, \`intervals.csv\`, \`groups.csv\` and \`agents.csv\`. Each report is a section of \`report.html\` and a CSV
in \`reports/\`, the two of a row an item or assignment a Parquet file beside it; one that has nothing to tell is left out. Rejected items
are in none of them.

Times are local to the scenario, durations are seconds by the clock on the wall. An empty cell is what did not happen. Text that a
spreadsheet would run as a formula has an apostrophe before it.`;

function entry({title, doc, columns}) {
  return [
    `## ${title}`,
    doc,
    table(
      ['column', 'unit', 'meaning'],
      columns.map(({name, unit, doc: meaning}) => [`\`${name}\``, UNITS[unit], cell(meaning)]),
    ),
  ].join('\n\n');
}

const anchor = (title) => title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-');
