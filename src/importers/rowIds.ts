import type {RowReader} from '../demand/context.ts';
import type {TextOf} from '../demand/replayed/columns.ts';

/**
 * What a column of ids is good for. `item`: each row has one of its own. `visit`: rows of one id are the assignments of
 * one item. `reject`: rows of one id say the same twice. `none`: there is none, or it names something else.
 */
export type IdUse = 'item' | 'visit' | 'reject' | 'none';

/** How often ids stand in several rows. */
export interface RepeatedIds {
  rows: number;
  /** Rows without an id. */
  missing: number;
  /** Rows that are a copy of an earlier one. */
  copies: number;
  /** Other rows that arrive within an hour of the first of their id. */
  near: number;
  /** Those that arrive at another time: another contact of the same customer, a case that is worked on again. */
  far: number;
}

const NEAR_MS = 3_600_000;
/** Rows without an id, up to which the others' count. */
const MOST_MISSING = 0.01;

/** What the ids can be used for, given how often they repeat. */
export function idUseOf({rows, missing, copies, near, far}: RepeatedIds): IdUse {
  if (rows === missing || missing > MOST_MISSING * rows) return 'none';
  if (near + far === 0) return copies > 0 ? 'reject' : missing > 0 ? 'none' : 'item';
  return near >= far ? 'visit' : 'none';
}

/** The use a person asked for; ids that are not there, or each there once, cannot be used otherwise. */
export function repeatsMeant(meant: 'visit' | 'reject' | 'item', ids: RepeatedIds): IdUse {
  const {rows, missing, copies, near, far} = ids;
  if (rows === missing) return 'none';
  if (copies + near + far === 0) return idUseOf(ids);
  return meant === 'item' ? 'none' : meant;
}

/** Ids met so far, each with the hash of its first row and its arrival: 24 bytes an id and its free places. */
export class IdTable {
  #size = 0;
  #keys = new Float64Array(1 << 12);
  #rows = new Float64Array(1 << 12);
  #arrivals = new Float64Array(1 << 12);

  /** True where the id is new: then it is kept. `row`: a hash of it. */
  add(id: string, row = 0, arrivedMs = 0): boolean {
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const key = hashOf(id);
    const place = this.#placeOf(key);
    if (this.#keys[place] === key) return false;
    this.#put(place, key, row, arrivedMs);
    this.#size++;
    return true;
  }

  /** Hash and arrival of the first row of an id that is there. */
  firstOf(id: string): {readonly row: number; readonly arrivedMs: number} {
    const place = this.#placeOf(hashOf(id));
    return {row: this.#rows[place], arrivedMs: this.#arrivals[place]};
  }

  #put(place: number, key: number, row: number, arrivedMs: number): void {
    this.#keys[place] = key;
    this.#rows[place] = row;
    this.#arrivals[place] = arrivedMs;
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let place = key & mask;
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [keys, rows, arrivals] = [this.#keys, this.#rows, this.#arrivals];
    this.#keys = new Float64Array(2 * keys.length);
    this.#rows = new Float64Array(2 * keys.length);
    this.#arrivals = new Float64Array(2 * keys.length);
    for (const [i, key] of keys.entries()) if (key !== 0) this.#put(this.#placeOf(key), key, rows[i], arrivals[i]);
  }
}

/** 52 bits, never 0: of a million texts two have the same once in ten thousand logs. FNV-1a, finished as in MurmurHash3. */
export function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) + i;
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b);
  low ^= low >>> 13;
  high = Math.imul(high ^ (high >>> 15), 0xc2b2ae35);
  high ^= high >>> 16;
  return (high & 0xfffff) * 0x100000000 + (low >>> 0) || 1;
}

/** Counts rows of repeated ids, row by row. `arrivedOf`: NaN where it is not known. */
export class IdCounter implements RepeatedIds {
  rows = 0;
  missing = 0;
  copies = 0;
  near = 0;
  far = 0;
  readonly #table = new IdTable();

  add(id: string, cells: RowReader['header'], arrivedMs: number): void {
    this.rows++;
    if (id === '') {
      this.missing++;
      return;
    }
    const row = hashOf(cells.join('\u0000'));
    if (this.#table.add(id, row, arrivedMs)) return;
    const first = this.#table.firstOf(id);
    if (first.row === row) this.copies++;
    else if (Math.abs(first.arrivedMs - arrivedMs) <= NEAR_MS) this.near++;
    else this.far++;
  }
}

/** Which rows of a log are first of their item, for an id that rows share. */
export function firstRows(use: IdUse, idOf: TextOf): (cells: RowReader['header']) => boolean {
  if (use !== 'visit' && use !== 'reject') return () => true;
  const table = new IdTable();
  return (cells) => table.add(idOf(cells));
}
