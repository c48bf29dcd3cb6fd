import {keys, number} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import {placed} from './bounds.ts';
import type {PriorityForm} from './form.ts';
import {withOverdue} from './overdue.ts';
import {limited, steady, stepping} from './piecewise.ts';
import {
  type EveryForm,
  everyForm,
  type Initial,
  initialNumber,
  initialSchema,
  maxSchema,
  readForm,
} from './sharedKeys.ts';
import {type Schedule, type Stretch, scheduleSchema, stretchesOf, ticksInside} from './ticks.ts';

interface Keys extends EveryForm {
  readonly initial: Initial;
  readonly increment: number;
  readonly reprioritize: Schedule;
  readonly max?: number | undefined;
}

/**
 * An increment at each tick, the ticks at `from:` and at the due instant among them; two that fall together are one.
 * The start is no tick.
 */
export const atTicks: PriorityForm<Keys> = {
  form: 'atTicks',
  doc: 'An `increment` at each tick of `reprioritize`, whose periods may change, up to `max`; the ticks at `from` and at due add one too.',
  schema: keys({
    initial: initialSchema,
    increment: number.describe('Added at each tick.'),
    reprioritize: scheduleSchema,
    max: maxSchema,
    ...everyForm,
  }),
  meantBy: (names) => names.has('increment') && names.has('reprioritize'),
  read: (written) => readForm('atTicks', written),
  pieces(written, given) {
    const place = placed(initialNumber(written.initial), written.max, given);
    const initial = given.initial ?? this.initial(written, given);
    const stretches = stretchesOf(written.reprioritize, given.allowedMs);
    const curve = limited(climbed(stretches, initial, written.increment * place.factor), place.top);
    return withOverdue(curve, written.overdue, given.allowedMs, place);
  },
  initial: (written, given) => given.from ?? initialNumber(written.initial),
  additive: (written, given) =>
    written.max === undefined &&
    given.to === undefined &&
    written.overdue?.from === undefined &&
    written.overdue?.max === undefined,
  hasTop: () => true,
  needsDue: (written) => [
    ...(written.overdue === undefined ? [] : ['overdue']),
    ...written.reprioritize.flatMap(({at}, index) => (at.share === 0 ? [] : [`reprioritize[${index}].from`])),
  ],
};

function climbed(stretches: readonly Stretch[], initial: number, increment: number): Piece[] {
  let ticks = 0;
  return stretches.map((stretch, index) => {
    if (index > 0) ticks += 1 + ticksInside(stretches[index - 1] as Stretch, stretch.fromMs);
    const value = initial + increment * ticks;
    return stretch.everyMs === 0
      ? steady(stretch.fromMs, value)
      : stepping(stretch.fromMs, value, increment, stretch.everyMs);
  });
}
