import {nearest} from '../../language/nearest.ts';
import type {Problem} from '../../language/problem.ts';
import {feelOf} from './cellText.ts';
import type {DecisionTableSpec, Outcome, RuleSpec} from './spec.ts';

/** A CSV with a header, as `src/csv` gives it, and the file it stands in. */
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly {readonly line: number; readonly cells: readonly string[]}[];
}

/** Columns that say where a row leads; every other column is an attribute. */
const OUTCOME = ['then', 'agent', 'group'] as const;

/** A decision table from a CSV: a column an attribute, then `then`, and `agent` or `group` where rows assign directly. */
export function decisionTableFrom(
  table: CsvTable,
  otherwise: Outcome | null,
): {readonly spec: DecisionTableSpec; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const say = (line: number, message: string, hint?: string) =>
    problems.push({
      severity: 'error',
      at: {file: table.file, line, column: 1},
      path: 'routing.segmentation',
      message,
      ...(hint === undefined ? {} : {hint}),
    });
  if (!table.header.includes('then')) {
    const near = nearest('then', table.header);
    say(1, 'expected a column `then` with the process of each row', near && `is it the column ${near}?`);
  }
  const conditions = table.header.flatMap((name, index) => (isOutcome(name) ? [] : [{name, index}]));
  const rules = table.rows.map(({line, cells}): RuleSpec => {
    const outcome = outcomeOf(table.header, cells);
    if (table.header.includes('then') && outcome.process === '')
      say(line, 'expected a process in the column then, found nothing');
    if (outcome.agent !== undefined && outcome.group !== undefined)
      say(line, 'expected an agent or a group, found both');
    return ruleOf(
      conditions.map(({index}) => cells[index] ?? ''),
      outcome,
      `line ${line}`,
    );
  });
  return {spec: {columns: conditions.map(({name}) => name), rules, otherwise}, problems};
}

const isOutcome = (name: string) => (OUTCOME as readonly string[]).includes(name);

function outcomeOf(header: readonly string[], cells: readonly string[]): Outcome {
  const [process, agent, group] = OUTCOME.map((name) => (cells[header.indexOf(name)] ?? '').trim());
  return {process: process ?? '', ...(agent ? {agent} : {}), ...(group ? {group} : {})};
}

function ruleOf(written: readonly unknown[], outcome: Outcome, text: string): RuleSpec {
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a rule
  return {cells: written.map(feelOf), then: outcome, text};
}
