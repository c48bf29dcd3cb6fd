import {hinted, unhinted} from './hinted.ts';
import type {Path} from './problem.ts';
import type {z} from './schema.ts';
import {shown} from './show.ts';
import {unknownKey} from './unknownKey.ts';
import {descriptionAt} from './within.ts';
import {isGenericMessage, spaceMissing, spoken} from './zodMessages.ts';

/** One thing wrong with a value, at a path inside it. `atKey`: the key is wrong, not what it holds. */
export interface Finding {
  readonly path: Path;
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}
export type Checked<Output> = {readonly value: Output} | {readonly findings: readonly Finding[]};

type Issue = z.core.$ZodIssue;

/** The value as the schema reads it, or everything that is wrong with it, in words for who wrote it. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): Checked<z.output<Schema>> {
  const result = schema.safeParse(value);
  if (result.success) return {value: result.data};
  const whole = {schema, value};
  return {findings: withoutEchoes(result.error.issues.flatMap((issue) => findingsOf(issue, [], whole)))};
}

/** A finding, and what kind of slip it is: an unknown key makes others out of step that are no news. */
type Sorted = Finding & {readonly kind: 'unknown' | 'missing' | 'rule' | 'value'; readonly near?: string | undefined};

/** Without what a misspelt key makes missing, and without what rules about a map make of its misspelt keys. */
function withoutEchoes(findings: readonly Sorted[]): Finding[] {
  const parentOf = ({path}: Finding) => JSON.stringify(path.slice(0, -1));
  const unknown = findings.filter(({kind}) => kind === 'unknown');
  return findings
    .filter((finding) => {
      if (finding.kind === 'missing')
        return !unknown.some((slip) => slip.near === finding.path.at(-1) && parentOf(slip) === parentOf(finding));
      return finding.kind !== 'rule' || !unknown.some((slip) => parentOf(slip) === JSON.stringify(finding.path));
    })
    .map(({kind: _, near: __, ...finding}) => finding);
}

interface Whole {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

function findingsOf(issue: Issue, before: Path, whole: Whole): Sorted[] {
  const path: Path = [...before, ...(issue.path as (string | number)[])];
  const found = valueAt(whole.value, path);
  if (path.length > 0 && found === undefined && issue.code !== 'custom') return [missing(path, whole.schema)];
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && !saysItAll(issue))
    return closest(issue.errors, found).flatMap((inner) => findingsOf(inner, path, whole));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key, i) => unknown(path, key, spoken(issue.message), i));
  if (issue.code === 'invalid_key')
    return [{path, atKey: true, kind: 'value', ...unhinted(spoken(issue.issues[0]?.message ?? issue.message))}];
  const atKey = issue.code === 'custom' && issue.params?.atKey === true;
  const said = spoken(issue.message);
  const message = atKey ? said : withFound(said, found);
  const cut = found === null && !message.includes('\t') ? keyCutAtComma(path, whole.value) : undefined;
  return [{path, atKey, kind: issue.code === 'custom' ? 'rule' : 'value', ...unhinted(hinted(message, cut))}];
}

/** In braces `{ sat,sun: 3 }` is a key without a value and another: it was meant as one. */
function keyCutAtComma(path: Path, value: unknown): string | undefined {
  const map = valueAt(value, path.slice(0, -1));
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  const key = String(path.at(-1));
  const next = Object.keys(map)[Object.keys(map).indexOf(key) + 1];
  return next === undefined ? undefined : `in braces a name with a comma needs quotes: '${key},${next}'`;
}

/** A choice with words of its own, where the value is nowhere near any of the alternatives. */
const saysItAll = ({message, errors}: Extract<Issue, {code: 'invalid_union'}>): boolean =>
  !isGenericMessage(message) && errors.every((issues) => issues.every(isNeither));

function isNeither(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((issues) => issues.every(isNeither));
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && isGenericMessage(issue.message);
}

/** A rule of a schema says what it expects; what stands there instead is known here. */
function withFound(text: string, found: unknown): string {
  const {message, hint} = unhinted(text);
  const isPlain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
  if (!isPlain || !message.startsWith('expected ') || /\bfound\b/.test(message)) return text;
  const [, expected, why] = /^([^{]*?)(: .*)?$/.exec(message) ?? [message, message];
  return hinted(`${expected}, found ${shown(found)}${why ?? ''}`, hint);
}

function unknown(path: Path, key: string, messages: string, index: number): Sorted {
  const texts = unhinted(messages.split('\n')[index] ?? messages);
  const near = /^(?:did you mean|write) ([^?:]+)[?:]/.exec(texts.hint ?? '')?.[1];
  return {path: [...path, key], atKey: true, kind: 'unknown', near, ...texts};
}

function missing(path: Path, schema: z.ZodType): Sorted {
  const key = path.at(-1);
  const message = typeof key === 'number' ? `expected an entry ${key + 1}` : `expected the key ${key}, found none`;
  const description = descriptionAt(schema, path);
  const finding = {path, atKey: false, kind: 'missing', message} as const;
  return description === undefined ? finding : {...finding, hint: `${key}: ${description}`};
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const step of path)
    inner =
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<PropertyKey, unknown>)[step]
        : undefined;
  return inner;
}

/**
 * The issues of the alternative that was most likely meant: the one whose own keys are there. Where several are as
 * close, the first whose message a schema gave; where none did, their expectations joined.
 */
function closest(alternatives: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const costs = alternatives.map((issues) => issues.reduce((sum, issue) => sum + cost(issue, value), 0));
  const least = Math.min(...costs);
  const best = alternatives.filter((_, i) => costs[i] === least);
  const [first = []] = best;
  if (best.length === 1) return first;
  return (
    joinedKeys(best, value) ??
    best.find((issues) => issues.every((issue) => !isGeneric(issue))) ??
    joined(best, value) ??
    first
  );
}

function isGeneric(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().every(isGeneric);
  return isGenericMessage(issue.message);
}

/** How far from meant an alternative is: another type altogether, keys that are not its own, a slip further in. */
function cost(issue: Issue, value: unknown): number {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const at = valueAt(value, issue.path);
    const inner = Math.min(...issue.errors.map((issues) => issues.reduce((sum, each) => sum + cost(each, at), 0)));
    return issue.path.length === 0 ? inner : Math.min(inner, 1);
  }
  if (issue.code === 'unrecognized_keys') return issue.path.length === 0 ? 100 * issue.keys.length : 1;
  if (issue.path.length === 0) return issue.code === 'invalid_type' ? 10_000 : 1;
  if (issue.path.length > 1) return 1;
  const found = valueAt(value, issue.path);
  if (found === undefined) return 100;
  const isOtherShape = issue.code === 'invalid_type' && (typeof found === 'object') !== SHAPED.has(issue.expected);
  return isOtherShape ? 150 : 1;
}

/** Types of values that hold others. */
const SHAPED: ReadonlySet<string> = new Set(['object', 'record', 'array', 'tuple', 'map']);

/** Alternatives told apart by their one key, none of which is there: one problem that knows all of them. */
function joinedKeys(alternatives: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const wanted: string[] = [];
  let unknown: Issue | undefined;
  for (const issues of alternatives) {
    for (const issue of issues) {
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0) unknown ??= issue;
      else if (issue.path.length === 1 && valueAt(value, issue.path) === undefined) wanted.push(String(issue.path[0]));
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
      message: unknown.keys.map((key) => unknownKey(key, known)).join('\n'),
    },
  ];
}

/** `expected a number or a list, found …` of alternatives that fail alike at one place. */
function joined(alternatives: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const issues = alternatives.flat();
  const [first] = issues;
  if (!first || issues.some((issue) => issue.path.join('.') !== first.path.join('.'))) return null;
  const parts = issues.map((issue) => /^expected (.*?), found /.exec(spoken(issue.message))?.[1]);
  if (parts.some((part) => part === undefined)) return null;
  const found = valueAt(value, first.path);
  const message = `expected ${[...new Set(parts)].join(' or ')}, found ${shown(found)}`;
  return [{code: 'custom', path: first.path, message: hinted(message, spaceMissing(found))}];
}
