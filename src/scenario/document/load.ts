import {nearest} from '../../language/nearest.ts';
import {InputError, type Path} from '../../language/problem.ts';
import type {z} from '../../language/schema.ts';
import {printable, shown} from '../../language/show.ts';
import {type TextFiles, UnreadableFile} from '../files.ts';
import {withCandidate} from './candidate.ts';
import type {Entry, ListNode, MapNode, Node} from './node.ts';
import type {Reporter} from './reporter.ts';
import {withSetting, withValue} from './set.ts';
import {parseYaml} from './yamlText.ts';

/** A text that was read, by the name it was asked for. */
export interface TextRead {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** What may stand beside a part in the part's own file, and is taken into the scenario name by name. */
const COMPANIONS = ['shifts', 'calendars'] as const;
const YAML_FILE = /\.(ya?ml|json)$/i;
const DEEPEST_FILES = 16;
const FOUND: Readonly<Record<UnreadableFile['reason'], string>> = {
  missing: 'none',
  'not text': 'what is no text in UTF-8',
  'is a folder': 'a folder',
  unreadable: 'one that may not be read',
};

/** Puts a scenario together from its files: parts in files of their own, parts swapped, single values set. */
export class Loader {
  readonly reads: TextRead[] = [];
  readonly #files: TextFiles;
  readonly #reporter: Reporter;
  #companions: Node[] = [];

  constructor(files: TextFiles, reporter: Reporter) {
    this.#files = files;
    this.#reporter = reporter;
  }

  /** The whole document, or null where it could not be put together: the reporter then has why. */
  load(
    entry: string,
    swapped: Readonly<Record<string, string | undefined>>,
    candidates: readonly string[],
    sets: readonly string[],
    schema: z.ZodType,
  ): Node | null {
    let root = this.#parse(entry, entry, 'scenario', null);
    if (root && root.kind !== 'map') {
      this.#reporter.error(root.at, '', 'expected a map of keys, found no key at all', 'begin with name: My centre');
      return null;
    }
    for (const [part, file] of Object.entries(swapped)) {
      if (root === null || file === undefined) continue;
      const node = this.#parse(file, `--${part} ${file}`, part, null);
      if (node) root = withValue(root, [part], this.#unwrapped(node, part), `--${part} ${file}`);
    }
    root = root && this.#withCompanions(this.#expanded(root, [], [entry]) as MapNode);
    for (const file of candidates) {
      const node = this.#parse(file, `--with ${file}`, 'with', null);
      if (root === null || node === null) continue;
      const changed = withCandidate(root as MapNode, node, schema, this.#reporter);
      root = this.#withCompanions(this.#expanded(changed, [], [entry]) as MapNode);
    }
    for (const set of root ? sets : []) {
      if (root === null) continue;
      const changed: Node = withSetting(root, set, schema, this.#reporter);
      root = changed === root ? root : this.#expanded(changed, [], [entry]);
    }
    return root && this.#withCompanions(root as MapNode);
  }

  /** A text named in the document, or null with the problem told where it is named. */
  read(
    written: string,
    base: string,
    at: Node['at'],
    path: string,
  ): {readonly path: string; readonly text: string} | null {
    const resolved = this.#files.resolve(base, written);
    return this.#text(resolved, written, at, path);
  }

  /** The path of a file named in the document, which must be there; null with the problem told where it is named. */
  found(written: string, base: string, at: Node['at'], path: string): string | null {
    const resolved = this.#files.resolve(base, written);
    return this.#files.exists(resolved) ? resolved : (this.#text(resolved, written, at, path)?.path ?? null);
  }

  /** The header of a log, null where it is not known or cannot be read, which is then told. */
  header(file: string, separator: string | null, at: Node['at'], path: string): readonly string[] | null {
    if (this.#files.header === undefined) return null;
    try {
      return this.#files.header(file, separator);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems)
        this.#reporter.add(problem.at.line > 0 ? {...problem, path} : {...problem, at, path});
      return null;
    }
  }

  #parse(
    file: string,
    shownAs: string,
    name: string,
    from: {readonly at: Node['at']; readonly path: string} | null,
  ): Node | null {
    const read = this.#text(file, name, from?.at ?? {file: shownAs, line: 0, column: 0}, from?.path ?? '');
    return read && parseYaml(read.text, file, file, this.#reporter);
  }

  #text(
    file: string,
    name: string,
    at: Node['at'],
    path: string,
  ): {readonly path: string; readonly text: string} | null {
    const known = this.reads.find((read) => read.path === file);
    if (known) return known;
    try {
      const text = this.#files.read(file);
      this.#reporter.remember(file, text);
      this.reads.push({name, path: file, text});
      return {path: file, text};
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const found = error.detail?.message ?? FOUND[error.reason];
      const inside = `${file.replace(/[\\/]$/, '')}/scenario.yaml`;
      const hint = error.reason === 'is a folder' && this.#files.exists(inside) ? `name ${inside}` : error.detail?.hint;
      this.#reporter.error(at, path, `expected a file to read at ${shown(file)}, found ${found}`, hint);
      return null;
    }
  }

  /** The document with every `{ file: part.yaml }` replaced by what the file holds. */
  #expanded(node: Node, path: Path, open: readonly string[]): Node {
    if (node.kind === 'list') return this.#expandedList(node, path, open);
    if (node.kind !== 'map') return node;
    const written = partFile(node, path);
    if (written) return this.#included(written, node, path, open);
    let changed: Map<string, Entry> | undefined;
    for (const [key, entry] of node.entries) {
      const value = this.#expanded(entry.value, [...path, key], open);
      if (value === entry.value) continue;
      changed ??= new Map(node.entries);
      changed.set(key, {...entry, value});
    }
    return changed ? {...node, entries: changed} : node;
  }

  #expandedList(node: ListNode, path: Path, open: readonly string[]): Node {
    let same = true;
    const items = node.items.flatMap((item, index) => {
      const value = this.#expanded(item, [...path, index], open);
      same &&= value === item;
      // A list in a file that stands in a list: its entries take its place.
      return value !== item && value.kind === 'list' && item.kind === 'map' ? value.items : [value];
    });
    return same ? node : {...node, items};
  }

  #included(written: string, node: MapNode, path: Path, open: readonly string[]): Node {
    const file = this.#files.resolve(node.base, written);
    const nothing: Node = {kind: 'scalar', at: node.at, base: node.base, value: null};
    const name = path.join('.');
    if (open.includes(file) || open.length > DEEPEST_FILES) {
      this.#reporter.error(node.at, name, `the file ${shown(written)} is a part of itself`);
      return nothing;
    }
    const root = this.#parse(file, written, written, {at: node.at, path: name});
    if (root === null) return nothing;
    return this.#expanded(this.#unwrapped(root, String(path.at(-1))), path, [...open, file]);
  }

  /** A part's file may hold the part itself, or a map with the part under its name and companions beside it. */
  #unwrapped(root: Node, part: string): Node {
    const entry = root.kind === 'map' ? root.entries.get(part) : undefined;
    if (root.kind !== 'map' || !entry) return root;
    const strange = [...root.entries].filter(
      ([key]) => key !== part && !key.startsWith('x-') && !(COMPANIONS as readonly string[]).includes(key),
    );
    const [first] = strange;
    if (first) {
      const near = nearest(first[0], [part, ...COMPANIONS]);
      this.#reporter.error(
        first[1].keyAt,
        first[0],
        `expected ${part} and at most ${COMPANIONS.join(' and ')} in the file of a part, found ${strange.map(([key]) => printable(key, 40)).join(', ')}`,
        near ? `did you mean ${near}?` : `put ${part} in a file of its own`,
      );
    }
    this.#companions.push(root);
    return entry.value;
  }

  #withCompanions(root: MapNode): Node {
    let result: Node = root;
    for (const companion of this.#companions) {
      for (const key of COMPANIONS) {
        const named = companion.kind === 'map' ? companion.entries.get(key)?.value : undefined;
        if (named?.kind !== 'map' || (result.kind === 'map' && result.entries.get(key)?.value === named)) continue;
        for (const [name, entry] of named.entries)
          result = withValue(result, [key, name], entry.value, entry.keyAt.file);
      }
    }
    this.#companions = [];
    return result;
  }
}

/** The file of a part: a map with nothing but `file`, naming YAML, or standing where only a part may stand. */
function partFile(node: MapNode, path: Path): string | undefined {
  if (node.entries.size !== 1) return undefined;
  const file = node.entries.get('file')?.value;
  if (file?.kind !== 'scalar' || typeof file.value !== 'string') return undefined;
  const isPart = path.length === 1 && !/\.(csv|tsv|txt)$/i.test(file.value);
  return isPart || YAML_FILE.test(file.value) ? file.value : undefined;
}
