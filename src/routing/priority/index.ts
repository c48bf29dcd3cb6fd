import {nearest} from '../../language/nearest.ts';
import {z} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import {atTicks} from './atTicks.ts';
import {fixed} from './fixed.ts';
import type {Given, PriorityForm, PriorityRead} from './form.ts';
import {glide} from './glide.ts';
import {increments} from './increments.ts';
import {joined} from './piecewise.ts';
import {points} from './points.ts';
import type {PrioritySpec} from './spec.ts';
import {toSla} from './toSla.ts';

export {type FlatCurves, flattenPieces, priorityOf, valueAt} from './priorityOf.ts';
export type {Given, PriorityForm, PriorityRead};

/** Every form of a priority, in the order in which they are asked whether an entry's keys are theirs. */
export const PRIORITY_FORMS: readonly PriorityForm[] = [points, toSla, atTicks, glide, increments, fixed];

const KEYS = new Set(PRIORITY_FORMS.flatMap((form) => Object.keys(jsonSchemaOf(form.schema).properties ?? {})));

/** The form an entry of `routing.priorities` with these keys is written in; a slip of the keyboard is seen through. */
export function formMeantBy(names: Iterable<string>): PriorityForm {
  const given = new Set([...names].map((name) => (KEYS.has(name) ? name : (nearest(name, KEYS) ?? name))));
  return PRIORITY_FORMS.find((form) => form.meantBy(given)) ?? fixed;
}

/**
 * Schema of an entry of `routing.priorities`: what it is but for its name. Problems are those of the form its keys give
 * away, not of every form there is.
 */
export const prioritySchema = z
  .record(z.string(), z.unknown(), {
    error: 'expected the keys of a priority, as in { initial: 100, increment: 5, every: 15m }',
  })
  .meta({anyOf: PRIORITY_FORMS.map((form) => ({...jsonSchemaOf(form.schema), description: form.doc}))})
  .transform((written, context): PriorityRead => {
    const form = formMeantBy(Object.keys(written));
    const parsed = form.schema.safeParse(written);
    if (parsed.success) return form.read(parsed.data);
    const {issues} = parsed.error;
    // What the form makes of keys that are misspelt is no news beside the misspelling.
    const misspelt = issues.some((issue) => issue.code === 'unrecognized_keys');
    for (const issue of issues)
      if (!misspelt || issue.code !== 'custom' || issue.path.length > 0)
        context.issues.push({...issue, input: written} as never);
    return z.NEVER;
  });

function jsonSchemaOf(schema: z.ZodType) {
  const {$schema: _, ...rest} = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'});
  return rest;
}

const formOf = (spec: PriorityRead): PriorityForm => {
  const form = PRIORITY_FORMS.find((candidate) => candidate.form === spec.form);
  if (!form) throw new Error(`no priority form ${spec.form}`);
  return form;
};

/** The curve of a priority for a process or one of its items. Starts at age 0. */
export const piecesOf = (spec: PriorityRead, given: Given): Piece[] => joined(formOf(spec).pieces(spec.keys, given));
/** Value at age 0 of the curve of a process. */
export const initialOf = (spec: PriorityRead, given: Given): number => formOf(spec).initial(spec.keys, given);
/** Whether an initial value of an item's own only adds to the curve. */
export const isAdditive = (spec: PriorityRead, given: Given): boolean => formOf(spec).additive(spec.keys, given);
/** Whether `to` of a process has something to replace or set. */
export const hasTop = (spec: PriorityRead): boolean => formOf(spec).hasTop(spec.keys);
/** Keys of a priority that mean nothing for items that are never due. */
export const needsDue = (spec: PriorityRead): readonly string[] => formOf(spec).needsDue(spec.keys);
export type {PrioritySpec};
