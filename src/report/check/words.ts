import type {Claim, Interval, Judged} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import type {Measure} from '../../measure/measures.ts';
import {amount, quantity} from '../quantities.ts';

/** What is claimed, as a sentence without its end. */
export function claimText({kind, text, measure, limit}: Claim): string {
  if (kind === 'goal') return printable(text);
  const side = limit.kind === 'atLeast' ? 'below' : 'above';
  return printable(
    `${measureText(measure)} not more than ${size(Math.abs(limit.value), measure.unit)} ${side} the baseline`,
  );
}

/** `service level of support`. */
function measureText({label, scope, goals, onDays, key}: Measure): string {
  if (onDays || (goals.length > 0 && scopeNames(scope).length > 1)) return key;
  const name = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return [name, ...scopeNames(scope).map((one) => `of ${one}`)].join(' ');
}

const scopeNames = ({process, channel, source, group, attribute}: Measure['scope']): string[] =>
  [process, channel, source, group, attribute && `${attribute.name} ${attribute.value}`].filter(
    (name) => name !== undefined,
  );

/** Of a difference: of shares in points. */
function size(value: number, unit: Measure['unit']): string {
  if (unit !== 'ratio') return quantity(value, unit);
  const points = value > 0 && value < 0.0005 ? '<0.1' : String(Number((100 * value).toFixed(1)));
  return `${points} ${points === '1' ? 'point' : 'points'}`;
}

const signed = (value: number, unit: Measure['unit']): string =>
  `${value < 0 ? '-' : value > 0 ? '+' : ''}${size(Math.abs(value), unit)}`;

/** `83.7% (82.1% to 85.3%)`; of the baseline's claims `81.2%, was 83.7%: -2.5 points (-3 points to -2 points)`. */
export function valueText({claim: {kind, measure}, beside}: Judged, {value, low, high, exact}: Interval): string {
  const shown = (one: number) => (kind === 'goal' ? quantity(one, measure.unit) : signed(one, measure.unit));
  const both =
    beside === null ? '' : `${quantity(beside.now, measure.unit)}, was ${quantity(beside.before, measure.unit)}: `;
  if (low === high) return `${both}${shown(value)}, alike in all replications`;
  if (!Number.isFinite(high - low)) return `${both}${shown(value)}, of one replication that says nothing of the next`;
  return `${both}${shown(value)} (${shown(low)} to ${shown(high)}${exact ? ', exact binomial' : ''})`;
}

/** `14,886 items in 20 replications`. */
export function extentText({claim: {measure}, count, replications}: Judged): string {
  const runs = `${amount(replications)} ${replications === 1 ? 'replication' : 'replications'}`;
  if (measure.onDays) return `${amount(count)} days in ${runs}`;
  return measure.unit === 'ratio' && measure.scope.group === undefined ? `${amount(count)} items in ${runs}` : runs;
}

/** Why a claim is not decided, and what can be done. */
export function openText({claim, reason, replications}: Judged): string {
  if (reason === 'nothing to judge') return 'nothing to judge: no item, day or agent of it in any replication';
  if (reason === 'time') return 'the time allowed was over before more replications were complete';
  if (reason === 'stopped') return 'stopped before more replications were complete';
  const {kind, limit, looks} = claim;
  if (kind === 'goal' && claim.measure.unit === 'ratio' && limit.value === (limit.kind === 'atLeast' ? 1 : 0))
    return 'nothing went wrong, but no number of replications shows that nothing ever will: ask for 99.9% or so';
  if (kind === 'baseline' && replications === looks.at(-1))
    return 'the baseline has no more replications to compare with: make it with more, or allow a wider margin';
  return 'the limit lies within the interval: allow more replications, or move the limit away from what is true';
}
