/**
 * A document as read, every value with its place. Values keep the file they stand in, so that parts may come from
 * several files; nodes are never changed, a change makes new ones along the path.
 */
import type {Location, Path} from '../../language/problem.ts';

export type Node = MapNode | ListNode | ScalarNode;

interface Placed {
  readonly at: Location;
  /** The file that paths written here are relative to. */
  readonly base: string;
}
export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}
export interface Entry {
  readonly keyAt: Location;
  readonly value: Node;
}
export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly Node[];
}
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** The value without its places. Shared nodes give shared values. */
export function plain(node: Node, known = new Map<Node, unknown>()): unknown {
  if (node.kind === 'scalar') return node.value;
  let value = known.get(node);
  if (value === undefined) {
    value =
      node.kind === 'list'
        ? node.items.map((item) => plain(item, known))
        : Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.value, known)]));
    known.set(node, value);
  }
  return value;
}

export function child(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.value;
  if (node.kind === 'list') return node.items[Number(step)];
  return undefined;
}

export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node && child(node, step);
  return node;
}

/** Where a path stands; where it does not, where the part of it that does. `key`: the place of the key, not of its value. */
export function placeOf(root: Node, path: Path, key = false): Location {
  let node = root;
  let at = root.at;
  for (const [index, step] of path.entries()) {
    const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const next = entry?.value ?? child(node, step);
    if (!next) return at;
    at = entry && (key || isFarFrom(entry)) && index === path.length - 1 ? entry.keyAt : next.at;
    node = next;
  }
  return at;
}

/** A map or list that begins on a later line, or an empty value, is better pointed at by its key. */
function isFarFrom({keyAt, value}: Entry): boolean {
  if (value.at.file !== keyAt.file) return false;
  return value.at.line !== keyAt.line || (value.kind === 'scalar' && value.value === null);
}

/** The keys that may name an entry of a list: a source, a group, anything with a name. */
const NAMING_KEYS = ['source', 'group', 'name'] as const;

/** The name by which an entry of a list is addressed; undefined where it has none. */
export function nameOf(node: Node): string | undefined {
  if (node.kind !== 'map') return undefined;
  for (const key of NAMING_KEYS) {
    const value = node.entries.get(key)?.value;
    if (value?.kind === 'scalar' && value.value !== null) return String(value.value);
  }
  return undefined;
}

/** A path as `--set` spells it: entries of lists by name where they have one of their own, else by number. */
export function spelled(root: Node, path: Path): string {
  const words: string[] = [];
  let node: Node | undefined = root;
  for (const step of path) {
    const next: Node | undefined = node && child(node, step);
    words.push((node?.kind === 'list' && next && uniqueName(node, next)) || String(step));
    node = next;
  }
  return words.join('.');
}

function uniqueName(list: ListNode, entry: Node): string | undefined {
  const name = nameOf(entry);
  return name !== undefined && list.items.filter((item) => nameOf(item) === name).length === 1 ? name : undefined;
}
