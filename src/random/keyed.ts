import {streamOf, type Uniform} from './streams.ts';

/** Draws found by numbers rather than by turn: the same key gives the same draws in whatever order it is asked. */
export interface KeyedDraws {
  /** One uniform number of the key, inside (0, 1): the first of its stream. */
  uniform(...key: number[]): number;
  /** The same of a key of three, several times as fast. */
  uniformOf3(first: number, second: number, third: number): number;
  /**
   * The key's own stream of uniform numbers inside (0, 1), from its first. It is one function pointed anew, so that
   * nothing is made for it: good until the next call of `at` or `uniform`.
   */
  at(...key: number[]): Uniform;
}

/**
 * Keyed draws under a name, e.g. `keyedDraws(seed, replication, 'redial', source).at(item, attempt)`. The key is a few
 * integers of up to 53 bits; its length belongs to it.
 *
 * The key is hashed into 64 bits and the hash counted up: two lanes of 32 bits mixed by the finalizer of MurmurHash3
 * (A. Appleby), which is enough for draws that are few beside those of a stream. Some 35 ns a draw, where making a
 * stream for it would take 3 µs.
 */
export function keyedDraws(seed: string, ...keys: (string | number)[]): KeyedDraws {
  const base = streamOf(seed, 'keyed', ...keys);
  const baseHigh = (base() * 0x1_0000_0000) | 0;
  const baseLow = (base() * 0x1_0000_0000) | 0;
  let high = 0;
  let low = 0;
  let turn = 0;

  const point = (key: readonly number[]) => {
    high = baseHigh ^ key.length;
    low = baseLow;
    for (const part of key) take(part);
    turn = 0;
  };
  const take = (part: number) => {
    low = mixed(low ^ Math.imul(part | 0, 0x9e3779b1));
    high = mixed((high + Math.floor(part / 0x1_0000_0000)) ^ Math.imul(low, 0x85ebca77));
  };
  const next = () => {
    turn = (turn + 0x9e3779b9) | 0;
    return ((mixed(high ^ mixed(low + turn)) >>> 0) + 0.5) / 0x1_0000_0000;
  };
  return {
    uniform(...key) {
      point(key);
      return next();
    },
    uniformOf3(first, second, third) {
      high = baseHigh ^ 3;
      low = baseLow;
      take(first);
      take(second);
      take(third);
      turn = 0;
      return next();
    },
    at(...key) {
      point(key);
      return next;
    },
  };
}

/** Every bit of the result depends on every bit of `word`. */
function mixed(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
