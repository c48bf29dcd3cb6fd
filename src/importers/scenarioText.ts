import {formatDuration} from '../language/duration.ts';
import type {DurationColumn, InstantColumn} from '../scenario/scenario.ts';
import {DEFAULT_HANDLE_MS, type Findings, type LogFindings, PACE, queueName} from './findings.ts';
import type {Moments, RowCounts} from './logFacts.ts';
import {orderRemark} from './order/orderText.ts';
import {yamlList, yamlWord} from './yamlWord.ts';

/** A few giants in a log make no law of handle times. */
const WIDEST_CV = 3;
const UNIT: Readonly<Record<number, string>> = {1: 'ms', 60000: 'm', 3600000: 'h'};
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The scenario as a file: what an analyst would write, with a word on where each part comes from. `demandText`: in
 * place of the replayed logs.
 */
export function scenarioText(findings: Findings, generated?: string): string {
  const isPaced = generated !== undefined && findings.paces.size > 0;
  return [
    settings(findings),
    generated ?? demand(findings),
    routing(findings),
    workforce(findings, isPaced),
    goals(findings),
  ].join('\n');
}

function settings({options, logs, from, to}: Findings): string {
  return `# Made by \`preroute init\` from ${logs.map(({file}) => JSON.stringify(file.writtenPath)).join(', ')}; see README.md for what was assumed.
name: ${yamlWord(options.name)}
timezone: ${options.zone}
from: ${from}
to: ${to}
seed: 1
replications: 5
intervals: 1h
`;
}

function demand(findings: Findings): string {
  return `${['demand:', ...findings.logs.flatMap((log) => sourceLines(log, findings))].join('\n')}\n`;
}

function sourceLines(log: LogFindings, {wrapUpMs, patience}: Findings): string[] {
  const {source, replay, counts} = log;
  const {columns} = replay;
  return [
    `  - source: ${yamlWord(source.name)}`,
    `    channel: ${channelText(source.channel)}`,
    '    replay:',
    `      file: ${yamlWord(replay.file)}`,
    ...(replay.where === undefined ? [] : [`      where: ${singleQuoted(replay.where)}`]),
    ...(replay.time.format === null ? [] : [`      time: {format: ${quoted(replay.time.format)}}`]),
    ...(counts.lagMs > 0 ? [`      sorted: ${sortedText(counts.lagMs)}`] : []),
    `      empty: [${replay.empty.map((word) => quoted(word)).join(', ')}]`,
    ...(replay.onRepeat === 'reject' ? ['      onRepeat: reject'] : []),
    '      columns:',
    ...(columns.id.length > 0 ? [`        id: ${yamlList(columns.id)}`] : []),
    `        arrived: ${instantText(columns.arrived)}`,
    ...(columns.handleTime ? [`        handleTime: ${durationText(columns.handleTime, handleTimes(counts))}`] : []),
    ...(columns.wrapUp ? [`        wrapUp: ${durationText(columns.wrapUp, meanText(counts.wrapUps, wrapUpMs))}`] : []),
    ...recordedLines(columns.recorded),
    ...attributeLines(log),
    ...(columns.handleTime ? [] : [`    handleTime: ${handleTimes(counts)}`]),
    ...(columns.wrapUp ? [] : [`    wrapUp: ${formatDuration(wrapUpMs)}`]),
    ...patienceLines(counts, patience),
  ];
}

function recordedLines({wait, outcome, abandoned, agent}: LogFindings['replay']['columns']['recorded']): string[] {
  const lines = [
    ...(wait ? [`          wait: ${durationText(wait)}`] : []),
    ...(outcome.length > 0 ? [`          outcome: ${yamlList(outcome)}`] : []),
    ...(abandoned.length > 0 ? [`          abandoned: [${abandoned.map(quoted).join(', ')}]`] : []),
    ...(agent.length > 0 ? [`          agent: ${yamlList(agent)}`] : []),
  ];
  return lines.length > 0 ? ['        recorded:', ...lines] : [];
}

function attributeLines({replay}: LogFindings): string[] {
  if (replay.attributes.length === 0) return [];
  return [
    '      attributes:',
    ...replay.attributes.map(({name, type, column}) =>
      column.length === 1 && column[0] === name
        ? `        ${name}: ${type}`
        : `        ${name}: {column: ${yamlList(column)}, type: ${type}}`,
    ),
  ];
}

/** Of contacts the log has no handle time of, as those it has. */
function handleTimes({handleTimes: {count, mean, cv}}: RowCounts): string {
  if (count === 0 || !(mean > 0)) return `{exponential: {mean: ${formatDuration(DEFAULT_HANDLE_MS)}}}`;
  const text = wholeSeconds(mean);
  return cv > 0.01 ? `{lognormal: {mean: ${text}, cv: ${Math.min(cv, WIDEST_CV).toFixed(2)}}}` : text;
}

const wholeSeconds = (ms: number) => formatDuration(Math.max(1000, Math.round(ms / 1000) * 1000));
const meanText = ({count, mean}: Moments, otherwiseMs: number) =>
  count > 0 ? formatDuration(Math.round(mean / 1000) * 1000) : formatDuration(otherwiseMs);

/** Exponential patience of censored waits: all time waited ÷ number of those who hung up (the maximum of the likelihood). */
function patienceLines({waits, abandoned}: RowCounts, times: number): string[] {
  if (abandoned === 0 || waits.sum === 0) return [];
  return [`    patience: {exponential: {mean: ${wholeSeconds((times * waits.sum) / abandoned)}}}`];
}

function routing(findings: Findings): string {
  const {facts, credit, answerWithinMs} = findings;
  const queues = queuesIn(findings);
  const priority = credit ? ', priority: waiting' : '';
  const answer = `answerWithin: ${formatDuration(answerWithinMs)}`;
  const processes = queues.map(
    (name) => `    ${key(name)}: {${answer}${priority}, distribute: ${yamlWord(queueName(name))}}`,
  );
  const targets = queues.map((name) => `    ${key(name)}: {targets: [{skills: ${quoted(`${queueName(name)} >= 1`)}}]}`);
  return `${[
    'routing:',
    '  segmentation:',
    ...(queues.length > 0
      ? [...segmentationLines(findings), `    otherwise: ${key(mostFrequent(facts.queues))}`]
      : ['    columns: []', '    rules: []', '    otherwise: contacts']),
    '  processes:',
    ...(queues.length > 0 ? processes : [`    contacts: {${answer}${priority}, distribute: anyone}`]),
    ...priorityLines(findings),
    '  distribution:',
    ...(queues.length > 0 ? targets : ['    anyone: {targets: [{everyone: true}]}']),
  ].join('\n')}\n`;
}

/** By name; none where a single log says nothing of them. Of several logs each is a queue where it says nothing. */
function queuesIn({logs, facts}: Findings): string[] {
  return logs.length > 1 || logs.some(({log}) => log.roles.queue.length > 0) ? [...facts.queues.keys()].sort() : [];
}

/** A row for each queue; for a log that says nothing of queues one by its source. */
function segmentationLines({logs}: Findings): string[] {
  const withQueue = logs.filter(({log}) => log.roles.queue.length > 0);
  const without = logs.filter(({log}) => log.roles.queue.length === 0);
  const attribute = withQueue[0]?.replay.attributes[0]?.name;
  const bySource = without.length > 0;
  const columns = [...(bySource ? ['source'] : []), ...(attribute === undefined ? [] : [attribute])];
  const any = quoted('-');
  const queues = [...new Set(withQueue.flatMap(({counts}) => [...counts.queues.keys()]))].sort();
  const rule = (cells: readonly string[], name: string) =>
    `      - {if: [${cells.join(', ')}], then: ${yamlWord(queueName(name))}}`;
  return [
    `    columns: [${columns.join(', ')}]`,
    '    rules:',
    ...without.map(({source: {name}}) => rule([cell(name), ...(attribute === undefined ? [] : [any])], name)),
    ...queues.map((name) => rule([...(bySource ? [any] : []), cell(name)], name)),
  ];
}

function priorityLines({credit, order}: Findings): string[] {
  if (!credit) return [];
  const values = Object.entries(credit.values).map(([value, ms]) => `${quoted(value)}: ${formatDuration(ms)}`);
  return [
    '  priorities:',
    ...(credit.isGiven || !order ? [] : [`    # ${orderRemark(order)}`]),
    `    waiting: {initial: 0, perSecond: 1, credit: {${yamlWord(credit.attribute)}: {${values.join(', ')}}}}`,
  ];
}

/** Handle times of a log are those of the agent who took it; only drawn ones are longer or shorter by who takes them. */
function workforce(findings: Findings, isPaced: boolean): string {
  const {spells, headCount} = findings;
  const speed = `    speed: {skill: ${PACE}, levels: {0.1: 0.1, 10: 10}}\n`;
  if (spells.length > 0)
    return `workforce:
  - group: agents
    presence: presence.csv
${isPaced ? speed : ''}`;
  const skills = queuesIn(findings)
    .map((name) => `${key(name)}: 1`)
    .join(', ');
  return `workforce: # the log names nobody
  - group: agents
    agents: ${headCount}
${skills === '' ? '' : `    skills: {${skills}}\n`}`;
}

function goals({logs: [{source}], answerWithinMs}: Findings): string {
  const channel = 'name' in source.channel ? `channel: ${source.channel.name}, ` : '';
  return `goals:
  - {serviceLevel: {${channel}within: ${formatDuration(answerWithinMs)}}, atLeast: 80%}
`;
}

function mostFrequent(queues: ReadonlyMap<string, number>): string {
  const [first] = [...queues].sort(([a, i], [b, j]) => j - i || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

const key = (queue: string) => yamlWord(queueName(queue));
const cell = (queue: string) => (queue === '' ? "'null'" : singleQuoted(JSON.stringify(queue)));
/** Text that has double quotes of its own. */
const singleQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const quoted = (text: string) => JSON.stringify(text);

function channelText(channel: LogFindings['source']['channel']): string {
  if ('name' in channel) return yamlWord(channel.name);
  const values = Object.entries(channel.values).map(([value, name]) => `${quoted(value)}: ${name}`);
  return `{column: ${yamlList(channel.column)}, values: {${values.join(', ')}}}`;
}

function sortedText(lagMs: number): string {
  return lagMs > DAY_MS ? 'false' : `within ${formatDuration(Math.ceil(lagMs / HOUR_MS) * HOUR_MS)}`;
}

function instantText(column: InstantColumn): string {
  return column.kind === 'instant'
    ? yamlList(column.column)
    : `{date: ${yamlList(column.date)}, time: ${yamlList(column.time)}}`;
}

function durationText(column: DurationColumn, missing?: string): string {
  const rest = missing === undefined ? '' : `, missing: ${missing}`;
  return column.kind === 'column'
    ? `{column: ${yamlList(column.column)}, unit: ${UNIT[column.unitMs] ?? 's'}${rest}}`
    : `{from: ${instantText(column.from)}, to: ${instantText(column.to)}${rest}}`;
}
