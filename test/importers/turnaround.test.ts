import {expect, test} from 'vitest';
import type {Work} from '../../src/importers/logFacts.ts';
import {meanBelow} from '../../src/importers/productLimit.ts';
import {turnaroundMs, WaitingTimes} from '../../src/importers/turnaround.ts';

const work = (...pieces: (readonly [from: number, to: number, queue?: string])[]): Work[] =>
  pieces.map(([from, to, queue = 'a']) => ({fromMs: from * 1000, toMs: to * 1000, queue}));

function waited(...stretches: (readonly [from: number, to: number])[]): WaitingTimes {
  const times = new WaitingTimes();
  for (const [from, to] of stretches) times.add(from * 1000, to * 1000);
  return times;
}

test('the product-limit mean, worked by hand', () => {
  const whole = (value: number) => ({value, isWhole: true});
  const part = (value: number) => ({value, isWhole: false});
  expect(meanBelow([whole(3), whole(9)], 10)).toBe(6);
  // 1 of 4 at 2; of the two still seen at 5 one: 3/4 · 1/2 = 3/8; the last at 8: 3/8. 2/4 + 15/8 + 24/8 = 43/8.
  expect(meanBelow([whole(2), part(3), whole(5), whole(8)], 10)).toBeCloseTo(43 / 8, 12);
  // Those beyond the limit are another thing: of the others 1/4 and 3/8, so (2/4 + 15/8) / (5/8).
  expect(meanBelow([whole(2), part(3), whole(5), whole(80)], 10)).toBeCloseTo(19 / 5, 12);
  expect(meanBelow([part(3)], 10)).toBe(0);
  expect(meanBelow([], 10)).toBe(0);
});

test('a line is empty when the last of those that overlap is gone, across all that an agent can take', () => {
  const times = waited([10, 20], [15, 30], [40, 50]);
  expect(times.waitUntil(9_999)).toBe(Number.NEGATIVE_INFINITY);
  expect(times.waitUntil(10_000)).toBe(30_000);
  expect(times.waitUntil(30_000)).toBe(30_000);
  expect(times.waitUntil(30_001)).toBe(Number.NEGATIVE_INFINITY);
  times.add(29_000, 41_000);
  expect(times.waitUntil(12_000)).toBe(50_000);
});

test('busy after a contact: seen where somebody waits, in part where the line empties before his next', () => {
  const turnaround = (pieces: Work[], lines: Record<string, WaitingTimes>) =>
    turnaroundMs(new Map([['Ann', pieces]]), new Map(Object.entries(lines)), 600_000, 'UTC');
  const three = work([0, 100], [104, 200], [320, 400]);
  // 4 s to the next who waited; nobody waited at 200, so what he did until 320 is unknown.
  expect(turnaround(three, {a: waited([90, 104])})).toBe(4000);
  // Somebody waited at 200, but was gone at 230: at least 30 s, which of two says nothing about those below.
  expect(turnaround(three, {a: waited([90, 104], [150, 230])})).toBe(4000);
  // One after the other waited until he took the last: 120 s.
  expect(turnaround(three, {a: waited([90, 104], [150, 230], [230, 320])})).toBe(62_000);
  // A line that is no business of his.
  expect(turnaround(three, {b: waited([0, 400])})).toBe(0);
  // Two lines together are never empty.
  const both = work([0, 100], [160, 200, 'b']);
  expect(turnaround(both, {a: waited([90, 130]), b: waited([120, 160])})).toBe(60_000);
  // At once is 0 s, not unknown; so it is not where nobody waited and one happened to come.
  expect(turnaround(work([0, 100], [100, 150], [158, 170]), {a: waited([140, 158])})).toBe(8000);
  expect(turnaround(work([0, 100], [100, 150], [158, 170]), {a: waited([80, 100], [120, 158])})).toBe(4000);
  // Eleven minutes are a break.
  expect(turnaround(work([0, 100], [104, 200], [860, 900]), {a: waited([90, 104], [150, 860])})).toBe(4000);
});
