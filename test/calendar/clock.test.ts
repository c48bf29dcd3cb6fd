import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {BusinessClock, CALENDAR_TIME, clockOf, epochOf, type OpeningHours} from '../../src/calendar/index.ts';

const H = 3_600_000;
const DAY = 24 * H;
const NEVER = {mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: []};

function hours(week: Partial<Record<keyof typeof NEVER, [number, number][]>>, closed: string[] = []): OpeningHours {
  const ranges = Object.entries(week).map(([day, list]) => [
    day,
    list.map(([from, to]) => ({fromMs: from * H, toMs: to * H})),
  ]);
  return {open: {...NEVER, ...Object.fromEntries(ranges)}, closed};
}

/** Open intervals in hours since the local start. */
function intervals(calendar: OpeningHours, from: string, fromHours: number, toHours: number, zone = 'Europe/Madrid') {
  const start = epochOf(from, zone);
  if (!start.ok) throw new Error(start.message);
  const {open} = clockOf(calendar, zone, start.epochMs, fromHours * H, toHours * H);
  if (open === null) throw new Error('a calendar is never calendar time');
  return [...open.fromMs].map((opens, i) => [opens / H, open.toMs[i] / H]);
}

const office = hours({
  mon: [[8, 18]],
  tue: [[8, 18]],
  wed: [[8, 18]],
  thu: [[8, 18]],
  fri: [[8, 18]],
  sat: [
    [9, 11],
    [11.5, 13],
  ],
});

describe('a calendar as open intervals', () => {
  test('several ranges a day, the weekend, the time before the start', () => {
    expect(intervals(office, '2026-03-06', -24, 96)).toEqual([
      [-16, -6],
      [8, 18],
      [33, 35],
      [35.5, 37],
      [80, 90],
    ]);
  });

  test('a holiday is closed all day, also for what runs into it over midnight', () => {
    const nights = hours({mon: [[22, 30]], tue: [[22, 30]], wed: [[22, 30]]}, ['2026-03-03']);
    expect(intervals(nights, '2026-03-02', 0, 72)).toEqual([
      [22, 24],
      [48, 54],
      [70, 72],
    ]);
  });

  test('ranges that touch are one: round the clock, and across midnight from before the span', () => {
    const always = hours({
      mon: [[0, 24]],
      tue: [[0, 24]],
      wed: [
        [0, 12],
        [12, 24],
      ],
      thu: [[0, 24]],
    });
    expect(intervals(always, '2026-03-02', 0, 96)).toEqual([[0, 96]]);
    expect(intervals(hours({sun: [[20, 32]]}), '2026-03-02', 0, 24)).toEqual([[0, 8]]);
    expect(intervals(hours({mon: [[20, 34]], tue: [[6, 12]]}), '2026-03-02', 0, 96)).toEqual([[20, 36]]);
  });

  test('the days clocks change', () => {
    const sunday = hours({
      sun: [
        [1, 4],
        [8, 10],
      ],
    });
    expect(intervals(sunday, '2026-03-29', 0, 24)).toEqual([
      [1, 3],
      [7, 9],
    ]);
    expect(intervals(sunday, '2026-10-25', 0, 24)).toEqual([
      [1, 5],
      [9, 11],
    ]);
    expect(intervals(hours({sat: [[22, 30]]}), '2026-03-28', 0, 48)).toEqual([[22, 29]]);
  });

  test('a range that a clock change swallows is no interval', () => {
    expect(intervals(hours({sun: [[2, 3]]}), '2026-03-29', 0, 24)).toEqual([]);
  });
});

describe('a business clock', () => {
  const clock = () =>
    new BusinessClock({open: {fromMs: Float64Array.of(-10, 20, 50), toMs: Float64Array.of(0, 30, 60)}});

  test('shows open time, and finds the first instant that shows it', () => {
    expect([-20, -10, -5, 0, 10, 20, 25, 30, 55, 60, 99].map((wall) => clock().at(wall))).toEqual([
      0, 0, 5, 10, 10, 10, 15, 20, 25, 30, 30,
    ]);
    expect([0, 5, 10, 10.5, 20, 25, 30, 31].map((open) => clock().wallOf(open))).toEqual([
      -10,
      -5,
      0,
      20.5,
      30,
      55,
      60,
      Number.POSITIVE_INFINITY,
    ]);
    expect([-11, -10, 0, 25, 30, 59, 60].map((wall) => clock().isOpen(wall))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('calendar time shows the wall instant; a clock that never opens stands at 0', () => {
    const calendarTime = new BusinessClock(CALENDAR_TIME);
    expect([calendarTime.at(-7), calendarTime.wallOf(12), calendarTime.isOpen(0)]).toEqual([-7, 12, true]);
    const shut = new BusinessClock({open: {fromMs: new Float64Array(0), toMs: new Float64Array(0)}});
    expect([shut.at(5), shut.wallOf(0), shut.isOpen(0)]).toEqual([0, Number.POSITIVE_INFINITY, false]);
  });

  test('in any order of asking: never falls, wallOf is the first instant that shows it', () => {
    const shared = new BusinessClock({
      open: {fromMs: Float64Array.of(0, 15, 16, 40), toMs: Float64Array.of(10, 16, 17, 44)},
    });
    fc.assert(
      fc.property(fc.array(fc.integer({min: -5, max: 60}), {minLength: 1}), (walls) => {
        for (const wall of walls) {
          const shown = shared.at(wall);
          expect(shared.at(wall + 1)).toBeGreaterThanOrEqual(shown);
          const first = shared.wallOf(shown);
          if (wall >= 0) expect(first).toBeLessThanOrEqual(wall);
          expect(shared.at(first)).toBe(shown);
          if (first > 0) expect(shared.at(first - 1)).toBeLessThan(shown);
        }
      }),
    );
  });

  test('twenty-four open hours are two and more days of an office', () => {
    const start = epochOf('2026-03-02', 'Europe/Madrid');
    if (!start.ok) throw new Error(start.message);
    const worked = new BusinessClock(clockOf(office, 'Europe/Madrid', start.epochMs, 0, 30 * DAY));
    expect(worked.wallOf(worked.at(9 * H) + 24 * H) / H).toBe(48 + 13);
  });
});
