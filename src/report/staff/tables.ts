import type {Slack, StaffResults} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import type {Estimate} from '../../statistics/index.ts';
import {amount, estimated, halfWidth, quantity} from '../quantities.ts';
import {left, right, type Table} from '../tables/table.ts';

type Goal = StaffResults['goals'][number];

/** Who is there, by group and shift or interval, beside the scenario as it is. */
export function staffingTable({posts, staffing, scenario}: StaffResults): Table {
  return {
    key: 'staffing',
    title: 'Staffing',
    columns: [
      left('agents of', 34),
      right('may be', 10),
      right('are', 7),
      right('should be', 11),
      right(scenario.money ? 'cost each' : 'hours each', 12),
    ],
    rows: posts.map(({label, least, most, now, cost}, post) => [
      printable(label),
      `${least} to ${most}`,
      amount(now),
      staffing ? amount(staffing[post]) : '–',
      amount(cost),
    ]),
  };
}

/** How every goal stands with the staffing, judged by fresh random numbers. */
export function goalsTable({goals, verified}: StaffResults): Table {
  return {
    key: 'staffed-goals',
    title: 'Goals',
    columns: [left('', 4), left('goal', 42), right('value', 17), right('to spare', 16)],
    rows: goals.map((goal, index) => [
      String(index + 1),
      printable(goal.text),
      verified ? estimated(verified.values[index], goal.unit) : '–',
      verified ? slackText(verified.slack[index], goal) : '–',
    ]),
  };
}

/** `+2.1 points ±0.8`, `-14s ±3s`. */
export function slackText({value, halfWidth: reach}: Slack | Estimate, {unit}: Goal): string {
  if (value === null) return '–';
  const size = unit === 'ratio' ? (Math.abs(value) * 100).toFixed(1) : quantity(Math.abs(value), unit);
  const sign = value < 0 ? '-' : '+';
  const around = halfWidth({value, halfWidth: reach}, unit);
  return [`${sign}${size}`, around].filter((part) => part !== '').join(' ');
}

/** What one agent more of each kind, and one of them with other skills, would do to these goals, by number from 0. */
export function worthTables({goals, agents, training, posts}: StaffResults, shown: readonly number[]): Table[] {
  const numbered = shown.map((goal) => right(`goal ${goal + 1}`, 13));
  const table = (key: string, title: string, rows: string[][], note: string): Table[] =>
    rows.length === 0 ? [] : [{key, title, columns: [left('', 38), ...numbered], rows, note}];
  const gains = (gain: readonly Estimate[]) => shown.map((goal) => slackText(gain[goal], goals[goal]));
  return [
    ...table(
      'one-agent-more',
      'One agent more',
      agents.map(({post, gain}) => [printable(posts[post].label), ...gains(gain)]),
      'How much better each goal becomes, in points of shares; the same items with and without.',
    ),
    ...table(
      'cross-training',
      'One agent who learns what others can',
      training.map(({post, as, gain}) => [printable(`${posts[post].label}, as ${as}`), ...gains(gain)]),
      'How much better each goal becomes; the same items with and without.',
    ),
  ];
}
