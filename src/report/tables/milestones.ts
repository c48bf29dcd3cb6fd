import {printable} from '../../language/show.ts';
import type {MilestoneResult, Results} from '../../measure/results.ts';
import {amount, halfWidth, percent, span} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** What became of milestones, and by how much they were kept or not. */
export function milestonesTable({milestones = []}: Results): Table | null {
  if (milestones.length === 0) return null;
  return {
    key: 'milestones',
    title: 'Milestones',
    columns: [
      left('process', 13),
      left('milestone', 16),
      right('met', 7),
      right('violated', 9),
      right('open', 7),
      right('attained', 9),
      right('95%', 7),
      right('left', 6),
      right('late', 6),
    ],
    rows: milestones.map((row, i) => [
      milestones[i - 1]?.process === row.process ? '' : printable(row.process),
      printable(row.milestone),
      amount(row.met),
      amount(row.violated),
      amount(row.open),
      percent(row.attainment.value),
      halfWidth(row.attainment, 'ratio'),
      span(row.metLeftSeconds),
      span(row.lateSeconds),
    ]),
    note: `Attained: met ÷ (met + violated). Left: time left on its clock, mean of those met; late: time beyond the target, mean of those violated, as far as they had come.${openNote(milestones)}`,
  };
}

/** What is open says how much time it still has. */
function openNote(milestones: readonly MilestoneResult[]): string {
  const open = milestones.filter((row) => row.open > 0);
  if (open.length === 0) return '';
  const named = open.map(
    (row) => `${printable(row.milestone)} of ${printable(row.process)} ${span(row.openLeftSeconds)}`,
  );
  return ` Still open at the end with, in the mean, so much time left: ${named.join(', ')}.`;
}

/** By day of the target, for the page. */
export function milestoneDaysTable({milestones = []}: Results): Table | null {
  if (milestones.every(({days}) => days.length < 2)) return null;
  return {
    key: 'milestone-days',
    title: 'Milestones by day of the target',
    columns: [
      left('process', 16),
      left('milestone', 20),
      left('day', 12),
      right('met', 8),
      right('violated', 10),
      right('open', 7),
      right('attained', 9),
    ],
    rows: milestones.flatMap((row) =>
      row.days.map(({day, met, violated, open}, i) => [
        i === 0 ? printable(row.process) : '',
        i === 0 ? printable(row.milestone) : '',
        day,
        amount(met),
        amount(violated),
        amount(open),
        percent(met + violated > 0 ? met / (met + violated) : null),
      ]),
    ),
  };
}
