import {printable} from '../../language/show.ts';
import type {GoalResult, Results} from '../../measure/results.ts';
import {amount, halfWidth, percent, quantity} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** What was promised and what came of it. */
export function goalsTable(results: Results): Table | null {
  if (results.goals.length === 0) return null;
  return {
    key: 'goals',
    title: 'Goals',
    columns: [left('verdict', 17), left('goal', 37), right('value', 10), right('95%', 8), right('judged', 8)],
    rows: results.goals.map((goal) => [
      goal.verdict,
      printable(goal.text),
      ...valueCells(goal, results),
      goal.onDays === null ? amount(goal.judged) : `${amount(goal.judged)} days`,
    ]),
    note: 'Met or missed: the 95% interval lies wholly on that side of the limit; undecided: astride it.',
  };
}

function valueCells(goal: GoalResult, results: Results): string[] {
  const unit = results.metrics[goal.metric]?.unit ?? 'items';
  if (goal.onDays !== null)
    return [
      goal.estimate.value === null ? percent(null) : `${percent(goal.estimate.value)} of days`,
      halfWidth(goal.estimate, 'ratio'),
    ];
  return [quantity(goal.estimate.value, unit), halfWidth(goal.estimate, unit)];
}

/** `2 met, 1 missed, 2 undecided`. */
export function verdictCounts(goals: readonly GoalResult[]): string {
  return (['missed', 'undecided', 'nothing to judge', 'met'] as const)
    .map((verdict) => [verdict, goals.filter((goal) => goal.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
}
