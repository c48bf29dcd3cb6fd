import {duration, keys, number} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import type {Placed} from './bounds.ts';
import {before, fromZero, limited, steady, stepping} from './piecewise.ts';
import {priorityOf} from './priorityOf.ts';

/** What holds from the due instant on. */
export interface Overdue {
  readonly from?: number | undefined;
  readonly increment?: number | undefined;
  readonly every?: number | undefined;
  readonly max?: number | undefined;
}

export const overdueSchema = keys({
  from: number.optional().describe('Value at the due instant. Default: the value the curve has there.'),
  increment: number.optional().describe('Added at each full `every` after the due instant. Default: no growth.'),
  every: duration
    .refine((ms) => ms > 0, {error: 'expected a period longer than 0'})
    .optional()
    .describe('Period of `increment`, counted from the due instant on the process’s clock.'),
  max: number.optional().describe('Where the increments stop; overdue values know no other limit. Default: nowhere.'),
})
  .superRefine((overdue, context) => {
    const say = (message: string, path: string[] = []) => context.addIssue({code: 'custom', message, path});
    if ((overdue.increment === undefined) !== (overdue.every === undefined))
      say('expected `increment` and `every` together, as in { increment: 50, every: 1h }');
    if (overdue.from === undefined && overdue.increment === undefined)
      say('expected `from`, or `increment` and `every`: what changes when an item is overdue');
    if (overdue.from !== undefined && overdue.max !== undefined && overdue.max < overdue.from)
      say(`expected a max of at least \`from\`, ${overdue.from}, found ${overdue.max}`, ['max']);
    if (overdue.max !== undefined && overdue.increment === undefined)
      say('expected `increment` and `every` beside `max`: without them nothing grows', ['max']);
  })
  .describe('What holds from the due instant on: a value, and growth of its own. Default: the curve goes on.');

/**
 * The curve with what holds from the due instant on. With `overdue`: `from`, else the value the curve has at the due
 * instant (`atSla` of a curve that ends there), and from then on its own increments only. Without: the curve goes on.
 * An item due before it arrives is overdue at once, its increments counted from the due instant.
 */
export function withOverdue(
  curve: readonly Piece[],
  overdue: Overdue | undefined,
  allowedMs: number | null,
  place: Placed,
): Piece[] {
  if (overdue === undefined || allowedMs === null) return [...curve];
  const value = overdue.from === undefined ? priorityOf(curve, allowedMs) : place.valueOf(overdue.from);
  return [...before(curve, Math.max(allowedMs, 0)), ...fromZero(growth(value, overdue, allowedMs, place))];
}

function growth(value: number, overdue: Overdue, dueMs: number, place: Placed): Piece[] {
  if (overdue.increment === undefined || overdue.every === undefined) return [steady(dueMs, value)];
  const steps = [stepping(dueMs, value, overdue.increment * place.factor, overdue.every)];
  return overdue.max === undefined ? steps : limited(steps, Math.max(value, place.valueOf(overdue.max)));
}
