import {formatDuration} from '../language/duration.ts';
import type {Findings, LogFindings} from './findings.ts';
import {orderText} from './order/orderText.ts';
import {remarksIn} from './remarks.ts';
import {ROLE_NAMES, ROLES} from './roles.ts';

/** What was read out of a log and what was assumed, for whoever opens the folder. */
export function readmeText(findings: Findings): string {
  return [
    heading(findings),
    columnsTable(findings),
    ...findings.logs.map((log) => contents(log, findings)),
    orderText(findings.order, findings.credit),
    assumptions(findings),
    remarks(findings),
  ].join('\n');
}

function heading({options, logs, spells}: Findings): string {
  return `# ${options.name}

A first scenario made by \`preroute init\` from ${logs.map(({file}) => `\`${file.writtenPath}\``).join(', ')}. Run it with \`preroute run scenario.yaml\`:
it replays every contact of the log and shows what is simulated beside what really happened.

| file | what |
|---|---|
| \`scenario.yaml\` | the scenario; edit it freely |
${spells.length > 0 ? '| `presence.csv` | who was there when, with the queues answered that day as skills |\n' : ''}`;
}

function columnsTable({logs}: Findings): string {
  const rows = ROLE_NAMES.map((role) => {
    const cells = logs.map(({log}) => log.roles[role].map((column) => `\`${column.name}\``).join(', ') || 'none');
    return `| \`${role}\` | ${ROLES[role].doc} | ${cells.join(' | ')} |`;
  });
  const heads = logs.length === 1 ? ['column'] : logs.map(({file}) => `in \`${file.writtenPath}\``);
  return `## Columns

| role | what it says | ${heads.join(' | ')} |
|---|---|${heads.map(() => '---|').join('')}
${rows.join('\n')}

A column read wrongly is corrected with \`--column role=name\` (several: \`role=a,b\`; none: \`role=\`).
`;
}

function contents({file, counts, outcomes, replay, ids}: LogFindings, {logs, facts, from, to}: Findings): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const outcome =
    outcomes.answered.length === 0
      ? ''
      : `Outcomes: answered ${words(outcomes.answered)}; abandoned ${words(outcomes.abandoned)}; no contacts ${words(outcomes.leftOut)}.\n`;
  const visits = ids === 'visit' ? `, ${counts.visits} are further assignments of them` : '';
  return `## ${logs.length === 1 ? 'The log' : `The log \`${file.writtenPath}\``}

${counts.rows} rows, of which ${counts.items} are contacts (${from} up to ${to}, not included)${visits} and ${counts.bad} cannot be used.
Abandoned: ${percent(counts.abandoned / counts.items)}. Mean wait: ${counts.waits.count > 0 ? seconds(counts.waits.mean) : 'not recorded'}. Mean handle time: ${counts.handleTimes.count > 0 ? seconds(counts.handleTimes.mean) : 'not recorded'}.
${logs.length === 1 ? `${facts.work.size} agents, ` : ''}${counts.queues.size} queues.
${outcome}${replay.where === undefined ? '' : `Rows are taken where \`${replay.where}\`.\n`}`;
}

function people({breakMs, spells, headCount, paces}: Findings): string {
  if (spells.length === 0)
    return `- The log names nobody. ${headCount} agents are always there and can take everything: as many as the work of the busiest hour keeps busy for 85 % of it.
`;
  return `- An agent was there from the first to the last contact of a day; more than ${formatDuration(breakMs)} without work is a break (\`--break\`),
  if meanwhile somebody waited whom he could take, or a colleague who had been free for less long took one.
  He leaves in the middle of the last one before, and finishes it; who is the last to take from a queue that day is done with it.
- An agent can take what he took that day: every queue he answered is a skill of level 1.
${paces.size === 0 ? '' : '- `pace` in `presence.csv` is how fast an agent handles what he takes beside the others; it counts where handle times are drawn,\n  in the generated twin. In a replay they are as recorded.\n'}`;
}

function assumptions(findings: Findings): string {
  const {wrapUpMs, options, logs, facts, credit, isCalibrated} = findings;
  const lacksWrapUp = logs.some(({replay}) => replay.columns.wrapUp === null);
  const wrapUp = lacksWrapUp
    ? `After each contact an agent is busy for another ${formatDuration(wrapUpMs)}${isCalibrated ? ', as fitted to the waits of every other day with the breaks and the patience' : options.wrapUpMs === undefined ? ', the mean time he took to the next while somebody was waiting whom he could take' : ''} (\`--wrap-up\`).`
    : 'After each contact an agent is busy for as long as the log says (`--wrap-up` says otherwise).';
  return `## What was assumed

${people(findings)}- ${wrapUp}
- A contact that hung up would do so after its recorded wait; one that was answered would have waited at least that long,
  and how much longer is drawn from an exponential distribution fitted to the log${facts.abandoned === 0 ? ' (nobody hung up: for ever)' : ''}.
- Handle times the log lacks are drawn from a lognormal distribution with the mean and variation of those it has.
- First come, first served within what an agent can take${credit ? `, with the head starts ${credit.isGiven ? 'given' : 'found'}` : ''}.
- Times are local to ${options.zone} (\`--zone\`).
`;
}

function remarks(findings: Findings): string {
  const found = remarksIn(findings);
  return found.length === 0 ? '' : `## To check first\n\n${found.map((remark) => `- ${remark}`).join('\n')}\n`;
}

const words = (values: readonly string[]) => values.map((value) => `\`${value || '(empty)'}\``).join(', ') || 'none';
