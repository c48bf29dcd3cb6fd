import type {Results} from '../measure/results.ts';
import {uncountedLine} from './heading.ts';
import {exactAmount} from './quantities.ts';

/** created = rejected + cancelled + completed + abandoned + in hand + waiting + held, with the numbers. */
export function balanceLine(results: Results): string {
  const {balance} = results;
  const parts = [
    ['rejected', balance.rejected],
    ['cancelled', balance.cancelled],
    ['completed', balance.completed],
    ['abandoned', balance.abandoned],
    ['in hand', balance.inHand],
    ['waiting', balance.waiting],
    ['held', balance.held],
  ] as const;
  const sum = parts.map(([name, count]) => `${name} ${exactAmount(count)}`).join(' + ');
  const notes = [
    results.replications > 1 ? `mean of ${results.replications} replications` : '',
    uncountedLine(results) === '' ? '' : 'of the whole horizon',
    balance.opened ? `${exactAmount(balance.opened)} of the created were opened by others` : '',
    balance.redials > 0 ? `${exactAmount(balance.redials)} of the created are redials` : '',
  ].filter((note) => note !== '');
  return `created ${exactAmount(balance.created)} = ${sum}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}
