import {describe, expect, test} from 'vitest';
import {CutBins, DayBins, IntervalBins} from '../../src/measure/bins.ts';

const HOUR = 3_600_000;

describe('bins cut at days', () => {
  // begins at 8:15: days begin a quarter before an interval does
  const starts = Float64Array.of(-8.25 * HOUR, 15.75 * HOUR, 39.75 * HOUR);
  const instants = Array.from({length: 240}, (_, k) => (k - 8) * HOUR * 0.25 + (k % 3) - 1);

  test.each([48.5 * HOUR, Infinity])('every bin lies in one interval and one day, up to %d ms', (untilMs) => {
    const intervals = new IntervalBins(HOUR, untilMs);
    const days = new DayBins(starts, untilMs);
    const bins = new CutBins(intervals, days);
    expect(bins.isCut).toBe(true);
    for (const ms of instants) {
      const bin = bins.binOf(ms);
      const from = bins.startOf(bin);
      expect(from).toBeLessThanOrEqual(ms);
      if (bin + 1 < bins.count) expect(bins.startOf(bin + 1)).toBeGreaterThan(ms);
      expect(intervals.binOf(from)).toBe(intervals.binOf(ms));
      expect(days.binOf(from)).toBe(days.binOf(ms));
    }
  });

  test('days that begin with an interval cut nothing', () => {
    const days = new DayBins(Float64Array.of(0, 24 * HOUR), 48 * HOUR);
    expect(new CutBins(new IntervalBins(HOUR, 48 * HOUR), days).isCut).toBe(false);
  });
});
