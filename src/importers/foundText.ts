import {localDateOf} from '../calendar/index.ts';
import {printable} from '../language/show.ts';
import type {Findings, LogFindings} from './findings.ts';
import {remarksIn} from './remarks.ts';
import {ROLE_NAMES, type RoleName} from './roles.ts';
import type {IdUse} from './rowIds.ts';

const WIDTH = 80;
const COLUMN_WIDTH = 26;
/** Reasons why rows cannot be used that are told one by one. */
const MOST_REASONS = 5;

/** What was found in the logs, for a terminal of 80 columns: the columns and how they are read, the rows, the people. */
export function foundText(findings: Findings): string {
  const {facts, logs, from, options} = findings;
  const last = localDateOf(facts.lastMs, options.zone);
  const agents = facts.work.size === 0 ? 'nobody is named' : `${counted(facts.work.size, 'agent')}`;
  const together = [
    `${counted(facts.items, 'contact')} from ${from} to ${last} (${options.zone})`,
    agents,
    counted(facts.queues.size, 'queue'),
    [...facts.channels].sort().join(', '),
  ].join('; ');
  return [
    ...logs.map((log) => logText(log, options.keepNames ?? false)),
    ...wrapped(together, ''),
    ...remarksIn(findings).flatMap((remark) => wrapped(`- ${remark}`, '')),
  ].join('\n');
}

function logText(log: LogFindings, keepsNames: boolean): string {
  const lines = [printable(log.file.path, WIDTH - 1), ...columnLines(log, keepsNames), ...rowLines(log)];
  return `${lines.join('\n')}\n`;
}

const ID_NOTES: Readonly<Record<IdUse, string>> = {
  item: 'one row an item',
  visit: 'rows that share one are one item',
  reject: 'one row an item, copies left out',
  none: 'names no item: it comes back later, or is missing',
};

function columnLines({log, replay, ids}: LogFindings, keepsNames: boolean): string[] {
  const notes: Partial<Record<RoleName, string>> = {
    arrived: replay.time.format ?? 'ISO 8601',
    agent: keepsNames ? '' : 'written as agent-1, agent-2, …',
    customer: 'not written',
    id: ID_NOTES[ids],
  };
  const known = ROLE_NAMES.filter((role) => log.roles[role].length > 0).map((role) =>
    line(log.roles[role].map(({name}) => name).join(', '), role, notes[role] ?? ''),
  );
  const unused = log.unused.map(({name}) => name);
  return [
    line('column', 'read as', ''),
    ...known,
    ...(unused.length === 0 ? [] : wrapped(`not used: ${unused.join(', ')}`, '  ')),
  ];
}

function line(column: string, role: string, note: string): string {
  const name = printable(column, COLUMN_WIDTH - 1);
  return printable(`  ${name.padEnd(COLUMN_WIDTH)} ${role.padEnd(11)} ${note}`.trimEnd(), WIDTH - 1);
}

function rowLines({counts, ids}: LogFindings): string[] {
  const {rows, items, visits, filtered, bad, abandoned} = counts;
  const reasons = [...counts.reasons.entries()].sort(([, a], [, b]) => b.count - a.count);
  const parts = [
    `${counted(rows, 'row')}: ${counted(items, 'contact')}, ${number(abandoned)} of them abandoned`,
    ...(ids === 'visit' ? [`${number(visits)} further assignments of them`] : []),
    ...(filtered > 0 ? [`${number(filtered)} left out`] : []),
    ...(bad > 0 ? [`${number(bad)} cannot be used`] : []),
  ];
  return [
    ...wrapped(parts.join(', '), '  '),
    ...reasons
      .slice(0, MOST_REASONS)
      .flatMap(([, {count, line: at, example}]) =>
        wrapped(`${number(count)}: ${example}${at > 0 ? ` (line ${at})` : ''}`, '    '),
      ),
    ...(reasons.length > MOST_REASONS ? [`    and ${reasons.length - MOST_REASONS} reasons more`] : []),
  ];
}

/** Cut into lines of 80 columns between words. */
export function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let open = indent;
  for (const word of printable(text).split(' ')) {
    if (open !== indent && open.length + 1 + word.length > WIDTH) {
      lines.push(open);
      open = `${indent}  ${word}`;
    } else open = open === indent ? `${indent}${word}` : `${open} ${word}`;
  }
  return [...lines, open];
}

const number = (value: number) => value.toLocaleString('en-US');
const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`;
