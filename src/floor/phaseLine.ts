/**
 * Items whose priority steps at ticks of one period, each from its own start, with different starting values.
 *
 * With start = c * period + phase and now = C * period + Phi (all on the process's clock):
 * P = K + step * (C - [Phi < phase]), where K = value - step * c never changes. So the best is the best K among those
 * that have ticked in this period, or the best K - step among those that have not; phases stand in buckets, and only
 * the bucket that holds Phi mixes both.
 */
import {ItemHeap} from './itemHeap.ts';
import {type Items, isEarlier, TIE} from './items.ts';
import type {Links} from './links.ts';

/** A power of two. Tests set it to 2, where every bucket mixes. */
export const PHASES = {buckets: 256};

export class PhaseLine {
  private readonly items: Items;
  private readonly links: Links;
  private readonly period: number;
  private readonly step: number;
  private readonly buckets = PHASES.buckets;
  private readonly heaps: (ItemHeap | null)[];
  /** Tournament over the heads of the buckets: node -> item and its key. */
  private readonly winner: Int32Array;
  private readonly winnerKey: Float64Array;
  private bestSoFar = -1;
  private bestKey = -Infinity;

  constructor(items: Items, links: Links, period: number, step: number) {
    this.items = items;
    this.links = links;
    this.period = period;
    this.step = step;
    this.heaps = new Array<ItemHeap | null>(this.buckets).fill(null);
    this.winner = new Int32Array(2 * this.buckets).fill(-1);
    this.winnerKey = new Float64Array(2 * this.buckets).fill(-Infinity);
  }

  /** `start`: clock at which its stepping began; `value`: its priority then. */
  push(item: number, start: number, value: number): void {
    const bucket = this.bucket(start);
    let heap = this.heaps[bucket];
    if (heap === null) {
      heap = new ItemHeap(this.items, this.links, false);
      this.heaps[bucket] = heap;
    }
    heap.push(item, value - this.step * Math.floor(start / this.period));
    this.links.memo[item] = start;
    this.replay(bucket, heap);
  }

  remove(item: number): void {
    const bucket = this.bucket(this.links.memo[item]);
    const heap = this.heaps[bucket];
    if (heap === null) throw new Error('an item is not where its phase says');
    heap.remove(item);
    this.replay(bucket, heap);
  }

  best(clockNow: number): number {
    const period = this.period;
    const split = this.bucket(clockNow);
    this.bestSoFar = -1;
    this.bestKey = -Infinity;
    this.among(0, split, 0);
    this.among(split + 1, this.buckets, this.step);
    const mixed = this.heaps[split];
    if (mixed !== null && mixed.size > 0) this.search(mixed, clockNow - Math.floor(clockNow / period) * period);
    return this.bestSoFar;
  }

  /** Walks a heap from its top, never below a key that could not win. */
  private search(heap: ItemHeap, phaseNow: number): void {
    const period = this.period;
    const step = this.step;
    const reserve = step > 0 ? TIE : TIE - step;
    let depth = 0;
    STACK[depth++] = 0;
    while (depth > 0) {
      const at = STACK[--depth];
      if (heap.keys[at] + reserve < this.bestKey) continue;
      const item = heap.slots[at];
      const start = this.links.memo[item];
      const ticked = start - Math.floor(start / period) * period <= phaseNow;
      this.challenge(item, ticked ? heap.keys[at] : heap.keys[at] - step);
      if (2 * at + 2 < heap.size) STACK[depth++] = 2 * at + 2;
      if (2 * at + 1 < heap.size) STACK[depth++] = 2 * at + 1;
    }
  }

  /** Best head of the buckets [from, to), each less `handicap`, against the best so far. */
  private among(from: number, to: number, handicap: number): void {
    const winner = this.winner;
    const key = this.winnerKey;
    let left = from + this.buckets;
    let right = to + this.buckets;
    while (left < right) {
      if (left & 1) {
        this.challenge(winner[left], key[left] - handicap);
        left++;
      }
      if (right & 1) {
        right--;
        this.challenge(winner[right], key[right] - handicap);
      }
      left >>= 1;
      right >>= 1;
    }
  }

  private challenge(item: number, key: number): void {
    if (item < 0) return;
    const lead = key - this.bestKey;
    if (lead > TIE || (lead >= -TIE && isEarlier(this.items, item, this.bestSoFar))) {
      this.bestSoFar = item;
      this.bestKey = key;
    }
  }

  /** Monotone in the phase; nothing else is asked of it. */
  private bucket(at: number): number {
    const phase = at - Math.floor(at / this.period) * this.period;
    return Math.floor((phase * this.buckets) / this.period);
  }

  private replay(bucket: number, heap: ItemHeap): void {
    const winner = this.winner;
    const key = this.winnerKey;
    let node = bucket + this.buckets;
    winner[node] = heap.size > 0 ? heap.slots[0] : -1;
    key[node] = heap.size > 0 ? heap.keys[0] : -Infinity;
    for (node >>= 1; node >= 1; node >>= 1) {
      const left = this.leads(2 * node, 2 * node + 1) ? 2 * node : 2 * node + 1;
      winner[node] = winner[left];
      key[node] = key[left];
    }
  }

  private leads(a: number, b: number): boolean {
    const winner = this.winner;
    if (winner[a] < 0 || winner[b] < 0) return winner[b] < 0;
    const lead = this.winnerKey[a] - this.winnerKey[b];
    return lead > TIE || (lead >= -TIE && isEarlier(this.items, winner[a], winner[b]));
  }
}

/** Depth first over a binary heap: never more than one waiting sibling a level. */
const STACK = new Int32Array(64);
