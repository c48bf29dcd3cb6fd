/**
 * Instants of arrival of a source, in order, not before 0, in ms not yet rounded. `fill` writes the next ones from the
 * start of `out` and says how many; fewer than its length only where there are no more.
 */
export interface Instants {
  fill(out: Float64Array): number;
}

/** Those of an iterator. For sources whose arrivals are few. */
export function instantsOf(values: Iterable<number>): Instants {
  const iterator = values[Symbol.iterator]();
  return {
    fill(out) {
      let count = 0;
      while (count < out.length) {
        const next = iterator.next();
        if (next.done) break;
        out[count++] = next.value;
      }
      return count;
    },
  };
}
