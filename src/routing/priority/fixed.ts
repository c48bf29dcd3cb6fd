import {keys, number} from '../../language/schema.ts';
import {placed} from './bounds.ts';
import type {Given, PriorityForm} from './form.ts';
import {withOverdue} from './overdue.ts';
import {steady} from './piecewise.ts';
import {type EveryForm, everyForm, type Initial, initialNumber, initialSchema, readForm} from './sharedKeys.ts';

interface Keys extends EveryForm {
  readonly fixed?: number | undefined;
  readonly initial?: Initial | undefined;
}

const standing = (written: Keys): number => written.fixed ?? initialNumber(written.initial ?? 0);

/** `{ fixed: 500 }`, or `{ initial: 500 }` where the value comes from an attribute: never moves, but when overdue. */
export const fixed: PriorityForm<Keys> = {
  form: 'fixed',
  doc: 'One value that does not move: `fixed: 500`, or `initial: { attribute: score, missing: 100 }`.',
  schema: keys({
    fixed: number.optional().describe('Priority, whatever the age.'),
    initial: initialSchema.optional(),
    ...everyForm,
  }).refine((written) => (written.fixed === undefined) !== (written.initial === undefined), {
    error: 'expected one of `fixed: 500` and `initial: …`, or the keys of a curve that moves (see priorities)',
  }),
  meantBy: () => true,
  read: (written) =>
    readForm(
      'fixed',
      written.initial === undefined ? {...written, initial: standing(written)} : {...written, initial: written.initial},
    ),
  pieces(written, given) {
    const place = placed(standing(written), undefined, given);
    const curve = [steady(0, given.initial ?? this.initial(written, given))];
    return withOverdue(curve, written.overdue, given.allowedMs, place);
  },
  initial: (written, given: Given) => given.from ?? standing(written),
  additive: (written) => written.overdue?.from === undefined && written.overdue?.max === undefined,
  hasTop: () => false,
  needsDue: (written) => (written.overdue === undefined ? [] : ['overdue']),
};
