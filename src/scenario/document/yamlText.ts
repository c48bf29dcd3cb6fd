import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import {nearest} from '../../language/nearest.ts';
import type {Location} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {Entry, ListNode, MapNode, Node, ScalarNode} from './node.ts';
import type {Reporter} from './reporter.ts';
import {explain} from './yamlErrors.ts';

const DEEPEST = 64;
const MOST_VALUES = 500_000;

/**
 * YAML 1.2 as nodes with places; anchors, aliases and merges (`<<`) resolved. Null where the text is not YAML: the
 * reporter then has what is wrong. `file` is for messages, `base` what paths in the text are relative to.
 */
export function parseYaml(text: string, file: string, base: string, reporter: Reporter): Node | null {
  const plainText = text.startsWith('\uFEFF') ? text.slice(1) : text;
  reporter.remember(file, plainText);
  const lines = new LineCounter();
  const document = parseSafely(plainText, lines);
  if (document === null) {
    reporter.error({file, line: 1, column: 1}, '', 'expected YAML, found values nested too deeply to read');
    return null;
  }
  if (document.errors.length > 0) {
    explain(plainText, file, document.errors, lines, reporter);
    return null;
  }
  const before = reporter.problems.length;
  const node = new Composer(file, base, lines, reporter).node(document.contents, 0);
  return reporter.problems.slice(before).some((problem) => problem.severity === 'error') ? null : node;
}

function parseSafely(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
      resolveKnownTags: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** From the nodes of `yaml` to ours, counting values so that aliases of aliases cannot grow without end. */
class Composer {
  readonly #file: string;
  readonly #base: string;
  readonly #lines: LineCounter;
  readonly #reporter: Reporter;
  readonly #anchors = new Map<string, Node | 'open'>();
  readonly #sizes = new Map<Node, number>();

  constructor(file: string, base: string, lines: LineCounter, reporter: Reporter) {
    this.#file = file;
    this.#base = base;
    this.#lines = lines;
    this.#reporter = reporter;
  }

  node(source: unknown, depth: number): Node {
    if (isAlias(source)) return this.#alias(source.source, this.#at(source));
    const anchor = isMap(source) || isSeq(source) || isScalar(source) ? source.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, 'open');
    const node = this.#composed(source, depth);
    if (anchor) this.#anchors.set(anchor, node);
    return node;
  }

  #composed(source: unknown, depth: number): Node {
    const at = this.#at(source);
    if (depth > DEEPEST) return this.#refused(at, `expected at most ${DEEPEST} levels, found values nested deeper`);
    if (isMap(source)) return this.#counted(this.#map(source, at, depth), at);
    if (isSeq(source)) {
      const items = source.items.map((item) => this.node(item, depth + 1));
      return this.#counted({kind: 'list', at, base: this.#base, items} satisfies ListNode, at);
    }
    const value: unknown = isScalar(source) ? source.value : null;
    if (typeof value === 'number' && !Number.isFinite(value))
      return this.#refused(at, `expected a number, found ${shown(isScalar(source) ? source.source : value)}`);
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return this.#scalar(value, at);
    return this.#refused(at, 'expected text, a number, true or false, found a value of another type');
  }

  #map(source: YAMLMap, at: Location, depth: number): MapNode {
    const own = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    for (const pair of source.items) this.#pair(pair, own, merged, depth);
    for (const [key, entry] of own) merged.set(key, entry);
    return {kind: 'map', at, base: this.#base, entries: own.size === merged.size ? own : merged};
  }

  #pair(pair: Pair, own: Map<string, Entry>, merged: Map<string, Entry>, depth: number): void {
    const keyAt = this.#at(pair.key);
    const key = this.#key(pair.key, keyAt);
    if (key === null) return;
    const value = pair.value === null ? this.#scalar(null, keyAt) : this.node(pair.value, depth + 1);
    if (key === '<<') this.#merge(value, merged);
    else if (own.has(key))
      this.#reporter.error(keyAt, key, `expected each key once, found ${shown(key)} a second time`, 'keep one of them');
    else own.set(key, {keyAt, value});
  }

  #key(source: unknown, at: Location): string | null {
    const value: unknown = isScalar(source) ? source.value : undefined;
    if (source === null || value === null || value === '') {
      this.#reporter.error(at, '', 'expected a name before the colon, found nothing', 'quote a colon that is text');
      return null;
    }
    if (value === undefined || value === '__proto__') {
      const found = value === undefined ? 'a list, a map or an alias' : '"__proto__"';
      this.#reporter.error(at, '', `expected a name before the colon, found ${found}`);
      return null;
    }
    return isScalar(source) && typeof value === 'number' && source.source !== undefined ? source.source : String(value);
  }

  /** `<<: *a` or `<<: [*a, *b]`: keys that the map does not have itself, the first that has one wins. */
  #merge(value: Node, merged: Map<string, Entry>): void {
    for (const part of value.kind === 'list' ? value.items : [value]) {
      if (part.kind === 'map') {
        for (const [key, entry] of part.entries) if (!merged.has(key)) merged.set(key, entry);
      } else this.#reporter.error(part.at, '<<', 'expected << to name a map, or a list of maps, to take keys from');
    }
  }

  #alias(name: string, at: Location): Node {
    const target = this.#anchors.get(name);
    if (target !== undefined && target !== 'open') return this.#counted(target, at, this.#sizes.get(target));
    if (target === 'open') return this.#refused(at, `the alias *${name} stands inside what it names`);
    const near = nearest(name, this.#anchors.keys());
    const hint = near
      ? `did you mean *${near}?`
      : `write &${name} before the value it stands for, further up; quote the text if it is none: "*${name}"`;
    return this.#refused(at, `the alias *${name} names nothing: there is no anchor &${name} before it`, hint);
  }

  #counted(node: Node, at: Location, known?: number): Node {
    let size = known;
    if (size === undefined) {
      size = 1;
      const inner = node.kind === 'map' ? [...node.entries.values()].map((entry) => entry.value) : childrenOf(node);
      for (const value of inner) size += this.#sizes.get(value) ?? 1;
      this.#sizes.set(node, size);
    }
    if (size > MOST_VALUES)
      return this.#refused(at, `expected at most ${MOST_VALUES} values, found more where aliases are written out`);
    return node;
  }

  #scalar(value: ScalarNode['value'], at: Location): ScalarNode {
    return {kind: 'scalar', at, base: this.#base, value};
  }

  #refused(at: Location, message: string, hint?: string): Node {
    this.#reporter.error(at, '', message, hint);
    return this.#scalar(null, at);
  }

  #at(source: unknown): Location {
    const range = isAlias(source) || isMap(source) || isSeq(source) || isScalar(source) ? source.range : undefined;
    const {line, col} = this.#lines.linePos(range?.[0] ?? 0);
    return {file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1)};
  }
}

const childrenOf = (node: Node): readonly Node[] => (node.kind === 'list' ? node.items : []);
