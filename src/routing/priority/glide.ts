import {keys, number} from '../../language/schema.ts';
import {placed} from './bounds.ts';
import type {PriorityForm} from './form.ts';
import {withOverdue} from './overdue.ts';
import {gliding, limited} from './piecewise.ts';
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
  readonly perSecond?: number | undefined;
  readonly perMinute?: number | undefined;
  readonly perHour?: number | undefined;
  readonly max?: number | undefined;
}

const rates = {perSecond: 1000, perMinute: 60_000, perHour: 3_600_000} as const;
const names = Object.keys(rates) as (keyof typeof rates)[];
const rate = number.optional();

/** Growth without ticks: a little every millisecond. */
export const glide: PriorityForm<Keys> = {
  form: 'glide',
  doc: 'Growth without ticks, `perSecond`, `perMinute` or `perHour`, up to `max`.',
  schema: keys({
    initial: initialSchema,
    perSecond: rate.describe('Growth in a second of the process’s clock; negative: it falls.'),
    perMinute: rate.describe('Growth in a minute, instead.'),
    perHour: rate.describe('Growth in an hour, instead.'),
    max: maxSchema,
    ...everyForm,
  }).refine((written) => names.filter((name) => written[name] !== undefined).length === 1, {
    error: 'expected one of perSecond, perMinute and perHour',
  }),
  meantBy: (given) => names.some((name) => given.has(name)),
  read: (written) => readForm('glide', written),
  pieces(written, given) {
    const place = placed(initialNumber(written.initial), written.max, given);
    const initial = given.initial ?? this.initial(written, given);
    const curve = limited([gliding(0, initial, slopePerMs(written) * place.factor)], place.top);
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

const slopePerMs = (written: Keys) => names.reduce((sum, name) => sum + (written[name] ?? 0) / rates[name], 0);
