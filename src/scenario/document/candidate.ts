import type {z} from '../../language/schema.ts';
import {keysWithin, within} from '../../language/within.ts';
import {type Entry, type ListNode, type MapNode, type Node, nameOf} from './node.ts';
import type {Reporter} from './reporter.ts';

/** Parts whose names are taken over one by one, so that a candidate names only those it changes. */
const BY_NAME: readonly string[] = ['shifts', 'calendars'];

/**
 * The scenario with the parts that a candidate file holds in place of its own. The file may hold any of a scenario's
 * keys, or, without its key, a single part: what is under `routing`, or the list of `workforce`, `demand` or `goals`.
 * A key that the scenario's `schema` does not know stays, to be found by whoever checks the whole.
 */
export function withCandidate(root: MapNode, candidate: Node, schema: z.ZodType, reporter: Reporter): MapNode {
  const parts = partsOf(candidate, schema);
  if (parts === null) {
    reporter.error(
      candidate.at,
      '',
      'expected parts of a scenario to put in place of its own, found none',
      'name one, such as routing: or workforce:',
    );
    return root;
  }
  let result = root;
  for (const [key, entry] of parts) result = withPart(result, key, entry);
  return result;
}

function partsOf(candidate: Node, schema: z.ZodType): ReadonlyMap<string, Entry> | null {
  if (candidate.kind === 'scalar') return null;
  if (candidate.kind === 'list') return new Map([[listPart(candidate), {keyAt: candidate.at, value: candidate}]]);
  const holds = (known: readonly string[]) => known.some((key) => candidate.entries.has(key));
  const isBareRouting = holds(keysWithin(within([schema], 'routing')).keys) && !holds(keysWithin([schema]).keys);
  return isBareRouting ? new Map([['routing', {keyAt: candidate.at, value: candidate}]]) : candidate.entries;
}

/** Which part a list without its key is: its entries tell. */
function listPart({items: [first]}: ListNode): string {
  const has = (key: string) => first?.kind === 'map' && first.entries.has(key);
  if (has('source')) return 'demand';
  return has('group') || has('file') || first === undefined || nameOf(first) !== undefined ? 'workforce' : 'goals';
}

function withPart(root: MapNode, key: string, entry: Entry): MapNode {
  const own = root.entries.get(key)?.value;
  if (BY_NAME.includes(key) && own?.kind === 'map' && entry.value.kind === 'map') {
    let merged = own;
    for (const [name, named] of entry.value.entries) merged = withEntry(merged, name, named);
    return withEntry(root, key, {keyAt: entry.keyAt, value: merged});
  }
  return withEntry(root, key, entry);
}

/** The key, too, stands where the candidate has it. */
function withEntry(map: MapNode, key: string, entry: Entry): MapNode {
  return {...map, entries: new Map(map.entries).set(key, entry)};
}
