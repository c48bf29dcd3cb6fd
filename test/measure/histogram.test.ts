import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  BUCKETS,
  bucketLastMs,
  bucketMs,
  bucketOf,
  quantileMs,
  WaitHistograms,
} from '../../src/measure/waitHistogram.ts';

const waits = fc.oneof(
  fc.integer({min: 0, max: 300}),
  fc.integer({min: 0, max: 100_000_000}),
  fc.double({min: 0, max: 2 ** 45, noNaN: true}).map(Math.floor),
);

describe('buckets', () => {
  test('stand for their waits within 1 %; waits below 128 ms exactly', () => {
    fc.assert(
      fc.property(waits, (wait) => {
        const shown = bucketMs(bucketOf(wait));
        expect(Math.abs(shown - wait)).toBeLessThanOrEqual(wait < 128 ? 0 : 0.0079 * wait);
      }),
      {numRuns: 2000},
    );
  });

  test('keep the order, and know their last wait', () => {
    fc.assert(
      fc.property(waits, waits, (a, b) => {
        if (a <= b) expect(bucketOf(a)).toBeLessThanOrEqual(bucketOf(b));
        const last = bucketLastMs(bucketOf(a));
        expect(bucketOf(last)).toBe(bucketOf(a));
        expect(bucketOf(last + 1)).toBe(bucketOf(a) + 1);
      }),
    );
  });

  test('their borders: where octaves and the two ways of counting meet', () => {
    for (const wait of [127, 128, 129, 255, 256, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 2 ** 45]) {
      expect(bucketOf(wait)).toBeLessThan(BUCKETS);
      expect(Math.abs(bucketMs(bucketOf(wait)) - wait)).toBeLessThanOrEqual(0.0079 * wait);
    }
    expect(bucketOf(2 ** 31)).toBe(bucketOf(2 ** 31 - 1) + 1);
    expect(bucketOf(Number.MAX_SAFE_INTEGER)).toBe(BUCKETS - 1);
  });
});

describe('quantiles', () => {
  test('are within 1 % of the nearest rank of the sorted waits', () => {
    fc.assert(
      fc.property(fc.array(waits, {minLength: 1, maxLength: 60}), fc.integer({min: 1, max: 100}), (values, percent) => {
        const histogram = new WaitHistograms(1);
        for (const value of values) histogram.add(0, value);
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.ceil((percent * values.length) / 100) - 1] ?? Number.NaN;
        const found = quantileMs(histogram.compact([0]), percent / 100);
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.0079 * exact);
      }),
    );
  });
  test('of nothing there is none', () => {
    expect(quantileMs(new Float64Array(10), 0.5)).toBeNaN();
  });
  test('rows grow one by one, and are cut to what is used', () => {
    const histogram = new WaitHistograms(1);
    histogram.add(5, 3);
    histogram.add(2, 1);
    expect([...histogram.compact([2, 5])]).toEqual([0, 1, 0, 0, 0, 0, 0, 1]);
  });
});
