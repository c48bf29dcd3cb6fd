import type {GoalResult, Results} from '../../measure/results.ts';
import {troubleOf} from '../goalTrouble.ts';
import {instant} from '../heading.ts';
import {amount, NOTHING, percent, quantity} from '../quantities.ts';
import {goalsTable} from './goals.ts';
import {left, right, type Table} from './table.ts';

/** The goals as a page has room for: also how far from the limit, and when they were in trouble. */
export function goalsInFullTable(results: Results): Table | null {
  const table = goalsTable(results);
  if (table === null) return null;
  const troubles = results.goals.map((goal) => troubleOf(results, goal));
  const timed = troubles.some((trouble) => trouble !== null);
  return {
    ...table,
    columns: [
      ...table.columns,
      right('margin', 10),
      ...(timed ? [right('intervals beyond', 18), left('in trouble since', 20)] : []),
    ],
    rows: table.rows.map((row, i) => {
      const [goal, trouble = null] = [results.goals[i], troubles[i]];
      return [
        ...row,
        goal ? marginOf(goal, results) : NOTHING,
        ...(timed
          ? trouble === null
            ? [NOTHING, NOTHING]
            : [
                `${amount(trouble.beyond)} of ${amount(trouble.judged)}`,
                trouble.since === null ? '' : instant(trouble.since),
              ]
          : []),
      ];
    }),
    note: [
      table.note,
      'Margin: from the limit, negative on the wrong side; ratios in points.',
      timed
        ? 'Intervals beyond: how many lay on the wrong side by themselves. In trouble since: from here to the end the value up to then stayed there.'
        : '',
    ]
      .join(' ')
      .trim(),
  };
}

/** `+3.1` points of a ratio, `-12s`; what is asked of a share of days is held against that share. */
function marginOf({estimate, limit, onDays, metric}: GoalResult, {metrics}: Results): string {
  if (estimate.value === null) return NOTHING;
  const short = onDays === null && limit.kind === 'atMost';
  const margin = (estimate.value - (onDays ?? limit.value)) * (short ? -1 : 1);
  const unit = onDays === null ? (metrics[metric]?.unit ?? 'items') : 'ratio';
  const size = unit === 'ratio' ? percent(Math.abs(margin)).replace('%', '') : quantity(Math.abs(margin), unit);
  return `${margin < 0 ? '-' : '+'}${size}`;
}
