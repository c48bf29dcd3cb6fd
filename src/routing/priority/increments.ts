import {duration, keys, number} from '../../language/schema.ts';
import {placed} from './bounds.ts';
import type {PriorityForm} from './form.ts';
import {withOverdue} from './overdue.ts';
import {limited, stepping} from './piecewise.ts';
import {
  type EveryForm,
  everyForm,
  type Initial,
  initialNumber,
  initialSchema,
  maxSchema,
  readForm,
} from './sharedKeys.ts';

interface Keys extends EveryForm {
  readonly initial: Initial;
  readonly increment: number;
  readonly every: number;
  readonly max?: number | undefined;
}

/** An increment for each full period waited: earned by time, so the due instant alone adds none. */
export const increments: PriorityForm<Keys> = {
  form: 'increments',
  doc: 'An `increment` for each full period `every` waited, up to `max`.',
  schema: keys({
    initial: initialSchema,
    increment: number.describe('Added at each full period; negative: it falls.'),
    every: duration
      .refine((ms) => ms > 0, {error: 'expected a period longer than 0'})
      .describe('Period of the increments, counted from the item’s own start on the process’s clock.'),
    max: maxSchema,
    ...everyForm,
  }),
  meantBy: (names) => names.has('increment') || names.has('every'),
  read: (written) => readForm('increments', written),
  pieces(written, given) {
    const place = placed(initialNumber(written.initial), written.max, given);
    const initial = given.initial ?? this.initial(written, given);
    const curve = limited([stepping(0, initial, written.increment * place.factor, written.every)], place.top);
    return withOverdue(curve, written.overdue, given.allowedMs, place);
  },
  initial: (written, given) => given.from ?? initialNumber(written.initial),
  additive: (written, given) =>
    written.max === undefined &&
    given.to === undefined &&
    written.overdue?.from === undefined &&
    written.overdue?.max === undefined,
  hasTop: () => true,
  needsDue: (written) => (written.overdue === undefined ? [] : ['overdue']),
};
