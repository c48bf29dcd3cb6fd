import {formatDuration} from '../../language/duration.ts';
import type {Credit} from './credit.ts';
import type {FoundCredit} from './credits.ts';
import type {OrderOfTaking, Rule} from './orderOfTaking.ts';

const RULES: Readonly<Record<Rule, string>> = {
  firstCome: 'first come, first served',
  classes: 'priority classes',
  credits: 'head starts in waiting time',
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const count = (number: number) => number.toLocaleString('en');

/** In a line: what the order was found to be, for a comment of the scenario. */
export function orderRemark({rule, shares, decisions}: OrderOfTaking): string {
  const others = (Object.keys(RULES) as Rule[]).filter((other) => other !== rule);
  return `${RULES[rule]} explain ${percent(shares[rule])} of ${count(decisions)} choices between classes; ${others
    .map((other) => `${RULES[other]} ${percent(shares[other])}`)
    .join(', ')}`;
}

/** The part of the README on the order in which waiting contacts were taken. */
export function orderText(order: OrderOfTaking | null, credit: Credit | null): string {
  if (order === null)
    return `## The order of taking

Too few contacts were taken while another waited to tell in which order: first come, first served is assumed.
`;
  const {attribute, within, decisions, shares, rule, pairs} = order;
  const rules = (Object.keys(RULES) as Rule[]).map((one) => `| ${RULES[one]} | ${percent(shares[one])} |`);
  const ofPairs = pairs.map(
    (pair) =>
      `| \`${pair.ahead}\` and \`${pair.behind}\` | ${count(pair.decisions)} | ${percent(pair.firstCome)} | ${percent(pair.found)} |`,
  );
  return `## The order of taking

Each time an agent took a contact that had waited, who else was waiting whom he could have taken too? Of ${count(decisions)} such
choices between classes (\`${attribute}\`) so many were as each rule has it:

| rule | explains |
|---|---|
${rules.join('\n')}

${verdict(order, credit)}
Within a class the oldest was taken in ${Number.isNaN(within.share) ? 'no' : percent(within.share)} of ${count(within.decisions)} choices.
${
  rule === 'firstCome' || pairs.length === 0
    ? ''
    : `
| between | choices | first come, first served | the rule found |
|---|---|---|---|
${ofPairs.join('\n')}
`
}`;
}

function verdict(order: OrderOfTaking, credit: Credit | null): string {
  const given = credit?.isGiven ? ' The scenario has what was given with `--credit` instead.' : '';
  if (order.rule === 'firstCome') return `So it was first come, first served.${given}`;
  if (order.rule === 'classes')
    return `So it was by class, highest first: ${order.ranking.map((kind) => `\`${kind}\``).join(', ')}.${given}`;
  const [last, ...ahead] = order.credits;
  return `So it was by waiting time with a head start: ${ahead.map((one) => startText(one)).join(', ')} over \`${last.kind}\`.${given}`;
}

const startText = ({kind, ms, fromMs, toMs}: FoundCredit) =>
  `\`${kind}\` ${formatDuration(ms)} (from ${formatDuration(fromMs)} to ${formatDuration(toMs)} explain nearly as much)`;
