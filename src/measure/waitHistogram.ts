/**
 * Histogram of waits with a relative error below 1 %: every millisecond below 128 ms has a bucket of its own, above it
 * each doubling has 64 (the idea of HdrHistogram: linear inside an octave, so that the width is at most 1/64 of the
 * value, and its middle at most 1/128 off). No wait at all is exact.
 */
const EXACT = 128;
const PER_OCTAVE = 64;
const LAST_EXPONENT = 45;
export const BUCKETS = EXACT + (LAST_EXPONENT - 6) * PER_OCTAVE;
/** The same, for the hot path: what is exported is looked up at every use. */
const WIDTH = BUCKETS;

/** Bucket of a wait in whole ms, not negative. Beyond 2^46 ms (two millennia) all share the last. */
export function bucketOf(waitMs: number): number {
  if (waitMs < EXACT) return waitMs | 0;
  if (waitMs < 2_147_483_648) {
    const exponent = 31 - Math.clz32(waitMs);
    return EXACT + (exponent - 7) * PER_OCTAVE + ((waitMs >>> (exponent - 6)) & 63);
  }
  const high = Math.floor(waitMs / 1_048_576);
  if (high >= 67_108_864) return BUCKETS - 1;
  const exponent = 31 - Math.clz32(high);
  return EXACT + (exponent + 13) * PER_OCTAVE + ((high >>> (exponent - 6)) & 63);
}

/** The value a bucket stands for: the middle of the whole milliseconds that fall into it. */
export function bucketMs(bucket: number): number {
  if (bucket < EXACT) return bucket;
  return bucketFromMs(bucket) + (bucketWidthMs(bucket) - 1) / 2;
}

/** The largest wait that falls into a bucket. */
export function bucketLastMs(bucket: number): number {
  return bucket < EXACT ? bucket : bucketFromMs(bucket) + bucketWidthMs(bucket) - 1;
}
function bucketFromMs(bucket: number): number {
  const octave = Math.floor((bucket - EXACT) / PER_OCTAVE);
  return 2 ** (octave + 7) + ((bucket - EXACT) % PER_OCTAVE) * 2 ** (octave + 1);
}
function bucketWidthMs(bucket: number): number {
  return 2 ** (Math.floor((bucket - EXACT) / PER_OCTAVE) + 1);
}

/** Counts by bucket, a row a subject (report class, or goal and day). */
export class WaitHistograms {
  counts: Float64Array;
  constructor(rows: number) {
    this.counts = new Float64Array(Math.max(1, rows) * BUCKETS);
  }
  add(row: number, waitMs: number, times = 1): void {
    const at = row * WIDTH + (waitMs === 0 ? 0 : bucketOf(waitMs));
    if (at >= this.counts.length) this.grow(row);
    this.counts[at] += times;
  }
  private grow(row: number): void {
    const counts = new Float64Array(Math.max(row + 1, (2 * this.counts.length) / BUCKETS) * BUCKETS);
    counts.set(this.counts);
    this.counts = counts;
  }
  /** These rows in this order, all cut after the last bucket any of them uses: the width is the length by the rows. */
  compact(order: readonly number[]): Float64Array {
    const rows = order.map((row) => this.counts.subarray(row * BUCKETS, (row + 1) * BUCKETS));
    const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((count) => count > 0) + 1), 0);
    const out = new Float64Array(rows.length * width);
    rows.forEach((row, k) => {
      out.set(row.subarray(0, width), k * width);
    });
    return out;
  }
}

/** The smallest value that at least `share` of the counted waits did not exceed (nearest rank); NaN with none. */
export function quantileMs(counts: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) total += counts[bucket];
  if (total === 0) return Number.NaN;
  // 1e-9: 0.9 * 10 must be the ninth, whatever the last bit of the product says
  const rank = Math.max(1, Math.ceil(share * total - 1e-9));
  let seen = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    seen += counts[bucket];
    if (seen >= rank) return bucketMs(bucket);
  }
  return bucketMs(counts.length - 1);
}
