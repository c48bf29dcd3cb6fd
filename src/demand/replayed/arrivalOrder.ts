import {formatDuration} from '../../language/duration.ts';
import type {ReplaySpec} from '../../scenario/scenario.ts';
import type {LoggedItem, LoggedItems} from './item.ts';
import type {RowNotes} from './rowNotes.ts';

/** The items of a log in order of arrival, equal ones in order of the file; how, the scenario says. */
export function inOrderOfArrival(items: LoggedItems, sorted: ReplaySpec['sorted'], notes: RowNotes): LoggedItems {
  if (sorted.kind === 'yes') return alreadyInOrder(items, notes);
  if (sorted.kind === 'within') return inOrderWithin(items, sorted.ms, notes);
  notes.unsorted();
  return sortedWhole(items);
}

/** Streams; a row that comes too late is bad. */
function alreadyInOrder(items: LoggedItems, notes: RowNotes): LoggedItems {
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    next() {
      for (let item = items.next(); item; item = items.next()) {
        if (item.arrivedMs >= latestMs) {
          latestMs = item.arrivedMs;
          return item;
        }
        notes.bad(
          item.line,
          `arrives ${formatDuration(latestMs - item.arrivedMs)} before a row above it: say how far with sorted: within 1d, or sorted: false`,
        );
      }
      return null;
    },
  };
}

/** Streams through a heap that holds the rows of the last `windowMs`. */
function inOrderWithin(items: LoggedItems, windowMs: number, notes: RowNotes): LoggedItems {
  const waiting = new EarliestFirst();
  let newestMs = Number.NEGATIVE_INFINITY;
  let emittedMs = Number.NEGATIVE_INFINITY;
  let ended = false;
  return {
    next() {
      while (!ended && !(waiting.size > 0 && waiting.earliestMs <= newestMs - windowMs)) {
        const item = items.next();
        if (item === null) ended = true;
        else if (item.arrivedMs < emittedMs)
          notes.bad(
            item.line,
            `arrives ${formatDuration(newestMs - item.arrivedMs)} before a row above it, more than sorted: within says`,
          );
        else {
          newestMs = Math.max(newestMs, item.arrivedMs);
          waiting.push(item);
        }
      }
      const item = waiting.pop();
      if (item) emittedMs = item.arrivedMs;
      return item;
    },
  };
}

function sortedWhole(items: LoggedItems): LoggedItems {
  const all: LoggedItem[] = [];
  for (let item = items.next(); item; item = items.next()) all.push(item);
  all.sort((a, b) => a.arrivedMs - b.arrivedMs || a.number - b.number);
  let at = 0;
  return {next: () => all[at++] ?? null};
}

/** A binary heap by arrival, then by row. */
class EarliestFirst {
  readonly #items: LoggedItem[] = [];

  get size(): number {
    return this.#items.length;
  }

  get earliestMs(): number {
    return this.#items[0]?.arrivedMs ?? Number.POSITIVE_INFINITY;
  }

  push(item: LoggedItem): void {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(items[parent], item)) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  pop(): LoggedItem | null {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined) return null;
    if (items.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: LoggedItem): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && isBefore(items[child + 1], items[child])) child++;
      if (isBefore(item, items[child])) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = item;
  }
}

function isBefore(a: LoggedItem, b: LoggedItem): boolean {
  return a.arrivedMs < b.arrivedMs || (a.arrivedMs === b.arrivedMs && a.number < b.number);
}
