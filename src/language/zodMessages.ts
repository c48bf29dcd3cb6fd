import type {z} from 'zod';
import {hinted} from './hinted.ts';
import {nearest} from './nearest.ts';
import {shown} from './show.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  record: 'a map of names',
  array: 'a list',
  tuple: 'a list',
};

/** Stands before a generic message until it is told: zod keeps a message, and nothing of where it comes from. */
const GENERIC = '\u0001';

/** What to say of an issue where the schema says nothing itself. */
export const genericMessage = (issue: z.core.$ZodRawIssue): string => GENERIC + messageOf(issue);

/** Whether a message is one of these: where there is a choice of messages, those of schemas say more. */
export const isGenericMessage = (message: string): boolean => message.startsWith(GENERIC);

/** The message as it is told. */
export const spoken = (message: string): string =>
  isGenericMessage(message) ? message.slice(GENERIC.length) : message;

function messageOf(issue: z.core.$ZodRawIssue): string {
  const found = shown(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(String(issue.expected), issue.input);
    case 'invalid_value': {
      const values = (issue.values as readonly unknown[]).map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
      return hinted(`expected ${listed(values)}, found ${found}`, near ? `did you mean ${near}?` : undefined);
    }
    case 'too_small':
      return `expected ${sized(issue.origin, 'at least', issue.minimum)}, found ${measured(issue.input)}`;
    case 'too_big':
      return `expected ${sized(issue.origin, 'at most', issue.maximum)}, found ${measured(issue.input)}`;
    default:
      return `expected another value, found ${found}`;
  }
}

function typeMessage(expected: string, input: unknown): string {
  const message = `expected ${KINDS[expected] ?? expected}, found ${shown(input)}`;
  return expected === 'object' || expected === 'record' ? hinted(message, spaceMissing(input)) : message;
}

/** The hint for a text such as `perHour:60` where a map is due. */
export function spaceMissing(input: unknown): string | undefined {
  const glued = typeof input === 'string' ? /^([\w-]+):(\S.*)$/.exec(input) : null;
  return glued ? `write a space after the colon: ${glued[1]}: ${glued[2]}` : undefined;
}

function listed(values: readonly string[]): string {
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? 'nothing');
}

function sized(origin: unknown, bound: string, limit: unknown): string {
  if (origin === 'array') return `${bound} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  if (origin === 'string') return `${bound} ${limit} ${Number(limit) === 1 ? 'character' : 'characters'}`;
  return `a number ${bound} ${limit}`;
}

function measured(input: unknown): string {
  return Array.isArray(input) ? String(input.length) : shown(input);
}
