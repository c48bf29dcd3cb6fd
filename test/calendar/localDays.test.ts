import {Temporal} from 'temporal-polyfill';
import {describe, expect, test} from 'vitest';
import {dayIndexOf, epochOf, instantOn, localDays} from '../../src/calendar/index.ts';

const H = 3_600_000;

function daysFrom(date: string, zone: string) {
  const start = epochOf(date, zone);
  if (!start.ok) throw new Error(start.message);
  return {start: start.epochMs, dayAt: localDays(zone, start.epochMs)};
}

describe('local days', () => {
  test('the day clocks go forward in Madrid has 23 hours, and no time of day between two and three', () => {
    const {dayAt} = daysFrom('2026-03-29', 'Europe/Madrid');
    const day = dayAt(0);
    expect(day).toMatchObject({date: '2026-03-29', weekday: 6, startMs: 0, endMs: 23 * H});
    const at = [1.5, 2, 2.5, 3, 8, 24].map((hour) => instantOn(dayAt, 0, hour * H) / H);
    expect(at).toEqual([1.5, 2, 2, 2, 7, 23]);
  });

  test('the day clocks go back in Madrid has 25 hours; an hour shown twice counts as the first', () => {
    const {dayAt} = daysFrom('2026-10-25', 'Europe/Madrid');
    expect(dayAt(0).endMs).toBe(25 * H);
    const at = [2, 2.5, 3, 8, 24].map((hour) => instantOn(dayAt, 0, hour * H) / H);
    expect(at).toEqual([2, 2.5, 4, 9, 25]);
  });

  test('times beyond 24 h follow the next day with its own change', () => {
    const {dayAt} = daysFrom('2026-03-28', 'Europe/Madrid');
    expect(instantOn(dayAt, 0, 30 * H)).toBe(29 * H);
    expect(instantOn(dayAt, -1, 30 * H)).toBe(6 * H);
  });

  test('a day that begins at one in the morning, and one that ends twice at eleven at night (Sao Paulo 2018)', () => {
    const forward = daysFrom('2018-11-04', 'America/Sao_Paulo').dayAt;
    expect(forward(0)).toMatchObject({startMs: 0, endMs: 23 * H});
    expect([0, 0.5, 1, 8].map((hour) => instantOn(forward, 0, hour * H) / H)).toEqual([0, 0, 0, 7]);
    expect(forward(-1)).toMatchObject({date: '2018-11-03', startMs: -24 * H, endMs: 0});
    const back = daysFrom('2018-02-17', 'America/Sao_Paulo').dayAt;
    expect(back(0)).toMatchObject({startMs: 0, endMs: 25 * H});
    expect([23, 23.5, 24].map((hour) => instantOn(back, 0, hour * H) / H)).toEqual([23, 23.5, 25]);
  });

  test('half-hour changes and half-hour offsets', () => {
    const {dayAt} = daysFrom('2026-10-04', 'Australia/Lord_Howe');
    expect(dayAt(0).endMs).toBe(23.5 * H);
    expect(instantOn(dayAt, 0, 9 * H)).toBe(8.5 * H);
    expect(daysFrom('2026-01-01', 'Asia/Kolkata').start).toBe(Date.UTC(2025, 11, 31, 18, 30));
  });

  test('a date the zone skips has no length', () => {
    const {dayAt} = daysFrom('2011-12-29', 'Pacific/Apia');
    expect([0, 1, 2].map((i) => [dayAt(i).date, dayAt(i).startMs / H, dayAt(i).endMs / H])).toEqual([
      ['2011-12-29', 0, 24],
      ['2011-12-30', 24, 24],
      ['2011-12-31', 24, 48],
    ]);
    expect(instantOn(dayAt, 1, 8 * H)).toBe(24 * H);
  });

  test('a start inside a day numbers that day 0', () => {
    const start = epochOf('2026-03-02 14:30', 'Europe/Madrid');
    if (!start.ok) throw new Error(start.message);
    const dayAt = localDays('Europe/Madrid', start.epochMs);
    expect(dayAt(0)).toMatchObject({date: '2026-03-02', weekday: 0, startMs: -14.5 * H, endMs: 9.5 * H});
    expect([-14.6 * H, -14.5 * H, 0, 9.5 * H].map((ms) => dayIndexOf(dayAt, ms))).toEqual([-1, 0, 0, 1]);
  });

  test.each([
    ['Europe/Madrid', '2025-06-01', 800],
    ['America/Sao_Paulo', '2017-06-01', 800],
    ['America/St_Johns', '2008-06-01', 800],
    ['Australia/Lord_Howe', '2025-06-01', 500],
    ['Africa/Casablanca', '2025-01-01', 500],
    ['America/Toronto', '1918-12-01', 400],
    ['Asia/Kathmandu', '1985-11-01', 200],
  ])('agrees with Temporal on every day: %s from %s', (zone, from, count) => {
    const {start, dayAt} = daysFrom(from, zone);
    for (let i = 0; i < count; i++) {
      const day = dayAt(i);
      const date = Temporal.PlainDate.from(from).add({days: i});
      expect(day.date).toBe(date.toString());
      expect(day.weekday).toBe(date.dayOfWeek - 1);
      expect(day.startMs + start).toBe(date.toZonedDateTime(zone).epochMilliseconds);
      expect(day.endMs).toBe(dayAt(i + 1).startMs);
      let before = day.startMs;
      for (let minute = 0; minute <= 1440; minute += day.shifts.length > 0 ? 1 : 480) {
        const at = instantOn(dayAt, i, minute * 60_000);
        expect(at).toBeGreaterThanOrEqual(before);
        before = at;
        if (minute === 1440 || at === day.endMs) continue;
        const plain = date.toPlainDateTime({hour: Math.floor(minute / 60), minute: minute % 60});
        const earlier = plain.toZonedDateTime(zone, {disambiguation: 'earlier'});
        if (earlier.toPlainDateTime().equals(plain) && earlier.epochMilliseconds >= day.startMs + start)
          expect(at + start).toBe(earlier.epochMilliseconds);
      }
      expect(before).toBe(day.endMs);
    }
  });
});
