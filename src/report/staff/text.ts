import type {StaffResults} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import {pad} from '../names.ts';
import {amount} from '../quantities.ts';
import type {Table} from '../tables/table.ts';
import {paragraph, SUMMARY_WIDTH, tableLines} from '../text/lines.ts';
import type {Style} from '../text/style.ts';
import {goalsTable, slackText, staffingTable, worthTables} from './tables.ts';

/** Goals whose gains fit beside each other in a terminal; the files have them all. */
const MOST_GOALS = 3;
/** Rows of a table in the terminal; the files have them all. */
const MOST_ROWS = 24;

/** For the terminal: no line wider than 80 columns. `where` is what else there is to say at the end. */
export function staffText(results: StaffResults, style: Style, where: readonly string[] = []): string {
  const {scenario, verified} = results;
  const version = `Preroute ${scenario.version}`;
  const lines = (text: string, indent = 0) => paragraph('', text, SUMMARY_WIDTH, indent);
  const sections = [
    [`${style.heading(pad(printable(scenario.name), SUMMARY_WIDTH - version.length - 1))} ${version}`],
    lines(endingText(results)),
    tableLines(shortened(staffingTable(results)), style),
    lines(costText(results)),
    ...(verified ? [tableLines(goalsTable(results), style), lines(verificationText(results))] : []),
    ...results.unreachable.map((_, index) => lines(unreachableText(results, index))),
    ...worthTables(results, tightest(results)).map((table) => [
      ...tableLines(shortened(table), style),
      ...(table.note ? lines(table.note) : []),
    ]),
    ...(results.frontier.length > 1 ? [frontierLines(results, style)] : []),
    lines(
      `Tried ${amount(results.tried.length)} staffings in ${amount(results.simulations)} replications; random numbers of seed ${printable(scenario.seed)}.`,
    ),
    where.flatMap((line) => [printable(line)]),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

/** The goals with least to spare are those that more agents would help. */
function tightest({goals, verified}: StaffResults): number[] {
  const tightness = (goal: number) => {
    const {value, halfWidth} = verified?.slack[goal] ?? {value: 0, halfWidth: 1};
    return value / (halfWidth || 1e-9);
  };
  return [...goals.keys()]
    .sort((a, b) => tightness(a) - tightness(b))
    .slice(0, MOST_GOALS)
    .sort((a, b) => a - b);
}

function shortened(table: Table): Table {
  const left = table.rows.length - MOST_ROWS;
  if (left <= 0) return table;
  return {...table, rows: [...table.rows.slice(0, MOST_ROWS), [`and ${left} rows more`]]};
}

function endingText({ending, staffing, unreachable}: StaffResults): string {
  if (ending === 'met') return 'The cheapest staffing found that meets every goal:';
  if (ending === 'stopped')
    return staffing === null
      ? 'Stopped before any staffing was found that meets every goal.'
      : 'Stopped: the cheapest staffing found so far that meets every goal; not yet verified where nothing is said of goals.';
  if (unreachable.length > 0)
    return staffing === null
      ? 'No staffing within these bounds meets every goal.'
      : 'No staffing within these bounds meets every goal. The cheapest that comes as near as everybody together:';
  return 'No staffing was found that meets every goal.';
}

function costText({cost, costNow, scenario}: StaffResults): string {
  const unit = scenario.money ? '' : ' paid hours';
  if (cost === null) return `As it is: ${amount(costNow)}${unit} for those who may vary.`;
  const less = costNow - cost;
  const compared = less === 0 ? 'as much as' : `${amount(Math.abs(less))}${unit} ${less > 0 ? 'less' : 'more'} than`;
  return `Cost of those who may vary: ${amount(cost)}${unit}, ${compared} it is now (${amount(costNow)}).`;
}

function verificationText({verified, posts, goals}: StaffResults): string {
  if (verified === null) return '';
  const by = `${amount(verified.replications)} replications that the search had not seen`;
  if (verified.failed === null) return `Verified by ${by}.`;
  const short = verified.failed.flatMap((slack, goal) =>
    slack.value < 0 ? [`${printable(goals[goal].text)} (${slackText(slack, goals[goal])})`] : [],
  );
  const who = verified.added.map((post) => printable(posts[post].label)).join(', ');
  const added = verified.added.length === 0 ? 'nobody could be added that helps' : `added one each of: ${who}`;
  const after = verified.met ? 'With them all goals are met.' : 'Goals are missed even so.';
  return `The first verification failed, by ${by}: ${short.join('; ')}. So ${added}. ${after}`;
}

function unreachableText({unreachable, goals, posts}: StaffResults, index: number): string {
  const {goal, slack, heldBackBy} = unreachable[index];
  const text = `Out of reach: ${printable(goals[goal].text)}; everybody together misses it by ${slackText(slack, goals[goal]).slice(1)}.`;
  const helps = heldBackBy.map(({post, gain}) => {
    const {label, most} = posts[post];
    return `${printable(label)} beyond ${most} (${slackText(gain, goals[goal])} for the first)`;
  });
  return helps.length > 0
    ? `${text} Who would help: ${helps.join('; ')}.`
    : `${text} One more agent of any kind beyond the bounds does not help: look at skills, hours or rules.`;
}

function frontierLines({frontier, scenario}: StaffResults, style: Style): string[] {
  const table: Table = {
    key: 'frontier',
    title: 'What promises cost',
    columns: [
      {label: 'may go wrong, of what goals allow', align: 'left', width: 40},
      {label: scenario.money ? 'cost' : 'paid hours', align: 'right', width: 14},
    ],
    rows: frontier.map(({allowed, cost}) => [`${amount(allowed * 100)}%`, amount(cost)]),
  };
  return tableLines(table, style);
}
