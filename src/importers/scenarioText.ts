import {formatDuration} from '../language/duration.ts';
import type {DurationColumn, InstantColumn} from '../scenario/scenario.ts';
import {DEFAULT_HANDLE_MS, type Findings, queueName} from './findings.ts';
import {attributeName} from './replaySpec.ts';
import {yamlList, yamlWord} from './yamlWord.ts';

/** A few giants in a log make no law of handle times. */
const WIDEST_CV = 3;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The scenario as a file: what an analyst would write, with a word on where each part comes from. */
export function scenarioText(findings: Findings): string {
  return [settings(findings), demand(findings), routing(findings), workforce(findings), goals(findings)].join('\n');
}

function settings({options, from, to}: Findings): string {
  return `# Made by \`preroute init\` from ${JSON.stringify(options.writtenPath)}; see README.md for what was assumed.
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
  const {source, replay, facts, wrapUpMs} = findings;
  const {columns} = replay;
  const lines = [
    'demand:',
    `  - source: ${source.name}`,
    `    channel: ${channelText(source.channel)}`,
    '    replay:',
    `      file: ${yamlWord(replay.file)}`,
    ...(replay.where === undefined ? [] : [`      where: ${singleQuoted(replay.where)}`]),
    ...(replay.time.format === null ? [] : [`      time: {format: ${quoted(replay.time.format)}}`]),
    ...(facts.lagMs > 0 ? [`      sorted: ${sortedText(facts.lagMs)}`] : []),
    `      empty: [${replay.empty.map((word) => quoted(word)).join(', ')}]`,
    '      columns:',
    ...(facts.idsAreUnique ? [`        id: ${yamlList(findings.log.roles.id.map((column) => column.name))}`] : []),
    `        arrived: ${instantText(columns.arrived)}`,
    ...(columns.handleTime ? [`        handleTime: ${durationText(columns.handleTime, handleTimes(findings))}`] : []),
    ...recordedLines(columns.recorded),
    ...attributeLines(findings),
    ...(columns.handleTime ? [] : [`    handleTime: ${handleTimes(findings)}`]),
    `    wrapUp: ${formatDuration(wrapUpMs)}`,
    ...patienceLines(findings),
  ];
  return `${lines.join('\n')}\n`;
}

function recordedLines({wait, outcome, abandoned, agent}: Findings['replay']['columns']['recorded']): string[] {
  const lines = [
    ...(wait ? [`          wait: ${durationText(wait)}`] : []),
    ...(outcome.length > 0 ? [`          outcome: ${yamlList(outcome)}`] : []),
    ...(abandoned.length > 0 ? [`          abandoned: [${abandoned.map(quoted).join(', ')}]`] : []),
    ...(agent.length > 0 ? [`          agent: ${yamlList(agent)}`] : []),
  ];
  return lines.length > 0 ? ['        recorded:', ...lines] : [];
}

function attributeLines({replay}: Findings): string[] {
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
function handleTimes({
  facts: {
    handleTimes: {count, mean, cv},
  },
}: Findings): string {
  if (count === 0 || !(mean > 0)) return `{exponential: {mean: ${formatDuration(DEFAULT_HANDLE_MS)}}}`;
  const meanText = formatDuration(Math.max(1000, Math.round(mean / 1000) * 1000));
  return cv > 0.01 ? `{lognormal: {mean: ${meanText}, cv: ${Math.min(cv, WIDEST_CV).toFixed(2)}}}` : meanText;
}

/** Exponential patience of censored waits: all time waited ÷ number of those who hung up (the maximum of the likelihood). */
function patienceLines({facts: {waits, abandoned}}: Findings): string[] {
  if (abandoned === 0 || waits.sum === 0) return [];
  const mean = Math.max(1000, Math.round(waits.sum / abandoned / 1000) * 1000);
  return [`    patience: {exponential: {mean: ${formatDuration(mean)}}}`];
}

function routing(findings: Findings): string {
  const {log, facts, options, answerWithinMs} = findings;
  const [queue] = log.roles.queue;
  const queues = queue ? [...facts.queues.keys()].sort() : [];
  const priority = options.credit ? ', priority: waiting' : '';
  const answer = `answerWithin: ${formatDuration(answerWithinMs)}`;
  const processes = queues.map(
    (name) => `    ${key(name)}: {${answer}${priority}, distribute: ${yamlWord(queueName(name))}}`,
  );
  const targets = queues.map((name) => `    ${key(name)}: {targets: [{skills: ${quoted(`${queueName(name)} >= 1`)}}]}`);
  const rules = queues.map((name) => `      - {if: [${cell(name)}], then: ${yamlWord(queueName(name))}}`);
  return `${[
    'routing:',
    '  segmentation:',
    ...(queue
      ? [
          `    columns: [${attributeName(queue)}]`,
          '    rules:',
          ...rules,
          `    otherwise: ${key(mostFrequent(facts.queues))}`,
        ]
      : ['    columns: []', '    rules: []', '    otherwise: contacts']),
    '  processes:',
    ...(queue ? processes : [`    contacts: {${answer}${priority}, distribute: anyone}`]),
    ...priorityLines(findings),
    '  distribution:',
    ...(queue ? targets : ['    anyone: {targets: [{everyone: true}]}']),
  ].join('\n')}\n`;
}

function priorityLines({options, log}: Findings): string[] {
  const [column] = log.roles.priority;
  if (!options.credit || !column) return [];
  const values = Object.entries(options.credit).map(([value, ms]) => `${quoted(value)}: ${formatDuration(ms)}`);
  return [
    '  priorities:',
    `    waiting: {initial: 0, perSecond: 1, credit: {${attributeName(column)}: {${values.join(', ')}}}}`,
  ];
}

function workforce({spells, headCount, facts, log}: Findings): string {
  if (spells.length > 0)
    return `workforce:
  - group: agents
    presence: presence.csv
`;
  const queues = log.roles.queue.length > 0 ? [...facts.queues.keys()].sort() : [];
  const skills = queues.map((name) => `${key(name)}: 1`).join(', ');
  return `workforce: # the log names nobody
  - group: agents
    agents: ${headCount}
${skills === '' ? '' : `    skills: {${skills}}\n`}`;
}

function goals({source, answerWithinMs}: Findings): string {
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

function channelText(channel: Findings['source']['channel']): string {
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
    ? `{column: ${yamlList(column.column)}, unit: s${rest}}`
    : `{from: ${instantText(column.from)}, to: ${instantText(column.to)}${rest}}`;
}
