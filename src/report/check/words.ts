import type {Claim, Interval, Judged} from '../../experiment/index.ts';
import {printable} from '../../language/show.ts';
import type {Measure} from '../../measure/measures.ts';
import {amount, quantity} from '../quantities.ts';

/** What is claimed, as a sentence without its end. */
export function claimText({kind, text, measure, limit}: Claim): string {
  if (kind === 'goal') return printable(text);
  const by = difference(Math.abs(limit.value), measure.unit);
  return printable(`${measureText(measure)} worse than in the baseline by at most ${by}`);
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

/** Differences of shares are points. */
function difference(value: number, unit: Measure['unit']): string {
  if (unit !== 'ratio') return signed(value, (size) => quantity(size, unit));
  return `${signed(value, (size) => (size > 0 && size < 0.0005 ? '<0.1' : (100 * size).toFixed(1)))} ${Math.abs(value) === 0.01 ? 'point' : 'points'}`;
}

function signed(value: number, text: (size: number) => string): string {
  return `${value < 0 ? '-' : ''}${text(Math.abs(value))}`;
}

/** `83.7% (82.1% to 85.3%)`; of the baseline's claims the difference to it. */
export function valueText({kind, measure, limit}: Claim, interval: Interval): string {
  const shown = (value: number) => {
    if (!Number.isFinite(value)) return value < 0 ? 'anything' : 'anything';
    return kind === 'goal' ? quantity(value, measure.unit) : difference(value, measure.unit);
  };
  const {value, low, high, exact} = interval;
  if (low === high) return `${shown(value)}, alike in all replications`;
  const text = `${shown(value)} (${shown(low)} to ${shown(high)}${exact ? ', exact binomial' : ''})`;
  return kind === 'goal' ? text : `${text} ${limit.kind === 'atLeast' ? 'higher' : 'higher'}`;
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
