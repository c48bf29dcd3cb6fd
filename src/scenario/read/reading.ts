import {check} from '../../language/check.ts';
import {unhinted} from '../../language/hinted.ts';
import type {Location, Path, Problem} from '../../language/problem.ts';
import type {z} from '../../language/schema.ts';
import {unknownKey} from '../../language/unknownKey.ts';
import type {Loader} from '../document/load.ts';
import {type Node, nameOf, nodeAt, placeOf, plain, spelled} from '../document/node.ts';
import type {Reporter} from '../document/reporter.ts';
import type {ParseTable, Table} from './table.ts';

interface ParsedTable {
  readonly table: Table;
  readonly good: boolean;
}

/** What readers of parts share: the document, where to report, how to get at CSV files. */
export class Reading {
  readonly root: Node;
  readonly #reporter: Reporter;
  readonly #loader: Loader;
  readonly #parseTable: ParseTable;
  readonly #tables = new Map<string, ParsedTable>();
  readonly #paths = new WeakMap<object, Path>();
  readonly #tableOf = new WeakMap<object, Table>();
  /** IANA zone of local times; set once the settings are read. */
  zone = 'UTC';
  /** Errors beside which everything else can be judged end nothing. */
  tolerant = false;

  constructor(root: Node, reporter: Reporter, loader: Loader, parseTable: ParseTable) {
    this.root = root;
    this.#reporter = reporter;
    this.#loader = loader;
    this.#parseTable = parseTable;
  }

  /** Names under a map of named parts, whether what they hold is good or not: a slip in one makes no other unknown. */
  names(...path: Path): string[] {
    const node = nodeAt(this.root, path);
    return node?.kind === 'map' ? [...node.entries.keys()] : [];
  }

  node(path: Path): Node | undefined {
    return nodeAt(this.root, path);
  }

  /** What stands at a path, by a schema; undefined where something is wrong with it, which is then reported. */
  check<Schema extends z.ZodType>(path: Path, schema: Schema): z.output<Schema> | undefined {
    const node = nodeAt(this.root, path);
    const result = check(schema, node && plain(node));
    if ('value' in result) return result.value;
    for (const {path: inner, atKey, message, hint} of result.findings)
      this.error([...path, ...inner], message, hint, atKey);
    return undefined;
  }

  /** The same where what is wrong has been reported already. */
  peek<Schema extends z.ZodType>(path: Path, schema: Schema): z.output<Schema> | undefined {
    const node = nodeAt(this.root, path);
    const result = check(schema, node && plain(node));
    return 'value' in result ? result.value : undefined;
  }

  error(path: Path, message: string, hint?: string, atKey = false): void {
    this.#reporter.error(this.place(path, atKey), this.spelled(path), message, hint);
  }

  warn(path: Path, message: string, hint?: string, atKey = false): void {
    this.#reporter.warn(this.place(path, atKey), this.spelled(path), message, hint);
  }

  tolerate(path: Path, message: string, hint?: string): void {
    const problem = {
      severity: 'error',
      at: this.place(path),
      path: this.spelled(path),
      message,
      tolerated: true,
    } as const;
    this.#reporter.add(hint === undefined ? problem : {...problem, hint});
  }

  /** Remembers where a thing read from the document stands; gives the thing back. */
  placed<Thing extends object>(thing: Thing, path: Path): Thing {
    this.#paths.set(thing, path);
    return thing;
  }

  /** Remembers the CSV a thing was read from; gives the thing back. */
  located<Thing extends object>(thing: Thing, table: Table): Thing {
    this.#tableOf.set(thing, table);
    return thing;
  }

  tableOf(thing: object): Table | undefined {
    return this.#tableOf.get(thing);
  }

  pathOf(thing: object): Path {
    return this.#paths.get(thing) ?? [];
  }

  get errorCount(): number {
    return this.#reporter.errorCount;
  }

  /** Problems found elsewhere in a file that `path` names. */
  take(problems: readonly Problem[], path: Path): void {
    for (const problem of problems) this.#reporter.add({...problem, path: this.spelled(path)});
  }

  /** Names of the groups of the workforce, whether what they hold is good or not. */
  groupNames(): string[] {
    const node = nodeAt(this.root, ['workforce']);
    const items = node?.kind === 'list' ? node.items : [];
    return items.flatMap((item) => nameOf(item) ?? []);
  }

  /** Something wrong in a CSV that a path of the scenario names. */
  errorIn(file: string, line: number, path: Path, message: string, hint?: string): void {
    this.#reporter.error({file, line, column: 1}, this.spelled(path), message, hint);
  }

  warnIn(file: string, line: number, path: Path, message: string, hint?: string): void {
    this.#reporter.warn({file, line, column: 1}, this.spelled(path), message, hint);
  }

  place(path: Path, atKey = false): Location {
    return placeOf(this.root, path, atKey);
  }

  spelled(path: Path): string {
    return spelled(this.root, path);
  }

  /** The path a file name at `path` means, for whoever opens it later; null where there is no such file. */
  resolved(path: Path, written: string): string | null {
    return this.#loader.found(written, this.#baseOf(path), this.place(path), this.spelled(path));
  }

  /** The columns of a log, null where they are not known. */
  header(path: Path, file: string, separator: string | null): readonly string[] | null {
    return this.#loader.header(file, separator, this.place(path), this.spelled(path));
  }

  /**
   * The CSV that `written` at `path` names, or null where it cannot be used, which is then reported. `partly`: where
   * some of its rows are none, which is reported, the others are given, so that what is wrong in them is told as well.
   */
  table(path: Path, written: string, partly = false): Table | null {
    const read = this.#loader.read(written, this.#baseOf(path), this.place(path), this.spelled(path));
    if (read === null) return null;
    const known = this.#tables.get(read.path) ?? this.#parsed(path, read.path, read.text);
    return known.good || (partly && known.table.rows.length > 0) ? known.table : null;
  }

  #parsed(path: Path, file: string, text: string): ParsedTable {
    const {header, rows, problems} = this.#parseTable(text, file);
    for (const problem of problems) this.#reporter.add({...problem, path: this.spelled(path)});
    const table = {file, header, rows: rows as Table['rows']};
    const parsed = {table, good: !problems.some(({severity}) => severity === 'error')};
    this.#tables.set(file, parsed);
    return parsed;
  }

  #baseOf(path: Path): string {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(this.root, path.slice(0, length));
      if (node) return node.base;
    }
    return this.root.base;
  }
}

/**
 * Reports keys of a map that are none of `shape`, and keys of it that must be there and are not. What the keys hold is
 * read part by part, so that something wrong in one leaves the others readable. At the top, keys that begin with `x-`
 * hold what aliases name, and `$schema` is for editors.
 */
export function checkKeys(reading: Reading, path: Path, shape: z.ZodRawShape, example: string | undefined): void {
  const node = nodeAt(reading.root, path);
  if (node?.kind !== 'map') {
    const found = node === undefined ? 'found none' : 'found something else';
    reading.error(path, `expected a map of keys under ${path.join('.') || 'the scenario'}, ${found}`, example);
    return;
  }
  for (const key of node.entries.keys()) {
    if (Object.hasOwn(shape, key) || (path.length === 0 && (key === '$schema' || key.startsWith('x-')))) continue;
    const {message, hint} = unhinted(unknownKey(key, Object.keys(shape)));
    reading.error([...path, key], message, hint, true);
  }
}
