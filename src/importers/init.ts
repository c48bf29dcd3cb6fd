import {formatLocal} from '../calendar/index.ts';
import {csvLine} from '../csv/write.ts';
import type {FileEntry} from '../files/index.ts';
import {type Findings, findingsIn, type InitOptions, PACE, PRESENCE_COLUMNS, queueName} from './findings.ts';
import {readmeText} from './readmeText.ts';
import {scenarioText} from './scenarioText.ts';

/**
 * A first scenario out of logs of contacts: which columns mean what, who was there when, and the queues as skills.
 * Reads each log three times; nothing is written, the files are handed back: `scenario.yaml`, `README.md`, and
 * `presence.csv` where it names who took what.
 * Throws InputError where a log cannot be read or its columns are not understood.
 */
export function initFromLog(options: InitOptions): FileEntry[] {
  return filesOf(findingsIn(options));
}

/** The files of a scenario, out of what was found in its logs. */
export function filesOf(findings: Findings): FileEntry[] {
  return [
    {path: 'scenario.yaml', content: scenarioText(findings)},
    ...(findings.spells.length > 0 ? [{path: 'presence.csv', content: presenceText(findings)}] : []),
    {path: 'README.md', content: readmeText(findings)},
  ];
}

function presenceText({facts, spells, paces, options}: Findings): string {
  const queues = [...facts.queues.keys()].sort();
  const time = (epochMs: number) => formatLocal(epochMs, options.zone).replace('T', ' ');
  const lines = [csvLine([...PRESENCE_COLUMNS, ...queues.map(queueName), ...(paces.size > 0 ? [PACE] : [])])];
  for (const {agent, fromMs, toMs, queues: held} of spells)
    lines.push(
      csvLine([
        agent,
        time(fromMs),
        time(toMs),
        ...queues.map((queue) => (held.includes(queue) ? 1 : 0)),
        ...(paces.size > 0 ? [paces.get(agent)?.pace ?? 1] : []),
      ]),
    );
  return lines.join('');
}
