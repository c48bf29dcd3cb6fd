import {duration, keys, number, word, z} from '../../language/schema.ts';
import type {PriorityRead} from './form.ts';
import {overdueSchema} from './overdue.ts';

/** The value at age 0: a number, or what an attribute of the item says. */
export type Initial = number | {readonly attribute: string; readonly missing: number};

export const initialSchema = z
  .union(
    [
      number,
      keys({
        attribute: word.describe('Attribute of the item that holds its initial value.'),
        missing: number.describe('Initial value of an item without one.'),
      }),
    ],
    {error: 'expected a number, or { attribute: score, missing: 100 }'},
  )
  .describe('Priority at age 0: a number, or an attribute of the item.');

export const maxSchema = number
  .optional()
  .describe('Where growth stops; overdue values are not held by it. Default: nowhere.');

const creditSchema = z
  .record(z.string(), z.record(z.string(), duration))
  .refine((credit) => Object.keys(credit).length === 1, {
    error: 'expected one attribute with its values, as in { customerSegment: { Gold: 90s } }',
  })
  .describe('Time an item counts as having waited before it arrived, by a value of an attribute. Default none.');

/** Keys that every form has. */
export const everyForm = {overdue: overdueSchema.optional(), credit: creditSchema.optional()};

export interface EveryForm {
  readonly overdue?: z.output<typeof overdueSchema> | undefined;
  readonly credit?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
}

/** The number an initial value is where the item says nothing. */
export const initialNumber = (initial: Initial): number => (typeof initial === 'number' ? initial : initial.missing);

/** What `read` of every form gives. */
export function readForm(form: string, written: EveryForm & {readonly initial?: Initial}): PriorityRead {
  const [credit] = Object.entries(written.credit ?? {});
  const initial = written.initial;
  return {
    form,
    keys: written,
    ...(credit ? {credit: {attribute: credit[0], values: credit[1]}} : {}),
    ...(typeof initial === 'object' ? {initialFrom: initial} : {}),
  };
}
