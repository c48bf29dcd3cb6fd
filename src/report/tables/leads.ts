import {printable} from '../../language/show.ts';
import type {Deals, Results} from '../../measure/results.ts';
import {amount, percent} from '../quantities.ts';
import {type Column, left, right, type Table} from './table.ts';

const COLUMNS: readonly Column[] = [
  right('contacts', 10),
  right('won', 8),
  right('rate', 8),
  right('value won', 12),
  right('lost to\nwaiting', 12),
];
const NOTE =
  'Contacts with leads of each process as they arrived; won: those that converted; lost to waiting: deal value × the share of conversion that the age at the first contact has cost, or waiting until the end; all of it where they gave up.';

/** Which group won the leads of each process; null without leads. */
export function leadsTable({leads}: Results): Table | null {
  if (leads === undefined || leads.byGroup.length + leads.notContacted.length === 0) return null;
  return {
    key: 'leads',
    title: 'Leads: who won them',
    columns: [left('process', 16), left('group', 14), ...COLUMNS],
    rows: [
      ...leads.byGroup.map((row) => [printable(row.process), printable(row.group), ...cells(row)]),
      ...leads.notContacted.map(({process, leads: count, valueLost}) => [
        printable(process),
        `- ${amount(count)} by nobody`,
        ...['', '', '', ''],
        amount(valueLost),
      ]),
    ],
    note: NOTE,
  };
}

/** The same by the target that took them. */
export function leadTargetsTable({leads}: Results): Table | null {
  if (leads === undefined || leads.byTarget.length === 0) return null;
  return {
    key: 'lead-targets',
    title: 'Leads: through which target',
    columns: [left('process', 16), left('target', 24), ...COLUMNS],
    rows: leads.byTarget.map((row) => [printable(row.process), printable(row.target), ...cells(row)]),
    note: NOTE,
  };
}

/** What was noted of items that are done. */
export function dispositionsTable({leads}: Results): Table | null {
  const rows = leads?.dispositions ?? [];
  if (rows.length === 0) return null;
  const all = new Map<string, number>();
  for (const {process, items} of rows) all.set(process, (all.get(process) ?? 0) + items);
  return {
    key: 'dispositions',
    title: 'Dispositions of completed items',
    columns: [left('process', 26), left('disposition', 30), right('items', 12), right('share', 12)],
    rows: rows.map(({process, disposition, items}) => [
      printable(process),
      printable(disposition),
      amount(items),
      percent(items / (all.get(process) ?? items)),
    ]),
    note: 'Shares of the items that something was noted of.',
  };
}

const cells = ({contacts, conversions, valueWon, valueLost}: Deals): string[] => [
  amount(contacts),
  amount(conversions),
  percent(contacts > 0 ? conversions / contacts : null),
  amount(valueWon),
  amount(valueLost),
];
