import {formatLocal} from '../calendar/index.ts';
import type {Findings, LogFindings} from './findings.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Share of rows that cannot be used, from which on a log is doubtful. */
const MANY_BAD = 0.05;

/** What to check of what was read, a sentence each: what was decided, what is not in the logs, and the option that helps. */
export function remarksIn(findings: Findings): string[] {
  const {logs} = findings;
  const of = (log: LogFindings) => (logs.length === 1 ? '' : `${log.file.writtenPath}: `);
  return [
    ...logs.flatMap((log) => [...log.log.remarks, ...remarksOn(log, findings)].map((remark) => `${of(log)}${remark}`)),
    ...remarksOnAll(findings),
  ];
}

function remarksOn({log, counts, ids, outcomes, replay}: LogFindings, {options}: Findings): string[] {
  const {roles} = log;
  const said: string[] = [];
  if (roles.arrived.length + roles.queued.length === 0)
    said.push(
      `No column says when contacts came in; \`${roles.answered[0]?.name}\`, when they were taken, stands for it, so nobody waits in the log (--column arrived=…).`,
    );
  if (log.handleTime === null)
    said.push('No column says how long work took: 5 minutes are assumed (--column handleTime=…).');
  if (roles.agent.length === 0) said.push('No column says who took a contact: people are made up (--column agent=…).');
  if (ids === 'none' && roles.id.length > 0 && outcomes.ids.far > 0)
    said.push(
      `\`${roles.id[0].name}\` stands in several rows that arrive at different times: each row is an item (--repeats visit: one item).`,
    );
  if (counts.bad > MANY_BAD * counts.rows)
    said.push(`${counts.bad} of ${counts.rows} rows cannot be used: are the columns and their format read rightly?`);
  const repeated = log.format?.startsWith('epoch') ? 0 : repeatedHour(counts.byHour, replay.time.zone);
  if (repeated > 0)
    said.push(
      `${repeated} contacts came in during the hour that is shown twice when clocks go back; they are read as in the first (times with an offset or in UTC would tell: --zone ${options.zone === 'UTC' ? 'Europe/Madrid' : 'UTC'}).`,
    );
  return said;
}

/** Contacts in hours whose local time comes again an hour later. */
function repeatedHour(byHour: ReadonlyMap<number, number>, zone: string): number {
  let count = 0;
  for (const [hour, contacts] of byHour)
    if (formatLocal(hour * HOUR_MS, zone) === formatLocal((hour + 1) * HOUR_MS, zone)) count += contacts;
  return count;
}

function remarksOnAll({facts, from}: Findings): string[] {
  const idle = [...facts.work.values()].filter((work) => work.length < 3).length;
  return [
    ...(facts.lastMs - facts.firstMs < DAY_MS
      ? [`All contacts are of one day, ${from}: nothing shows how days differ.`]
      : []),
    ...(idle > 0
      ? [`${idle} of ${facts.work.size} agents took fewer than three contacts: their times are known badly.`]
      : []),
  ];
}
