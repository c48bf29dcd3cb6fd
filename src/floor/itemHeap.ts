/**
 * Items by key, highest first; equal keys (to rounding): longer in routing, then lower id. Knows where each one stands,
 * so that any can be taken out.
 */
import {type Items, isEarlier, TIE} from './items.ts';
import type {Links} from './links.ts';

export class ItemHeap {
  size = 0;
  keys = new Float64Array(16);
  slots = new Int32Array(16);
  private readonly items: Items;
  private readonly links: Links;
  private readonly turnover: boolean;

  /** `turnover`: keeps places in `links.turn`; else in `links.place`. */
  constructor(items: Items, links: Links, turnover: boolean) {
    this.items = items;
    this.links = links;
    this.turnover = turnover;
  }

  push(item: number, key: number): void {
    if (this.size === this.slots.length) this.grow();
    this.rise(this.size++, item, key);
  }

  remove(item: number): void {
    const places = this.turnover ? this.links.turn : this.links.place;
    const at = places[item];
    places[item] = -1;
    const last = --this.size;
    if (at === last) return;
    const moved = this.slots[last];
    const key = this.keys[last];
    if (at > 0 && this.goesBefore(key, moved, (at - 1) >> 1)) this.rise(at, moved, key);
    else this.sink(at, moved, key);
  }

  private goesBefore(key: number, item: number, at: number): boolean {
    const lead = key - this.keys[at];
    return lead > TIE || (lead >= -TIE && isEarlier(this.items, item, this.slots[at]));
  }

  private rise(from: number, item: number, key: number): void {
    const places = this.turnover ? this.links.turn : this.links.place;
    const keys = this.keys;
    const slots = this.slots;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.goesBefore(key, item, parent)) break;
      keys[at] = keys[parent];
      slots[at] = slots[parent];
      places[slots[at]] = at;
      at = parent;
    }
    keys[at] = key;
    slots[at] = item;
    places[item] = at;
  }

  private sink(from: number, item: number, key: number): void {
    const places = this.turnover ? this.links.turn : this.links.place;
    const keys = this.keys;
    const slots = this.slots;
    const size = this.size;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.goesBefore(keys[child + 1], slots[child + 1], child)) child++;
      if (this.goesBefore(key, item, child)) break;
      keys[at] = keys[child];
      slots[at] = slots[child];
      places[slots[at]] = at;
      at = child;
    }
    keys[at] = key;
    slots[at] = item;
    places[item] = at;
  }

  private grow(): void {
    const keys = new Float64Array(this.size * 2);
    const slots = new Int32Array(this.size * 2);
    keys.set(this.keys);
    slots.set(this.slots);
    this.keys = keys;
    this.slots = slots;
  }
}
