import type {ComparedCandidate, Comparison, Fate, GoalImpact, Impact} from '../../experiment/compare/index.ts';
import {printable} from '../../language/show.ts';
import {amount, percent, quantity, span} from '../quantities.ts';
import {left, right, type Table} from '../tables/table.ts';
import {differenceText, measureName} from './differences.ts';

export const NOTE =
  'Differences: candidate less current, with the 95 % interval of each by itself; of ratios in points. Verdicts hold for all together (Holm).';

/** Goals under both; null where there are none. */
export function goalsTable({goals, name}: ComparedCandidate): Table | null {
  if (goals.length === 0) return null;
  return {
    key: 'goals',
    title: `Goals: ${printable(name)} against current`,
    columns: [
      left('goal', 28),
      right('current', 9),
      right('candidate', 10),
      right('difference', 13),
      left(' verdict', 20),
    ],
    rows: goals.map((goal) => [
      printable(goal.text),
      quantity(goal.current.value, goal.measure.unit),
      quantity(goal.candidate.value, goal.measure.unit),
      differenceText(goal.difference, goal.measure.unit),
      ` ${goalVerdict(goal)}`,
    ]),
  };
}

/** `missed → met`; where it stays, that. */
export function goalVerdict({currentVerdict, candidateVerdict}: GoalImpact): string {
  if (currentVerdict === null) return `${candidateVerdict} (new)`;
  if (candidateVerdict === null) return `${currentVerdict} (dropped)`;
  return currentVerdict === candidateVerdict ? candidateVerdict : `${currentVerdict} → ${candidateVerdict}`;
}

/** Numbers under both, in the order given. */
export function impactTable(impact: readonly Impact[], title: string): Table {
  return {
    key: 'impact',
    title,
    columns: [left('', 27), right('current', 9), right('candidate', 10), right('difference', 13), left(' verdict', 21)],
    rows: impact.map(({measure, current, candidate, difference, verdict}) => [
      measureName(measure),
      quantity(current.value, measure.unit),
      quantity(candidate.value, measure.unit),
      differenceText(difference, measure.unit),
      ` ${verdict}`,
    ]),
    note: NOTE,
  };
}

/** Who gained or lost most in the first replication; null where nobody did. */
export function namedItems({hands}: ComparedCandidate, which: 'winners' | 'losers'): Table | null {
  const items = hands[which];
  if (items.length === 0) return null;
  return {
    key: which,
    title: which === 'winners' ? 'Won most time' : 'Lost most time',
    columns: [left('item', 20), left('arrived', 12), left('current', 19), left('candidate', 19), right('', 10)],
    rows: items.map((item) => [
      printable(
        item.id === '' ? `${item.source}.${item.number}${item.redial > 0 ? `#${item.redial + 1}` : ''}` : item.id,
      ),
      shortInstant(item.arrived),
      fateText(item.current),
      fateText(item.candidate),
      `${span(Math.abs(item.laterSeconds))} ${item.laterSeconds < 0 ? 'less' : 'more'}`,
    ]),
  };
}

/** `Ana after 20s`, `hung up after 2m`. */
export function fateText({answered, outcome, agent, waitedSeconds}: Fate): string {
  const after = span(waitedSeconds);
  if (answered) return `${after} ${printable(agent)}`;
  if (outcome === 'abandoned') return `${after} hung up`;
  return outcome === 'rejected' || outcome === 'canceled' ? outcome : `${after} waiting`;
}

/** `02 Mar 11:03` of an ISO local date-time. */
function shortInstant(iso: string): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const [, month = '1', day = '', time = ''] = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  return `${Number(day)} ${months[Number(month) - 1]} ${time}`;
}

/** How many items of the first replication fared differently, in sentences. */
export function handsSentences({hands}: ComparedCandidate): string[] {
  const share = hands.items === 0 ? null : hands.untouched / hands.items;
  const counted = (count: number, text: string) => (count === 0 ? [] : [`${amount(count)} ${text}`]);
  const moved = [
    ...counted(hands.otherProcess, 'in another process'),
    ...counted(hands.otherTarget, 'through another target'),
    ...counted(hands.otherGroup, 'by another group'),
    ...counted(hands.otherAgent, 'by another agent'),
  ];
  const mean = ({items, meanSeconds}: {items: number; meanSeconds: number | null}, word: string) =>
    items === 0 ? [] : [`${amount(items)} answered ${word}, by ${span(meanSeconds)} on average`];
  const times = [
    ...mean(hands.earlier, 'earlier'),
    ...mean(hands.later, 'later'),
    ...counted(hands.gained, 'answered only with the candidate'),
    ...counted(hands.lost, 'no longer answered'),
  ];
  const only = [
    ...counted(hands.onlyCurrent, 'only in the current'),
    ...counted(hands.onlyCandidate, 'only in the candidate'),
  ];
  return [
    `In replication ${hands.replication}, ${percent(share)} of ${amount(hands.items)} items are untouched: same agent, same instants.`,
    ...(moved.length > 0 ? [`Answered ${moved.join(', ')}.`] : []),
    ...(times.length > 0 ? [`${times.join('; ')}.`] : []),
    ...(only.length > 0 ? [`${only.join(', ')}.`] : []),
  ];
}

/** `45 replications each, until every goal and headline was known to 1 point or 2%`. */
export function stoppedSentence({replications, stopped, precision}: Comparison): string {
  const asked = `${points(precision.ratio)} or ${percent(precision.share)} of a mean`;
  const each = `${replications} replications of each`;
  if (stopped.by === 'precision') return `${each}: every difference of goals and headlines is known to ${asked}.`;
  const widest =
    stopped.widest === null
      ? ''
      : ` Known least: ${stopped.widest.what} of ${stopped.widest.candidate}, ${Number(stopped.widest.timesAsked.toFixed(1))} times as wide as asked (${asked}).`;
  return `${each}, ${stopped.by === 'interrupt' ? 'then stopped' : 'the most allowed'}.${widest}`;
}

const points = (ratio: number): string => (ratio === 0.01 ? 'a point' : `${Number((ratio * 100).toFixed(2))} points`);
