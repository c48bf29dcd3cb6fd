import {keys, number} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import {placed} from './bounds.ts';
import type {PriorityForm} from './form.ts';
import {withOverdue} from './overdue.ts';
import {gliding, steady} from './piecewise.ts';
import {type EveryForm, everyForm, type Initial, initialNumber, initialSchema, readForm} from './sharedKeys.ts';
import {readAt, type Schedule, scheduleSchema, stretchesOf} from './ticks.ts';

interface Keys extends EveryForm {
  readonly initial: Initial;
  readonly atSla: number;
  readonly reprioritize?: Schedule | undefined;
}

/** The straight line from `initial` at age 0 to `atSla` at the due instant, where it stays; read at ticks, if any. */
export const toSla: PriorityForm<Keys> = {
  form: 'toSla',
  doc: 'A straight line from `initial` to `atSla` at the due instant, where it stays; read at the ticks of `reprioritize`, if any.',
  schema: keys({
    initial: initialSchema,
    atSla: number.describe('Priority at the due instant.'),
    reprioritize: scheduleSchema.optional(),
    ...everyForm,
  }),
  meantBy: (names) => names.has('atSla'),
  read: (written) => readForm('toSla', written),
  pieces(written, given) {
    const place = placed(initialNumber(written.initial), written.atSla, given);
    const top = place.top ?? written.atSla;
    const line = lineTo(given.initial ?? this.initial(written, given), top, given.allowedMs);
    const curve = written.reprioritize ? readAt(stretchesOf(written.reprioritize, given.allowedMs), line) : line;
    return withOverdue(curve, written.overdue, given.allowedMs, place);
  },
  initial: (written, given) => given.from ?? initialNumber(written.initial),
  additive: () => false,
  hasTop: () => true,
  needsDue: () => ['atSla'],
};

function lineTo(initial: number, atSla: number, allowedMs: number | null): Piece[] {
  if (allowedMs === null) return [steady(0, initial)];
  if (allowedMs <= 0) return [steady(0, atSla)];
  return [gliding(0, initial, (atSla - initial) / allowedMs), steady(allowedMs, atSla)];
}
