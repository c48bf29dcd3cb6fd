import {printable} from '../../language/show.ts';
import type {LateTime, Results} from '../../measure/results.ts';
import {OWNER_NAMES, OWNERS} from '../owners.ts';
import {amount, percent, span} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** Whose the time of late items was: in all, and past due. Lines of a process add up to its last line. */
export function lateTimeTable(results: Results): Table | null {
  const late = (results.late ?? []).filter(({items}) => (items.value ?? 0) > 0);
  if (late.length === 0) return null;
  return {
    key: 'late-time',
    title: 'Late items: who had them',
    columns: [
      left('process', 20),
      left('owner', 22),
      right('in all,\nan item', 12),
      right('share', 8),
      right('past due,\nan item', 12),
      right('share', 6),
    ],
    rows: late.flatMap(rowsOf),
    note: 'Of items that arrived by themselves and were still open when they were due: their time from arrival to their end, or to that of the run, and the part of it past due. The front office is where they arrived, the back office what they opened and waited for; closed hours are those in which they waited while nobody was to work on them.',
  };
}

function rowsOf({process, items, gaveUp, open, wholeSeconds, pastDueSeconds}: LateTime): string[][] {
  const value = (of: LateTime['wholeSeconds'], owner: (typeof OWNERS)[number]) => of[owner].value ?? 0;
  const sum = (of: LateTime['wholeSeconds']) => OWNERS.reduce((total, owner) => total + value(of, owner), 0);
  const count = items.value ?? 0;
  const [whole, pastDue] = [sum(wholeSeconds), sum(pastDueSeconds)];
  const cells = (name: string, owner: string, inAll: number, late: number) => [
    name,
    owner,
    span(inAll / count),
    percent(whole > 0 ? inAll / whole : null),
    span(late / count),
    percent(pastDue > 0 ? late / pastDue : null),
  ];
  return [
    ...OWNERS.filter((owner) => value(wholeSeconds, owner) > 0).map((owner, i) =>
      cells(
        i === 0 ? printable(process) : '',
        OWNER_NAMES[owner],
        value(wholeSeconds, owner),
        value(pastDueSeconds, owner),
      ),
    ),
    cells('', `all of ${amount(count)} late`, whole, pastDue),
    ...ended('abandoned, called off', gaveUp.value ?? 0),
    ...ended('open at the end', open.value ?? 0),
  ];
}

/** Of the late items, those that were not completed. */
const ended = (how: string, count: number): string[][] =>
  count > 0 ? [['', `- ${amount(count)} ${how}`, '', '', '', '']] : [];
