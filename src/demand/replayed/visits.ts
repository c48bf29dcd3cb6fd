import {ownText} from '../../language/ownText.ts';
import {shown} from '../../language/show.ts';
import type {ReplaySpec} from '../../scenario/scenario.ts';
import type {LoggedItem, LoggedItems} from './item.ts';
import type {RowNotes} from './rowNotes.ts';

/** What the visits of one id come to: how many, their known times, and how many have none and must be drawn. */
export interface Visits {
  rows: number;
  handleMs: number;
  withoutHandle: number;
  wrapUpMs: number;
  withoutWrapUp: number;
}

/** The visits of ids that stand in several rows, by id; ids that stand in one are not in it. */
export type Repeats = ReadonlyMap<string, Readonly<Visits>>;

/** Bits an id sets. */
const MARKS = 4;

/** Ids that may stand in several rows: all that do, and hardly any that do not. */
export class SuspectIds {
  /** A Bloom filter (B. H. Bloom, 1970) of 16 MB: memory does not grow with the log, a few false suspects are its price. */
  readonly #bits = new Int32Array(1 << 22);
  readonly ids = new Set<string>();

  add(id: string): void {
    const first = hash(id, 0x811c9dc5);
    const step = hash(id, 0x01234567) | 1;
    let known = true;
    for (let mark = 0; mark < MARKS; mark++) if (!this.#set((first + mark * step) | 0)) known = false;
    if (known && !this.ids.has(id)) this.ids.add(ownText(id));
  }

  /** Sets a bit; true where it was set. */
  #set(bits: number): boolean {
    const index = (bits >>> 5) & (this.#bits.length - 1);
    const bit = 1 << (bits & 31);
    const was = (this.#bits[index] & bit) !== 0;
    this.#bits[index] |= bit;
    return was;
  }
}

/** FNV-1a over UTF-16 units from a start value, finished as in MurmurHash3. */
function hash(text: string, start: number): number {
  let bits = start;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Adds up the visits of `suspects` over all items. */
export function repeatsOf(items: LoggedItems, suspects: ReadonlySet<string>): Repeats {
  const visits = new Map<string, Visits>();
  for (let item = items.next(); item; item = items.next()) {
    if (!suspects.has(item.id)) continue;
    let sum = visits.get(item.id);
    if (sum === undefined) {
      sum = {rows: 0, handleMs: 0, withoutHandle: 0, wrapUpMs: 0, withoutWrapUp: 0};
      visits.set(ownText(item.id), sum);
    }
    add(sum, item);
  }
  for (const [id, sum] of visits) if (sum.rows === 1) visits.delete(id);
  return visits;
}

/** Counts a row among the visits of its item. */
export function add(sum: Visits, {handleMs, wrapUpMs}: LoggedItem): void {
  sum.rows++;
  if (Number.isNaN(handleMs)) sum.withoutHandle++;
  else sum.handleMs += handleMs;
  if (Number.isNaN(wrapUpMs)) sum.withoutWrapUp++;
  else sum.wrapUpMs += wrapUpMs;
}

/** Of each id the first item that arrives; the rest are its visits, or bad rows. */
export function firstVisits(
  items: LoggedItems,
  repeats: Repeats,
  onRepeat: ReplaySpec['onRepeat'],
  notes: RowNotes,
): LoggedItems {
  if (repeats.size === 0) return items;
  const seen = new Set<string>();
  return {
    next() {
      for (let item = items.next(); item; item = items.next()) {
        if (!repeats.has(item.id)) return item;
        if (!seen.has(item.id)) {
          seen.add(ownText(item.id));
          return item;
        }
        if (onRepeat === 'visit') notes.visit(item.line, item.id);
        else notes.bad(item.line, `the id ${shown(item.id)} has been there before (onRepeat: reject)`);
      }
      return null;
    },
  };
}
