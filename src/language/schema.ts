/**
 * The primitives every key of the language is built from. The only home of zod: answers (priority forms,
 * distributions, targets, …) state their own keys with these, and the scenario's schema is put together from them.
 * Every key carries `.describe('…')` with its unit and default; the JSON Schema and the reference are made from it.
 *
 * A value is parsed as YAML gives it; output types are without units: durations in ms, shares 0 to 1.
 */
import {z} from 'zod';
import {parseDuration} from './duration.ts';
import {hinted} from './hinted.ts';
import {shown} from './show.ts';
import {unknownKey} from './unknownKey.ts';
import {genericMessage} from './zodMessages.ts';

export {z};

z.config({customError: genericMessage});

/**
 * An object whose keys are all known; an unknown key is a problem with the nearest known one. `later`: keys that are
 * part of the language but not yet of this version, with what to say of them.
 */
export const keys = <Shape extends z.ZodRawShape>(shape: Shape, later: Readonly<Record<string, string>> = {}) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, Object.keys(shape), later)).join('\n')
        : undefined,
  });

/** `15s`, `4m`, `1h30m`, `2d` to ms. A bare number is a problem that says which units there are. */
export const duration = z
  .string({
    error: (issue) =>
      typeof issue.input === 'number'
        ? `expected a duration with a unit, found the bare number ${issue.input}: write ${issue.input}s, ${issue.input}m or ${issue.input}h`
        : `expected a duration such as 15s, 4m, 1h30m or 2d, found ${shown(issue.input)}`,
  })
  .meta({pattern: '^\\s*(\\d+(\\.\\d+)?\\s*(ms|s|m|h|d|w)\\s*)+$', examples: ['15s', '4m', '1h30m', '2d']})
  .transform((text, context) => {
    const ms = parseDuration(text.trim());
    if (ms !== null) return ms;
    context.addIssue({
      code: 'custom',
      message: text.trim().startsWith('-')
        ? `expected a duration that is not negative, found ${shown(text)}`
        : `expected a duration such as 15s, 4m, 1h30m or 2d, found ${shown(text)}`,
    });
    return z.NEVER;
  });

/** `20%` to 0.2; at most 100%. */
export const share = z
  .string({
    error: (issue) =>
      typeof issue.input === 'number'
        ? `expected a share in percent, found the bare number ${issue.input}: write ${issue.input <= 1 ? issue.input * 100 : issue.input}%`
        : `expected a share such as 20%, found ${shown(issue.input)}`,
  })
  .meta({pattern: '^\\s*\\d+(\\.\\d+)?\\s*%\\s*$', examples: ['20%']})
  .transform((text, context) => {
    const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
    const value = Number(match?.[1]) / 100;
    if (value <= 1) return value;
    if (match) {
      context.addIssue({code: 'custom', message: `expected a share of at most 100%, found ${shown(text)}`});
      return z.NEVER;
    }
    context.addIssue({code: 'custom', message: `expected a share such as 20%, found ${shown(text)}`});
    return z.NEVER;
  });

/** A word or number a person wrote, as text. */
export const word = z
  .union([z.string(), z.number(), z.boolean()], {error: (issue) => `expected a word, found ${shown(issue.input)}`})
  .transform(String);
export const number = z.number({
  error: ({input}) => {
    const percent = typeof input === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(input.trim()) : null;
    return hinted(
      `expected a number, found ${shown(input)}`,
      percent ? `write ${Number((Number(percent[1]) / 100).toPrecision(12))}` : undefined,
    );
  },
});
export const count = z
  .int({error: (issue) => `expected a whole number, found ${shown(issue.input)}`})
  .min(0, {error: 'expected a number that is not negative'});

/** One value or a list of them, always a list. */
export const oneOrMany = <Inner extends z.ZodType>(inner: Inner) =>
  z.union([inner, z.array(inner)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Inner>[]);
