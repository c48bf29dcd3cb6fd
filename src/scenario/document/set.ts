import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import type {z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import {keysWithin, within} from '../../language/within.ts';
import {child, type ListNode, type MapNode, type Node, nameOf} from './node.ts';
import type {Reporter} from './reporter.ts';
import {parseYaml} from './yamlText.ts';

/** A place that does not exist: how far the path went, what stood there, what it might have gone on with. */
interface Astray {
  readonly done: string;
  readonly rest: string;
  readonly choices: readonly string[];
  readonly found: string;
}

/**
 * The document with one value changed, by `path=value` as on the command line. Entries of lists go by name or number,
 * names with dots by longest match; the value is YAML. What the path names must exist, or be a key the schema knows.
 */
export function withSetting(root: Node, text: string, schema: z.ZodType, reporter: Reporter): Node {
  const file = `--set ${text}`;
  const at = {file, line: 0, column: 0};
  const equals = text.indexOf('=');
  if (equals < 1) {
    reporter.error(at, '', `expected path=value, found ${shown(text)}`, 'write --set routing.processes.calls.sla=4h');
    return root;
  }
  const written = text.slice(0, equals).trim();
  const steps = resolve(root, written, [schema]);
  if ('choices' in steps) {
    reportAstray(steps, at, written, root, reporter);
    return root;
  }
  const value = parseYaml(text.slice(equals + 1), file, baseAt(root, steps), reporter);
  return value === null ? root : withValue(root, steps, unplaced(value, file), file);
}

/** The base of what stands at the path, or of the closest map around it. */
function baseAt(root: Node, path: Path): string {
  let node: Node | undefined = root;
  let base = root.base;
  for (const step of path) {
    node = node && child(node, step);
    base = node?.base ?? base;
  }
  return base;
}

function resolve(root: Node, written: string, schemas: readonly z.core.$ZodType[]): Path | Astray {
  const steps: (string | number)[] = [];
  let node: Node | undefined = root;
  let inside = schemas;
  let rest = written;
  let done = '';
  while (rest !== '') {
    const next = stepOf(node, inside, rest);
    if ('choices' in next) return {done, rest, ...next};
    steps.push(next.step);
    node = node && child(node, next.step);
    inside = within(inside, next.step);
    done = done === '' ? next.name : `${done}.${next.name}`;
    rest = rest.slice(next.name.length + 1);
  }
  return steps;
}

type Step = {readonly step: string | number; readonly name: string} | Pick<Astray, 'choices' | 'found'>;

function stepOf(node: Node | undefined, schemas: readonly z.core.$ZodType[], rest: string): Step {
  if (node?.kind === 'scalar' && node.value !== null) return {choices: [], found: shown(node.value)};
  if (node?.kind === 'list') {
    const choices = namesOf(node);
    const name = longestStart(rest, choices);
    return name === undefined ? {choices, found: 'a list'} : {step: indexOf(node, name), name};
  }
  const {keys, open} = keysWithin(schemas);
  const choices = [...(node?.kind === 'map' ? node.entries.keys() : []), ...keys];
  // A new name is taken for one only where it ends the path: in the middle it is more likely a slip.
  const name = longestStart(rest, choices) ?? (open && !rest.includes('.') ? rest : undefined);
  return name === undefined ? {choices, found: 'a map'} : {step: name, name};
}

function namesOf(list: ListNode): string[] {
  const names = list.items.flatMap((item) => nameOf(item) ?? []);
  return [...names, ...list.items.keys()].map(String);
}

function indexOf(list: ListNode, name: string): number {
  const named = list.items.findIndex((item) => nameOf(item) === name);
  return named >= 0 ? named : Number(name);
}

function longestStart(rest: string, names: readonly string[]): string | undefined {
  let longest: string | undefined;
  for (const name of names)
    if ((rest === name || rest.startsWith(`${name}.`)) && name.length > (longest?.length ?? -1)) longest = name;
  return longest;
}

function reportAstray(
  {done, rest, choices, found}: Astray,
  at: Node['at'],
  written: string,
  root: Node,
  reporter: Reporter,
): void {
  const [first = ''] = rest.split('.');
  const near = nearest(rest, choices) ?? nearest(first, choices);
  const path = near
    ? [done, near, ...(nearest(rest, choices) === near ? [] : rest.split('.').slice(1))].filter(Boolean).join('.')
    : nearest(written, allPaths(root));
  const where = done === '' ? 'the scenario' : done;
  const message =
    choices.length === 0
      ? `expected a path of the scenario, found ${shown(written)}: ${where} holds ${found}, no keys`
      : `expected a path of the scenario, found ${shown(written)}: ${where} has no ${shown(first)}`;
  const all = [...new Set(choices)];
  const listed = all.slice(0, 12).join(', ') + (all.length > 12 ? ', …' : '');
  reporter.error(at, written, message, path ? `did you mean ${path}?` : listed ? `${where} has ${listed}` : undefined);
}

function allPaths(root: Node, before = '', paths: string[] = []): string[] {
  if (root.kind === 'scalar' || paths.length > 20_000) return paths;
  const entries: [string, Node][] =
    root.kind === 'map'
      ? [...root.entries].map(([key, entry]) => [key, entry.value])
      : root.items.map((item, i) => [nameOf(item) ?? String(i), item]);
  for (const [name, node] of entries) {
    const path = before === '' ? name : `${before}.${name}`;
    paths.push(path);
    allPaths(node, path, paths);
  }
  return paths;
}

/** The document with `value` at a path; maps that are missing on the way are made. */
export function withValue(root: Node | undefined, path: Path, value: Node, file: string): Node {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (root?.kind === 'list') {
    const items = [...root.items];
    items[Number(step)] = withValue(items[Number(step)], rest, value, file);
    return {...root, items};
  }
  const map: MapNode = root?.kind === 'map' ? root : {kind: 'map', at: value.at, base: value.base, entries: new Map()};
  const key = String(step);
  const entry = map.entries.get(key);
  const inner = withValue(entry?.value, rest, value, file);
  return {...map, entries: new Map(map.entries).set(key, {keyAt: entry?.keyAt ?? value.at, value: inner})};
}

/** A value from the command line stands in no line. */
function unplaced(node: Node, file: string): Node {
  const at = {file, line: 0, column: 0};
  if (node.kind === 'scalar') return {...node, at};
  if (node.kind === 'list') return {...node, at, items: node.items.map((item) => unplaced(item, file))};
  const entries = [...node.entries].map(([key, {value}]) => [key, {keyAt: at, value: unplaced(value, file)}] as const);
  return {...node, at, entries: new Map(entries)};
}
