import {keys, number, z} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import {type Placed, placed} from './bounds.ts';
import type {Given, PriorityForm} from './form.ts';
import {inForce, type Moment, momentSchema} from './moment.ts';
import {withOverdue} from './overdue.ts';
import {fromZero, gliding, steady} from './piecewise.ts';
import {type EveryForm, everyForm, readForm} from './sharedKeys.ts';
import {readAt, type Schedule, scheduleSchema, stretchesOf} from './ticks.ts';

type Point = readonly [Moment, number];
interface Keys extends EveryForm {
  readonly points: readonly Point[];
  readonly between: 'step' | 'line';
  readonly reprioritize?: Schedule | undefined;
}

const values = (written: Keys) => written.points.map(([, value]) => value);
const placeOf = (written: Keys, given: Given) =>
  placed(Math.min(...values(written)), Math.max(...values(written)), given);

/**
 * Values at ages, by age, by share of the time allowed or around due. As steps each holds until the next; as lines the
 * way between two is straight. The first holds before itself, the last after itself. Where a due date of an item's own
 * brings one point to or before those written ahead of it, the one written later holds.
 */
export const points: PriorityForm<Keys> = {
  form: 'points',
  doc: 'Values at ages (`2d`), shares of the time allowed (`50%`) or around due (`due-2h`), rising or falling, joined by steps or lines; read at the ticks of `reprioritize`, if any.',
  schema: keys({
    points: z
      .array(z.tuple([momentSchema, number], {error: 'expected a point such as [ 2d, 500 ]'}))
      .min(1, {error: 'expected at least one point, as in [ [ 0, 200 ], [ due-2h, 900 ] ]'})
      .describe('[ age, priority ] in order of age.'),
    between: z
      .enum(['step', 'line'])
      .default('step')
      .describe('`step`: each value holds until the next point; `line`: straight from point to point. Default step.'),
    reprioritize: scheduleSchema.optional(),
    ...everyForm,
  }).superRefine((written, context) => {
    written.points.forEach(([at], index) => {
      const last = written.points[index - 1];
      if (last && last[0].share === at.share && last[0].ms >= at.ms)
        context.addIssue({code: 'custom', message: 'expected points in order of age', path: ['points', index, 0]});
    });
  }),
  meantBy: (names) => names.has('points'),
  read: (written) => readForm('points', written),
  pieces(written, given) {
    const place = placeOf(written, given);
    const moved = given.initial === undefined ? 0 : given.initial - this.initial(written, given);
    const drawn = fromZero(joined(written, place, moved, given.allowedMs));
    const curve = written.reprioritize ? readAt(stretchesOf(written.reprioritize, given.allowedMs), drawn) : drawn;
    return withOverdue(curve, written.overdue, given.allowedMs, place);
  },
  initial: (written, given) => placeOf(written, given).valueOf(written.points[0]?.[1] ?? 0),
  additive: (written) => written.overdue?.from === undefined && written.overdue?.max === undefined,
  hasTop: (written) => new Set(values(written)).size > 1,
  needsDue: (written) => [
    ...(written.overdue === undefined ? [] : ['overdue']),
    ...written.points.flatMap(([at], index) => (at.share === 0 ? [] : [`points[${index}]`])),
    ...(written.reprioritize ?? []).flatMap(({at}, index) => (at.share === 0 ? [] : [`reprioritize[${index}].from`])),
  ],
};

function joined(written: Keys, place: Placed, moved: number, allowedMs: number | null): Piece[] {
  const shown = inForce(
    written.points.map(([at, value]) => ({at, value: place.valueOf(value) + moved})),
    allowedMs,
  );
  // Every point depends on a due date and there is none: the first value stands for all.
  if (shown.length === 0) return [steady(0, place.valueOf(values(written)[0] ?? 0) + moved)];
  const pieces = shown.map(({row, fromMs}, index) => {
    const next = shown[index + 1];
    if (written.between === 'step' || next === undefined) return steady(fromMs, row.value);
    return gliding(fromMs, row.value, (next.row.value - row.value) / (next.fromMs - fromMs));
  });
  const [first] = shown;
  return first && first.fromMs > 0 ? [steady(0, first.row.value), ...pieces] : pieces;
}
