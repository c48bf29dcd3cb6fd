import type {GoalResult, Results} from '../../measure/results.ts';
import {pad, wrap} from '../names.ts';
import {goalsTable, verdictCounts} from '../tables/goals.ts';
import type {Style} from './style.ts';

const VERDICT_WIDTH = 18;
const VALUE_WIDTH = 20;

/** Verdict, the goal in full on as many lines as it takes, value and interval. */
export function goalLines(results: Results, style: Style, width: number): string[] {
  const table = goalsTable(results);
  if (!table) return [style.heading('Goals: none')];
  const textWidth = width - VERDICT_WIDTH - VALUE_WIDTH;
  const lines = table.rows.flatMap(([verdict = '', text = '', value = '', interval = ''], i) => {
    const [first = '', ...rest] = wrap(text, textWidth - 1);
    const judged = [value, interval].filter((part) => part !== '').join(' ');
    const paint = painter(results.goals[i], style);
    return [
      `${paint(pad(verdict, VERDICT_WIDTH))}${pad(first, textWidth)}${pad(judged, VALUE_WIDTH, 'right')}`,
      ...rest.map((line) => ' '.repeat(VERDICT_WIDTH) + line),
    ];
  });
  return [style.heading(`Goals: ${verdictCounts(results.goals)}`), ...lines];
}

function painter(goal: GoalResult | undefined, style: Style): (text: string) => string {
  if (goal?.verdict === 'met') return style.good;
  if (goal?.verdict === 'missed') return style.bad;
  return style.doubtful;
}
