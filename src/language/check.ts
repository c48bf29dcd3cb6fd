import {unhinted} from './hinted.ts';
import {nearest} from './nearest.ts';
import type {Path} from './problem.ts';
import type {z} from './schema.ts';
import {shown} from './show.ts';
import {descriptionAt} from './within.ts';

/** One thing wrong with a value, at a path inside it. `atKey`: the key is wrong, not what it holds. */
export interface Finding {
  readonly path: Path;
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}
export type Checked<Output> = {readonly value: Output} | {readonly findings: readonly Finding[]};

type Issue = z.core.$ZodIssue;

/** Marks a message that no schema gave: where a union has a choice of messages, those of schemas say more. */
const GENERIC = '\u0001';

/** The value as the schema reads it, or everything that is wrong with it, in words for who wrote it. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): Checked<z.output<Schema>> {
  const result = schema.safeParse(value, {error: (issue) => `${GENERIC}${genericMessage(issue)}`, reportInput: true});
  if (result.success) return {value: result.data};
  return {findings: result.error.issues.flatMap((issue) => findingsOf(issue, [], schema))};
}

function findingsOf(issue: Issue, before: Path, schema: z.ZodType): Finding[] {
  const path: Path = [...before, ...(issue.path as (string | number)[])];
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closest(issue.errors).flatMap((inner) => findingsOf(inner, path, schema));
  if (issue.code === 'unrecognized_keys') {
    const texts = issue.message.split('\n');
    return issue.keys.map((key, i) => ({path: [...path, key], atKey: true, ...texted(texts[i] ?? issue.message)}));
  }
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0]?.message ?? issue.message;
    return [{path, atKey: true, ...texted(inner)}];
  }
  if (issue.input === undefined && path.length > 0 && issue.code !== 'custom') return [missing(path, schema)];
  return [{path, atKey: false, ...texted(issue.message)}];
}

function missing(path: Path, schema: z.ZodType): Finding {
  const key = path.at(-1);
  const message = typeof key === 'number' ? `expected an entry ${key + 1}` : `expected the key ${key}, found none`;
  const description = descriptionAt(schema, path);
  return description === undefined
    ? {path, atKey: false, message}
    : {path, atKey: false, message, hint: `${key}: ${description}`};
}

function texted(text: string): {readonly message: string; readonly hint?: string} {
  return unhinted(text.startsWith(GENERIC) ? text.slice(1) : text);
}

/**
 * The issues of the alternative that was most likely meant: the one whose own keys are there. Where several are as
 * close, the first whose message a schema gave; where none did, their expectations joined.
 */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const costs = alternatives.map((issues) => issues.reduce((sum, issue) => sum + cost(issue), 0));
  const least = Math.min(...costs);
  const best = alternatives.filter((_, i) => costs[i] === least);
  const [first = []] = best;
  if (best.length === 1) return first;
  return joinedKeys(best) ?? best.find((issues) => issues.every((issue) => !isGeneric(issue))) ?? joined(best) ?? first;
}

function isGeneric(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().every(isGeneric);
  return issue.message.startsWith(GENERIC);
}

function cost(issue: Issue): number {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const inner = closest(issue.errors).reduce((sum, each) => sum + cost(each), 0);
    return issue.path.length === 0 ? inner : Math.min(inner, 1);
  }
  if (issue.code === 'unrecognized_keys') return issue.path.length === 0 ? 100 * issue.keys.length : 1;
  if (issue.path.length === 0) return issue.code === 'invalid_type' ? 10_000 : 1;
  return issue.path.length === 1 && issue.input === undefined ? 100 : 1;
}

/** Alternatives told apart by their one key, none of which is there: one problem that knows all of them. */
function joinedKeys(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const wanted: string[] = [];
  let unknown: Issue | undefined;
  for (const issues of alternatives) {
    for (const issue of issues) {
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0) unknown ??= issue;
      else if (issue.path.length === 1 && issue.input === undefined) wanted.push(String(issue.path[0]));
      else return null;
    }
  }
  if (wanted.length === 0) return null;
  const known = [...new Set(wanted)];
  if (unknown?.code !== 'unrecognized_keys')
    return [{code: 'custom', path: [], message: `expected one of the keys ${known.join(', ')}, found none of them`}];
  return [
    {
      ...unknown,
      message: unknown.keys
        .map((key) => {
          const near = nearest(key, known);
          return `expected one of ${known.join(', ')}, found ${shown(key)}${near ? `\tdid you mean ${near}?` : ''}`;
        })
        .join('\n'),
    },
  ];
}

/** `expected a number or a list, found …` of alternatives that fail alike at one place. */
function joined(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const issues = alternatives.flat();
  const [first] = issues;
  if (!first || issues.some((issue) => issue.path.join('.') !== first.path.join('.'))) return null;
  const parts = issues.map((issue) => /^\u0001?expected (.*?), found /.exec(issue.message)?.[1]);
  if (parts.some((part) => part === undefined)) return null;
  const message = `expected ${[...new Set(parts)].join(' or ')}, found ${shown(first.input)}`;
  return [{code: 'custom', path: first.path, message, input: first.input}];
}

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

function genericMessage(issue: z.core.$ZodRawIssue): string {
  const found = shown(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(String(issue.expected), issue.input);
    case 'invalid_value': {
      const values = (issue.values as readonly unknown[]).map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
      return `expected ${listed(values)}, found ${found}${near ? `\tdid you mean ${near}?` : ''}`;
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
  const glued = typeof input === 'string' ? /^([\w-]+):(\S.*)$/.exec(input) : null;
  return glued && (expected === 'object' || expected === 'record')
    ? `${message}\twrite a space after the colon: ${glued[1]}: ${glued[2]}`
    : message;
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
