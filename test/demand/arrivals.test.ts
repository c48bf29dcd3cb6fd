import {describe, expect, test} from 'vitest';
import {expectedArrivals} from '../../src/demand/index.ts';
import type {ArrivalsSpec} from '../../src/scenario/scenario.ts';
import {
  ALL_WEEK,
  contextOf,
  countsBetween,
  DAY,
  distribution,
  generate,
  HOUR,
  mean,
  perHour,
  type Setting,
  sourceOf,
  variance,
  Z,
} from './sources.ts';

const arrivals = (spec: ArrivalsSpec, setting: Setting = {}) => generate(spec, setting).arrivedMs;
const replications = <T>(count: number, make: (replication: number) => T): T[] =>
  Array.from({length: count}, (_, i) => make(i));
/** Counts are Poisson with this mean: their mean, and variance ÷ mean, are within what chance allows. */
function expectPoisson(counts: readonly number[], expected: number) {
  expect(counts.length).toBeGreaterThan(100);
  expect(Math.abs(mean(counts) - expected)).toBeLessThan(Z * Math.sqrt(expected / counts.length));
  // Variance of a sample variance of Poisson counts: (2 m² + m) / n, about.
  const error = Math.sqrt((2 * expected ** 2 + expected) / counts.length) / expected;
  expect(Math.abs(variance(counts) / expected - 1)).toBeLessThan(Z * error);
}
const interval = (rows: Extract<ArrivalsSpec, {kind: 'perInterval'}>['rows'], cv = 0, sharedBy = ''): ArrivalsSpec => ({
  kind: 'perInterval',
  widthMs: HOUR / 2,
  rows,
  ...(cv > 0 && {busyness: {cv, sharedBy}}),
});

describe('perInterval', () => {
  const rows = [
    {weekdays: ['mon'], fromMs: 8 * HOUR, count: 3},
    {weekdays: ['mon'], fromMs: 8.5 * HOUR, count: 12.5},
    {weekdays: ['mon', 'tue'], fromMs: 10 * HOUR, count: 7},
  ] as const;
  const edges = [0, 8, 8.5, 9, 10, 10.5, 24, 34, 34.5, 48].map((hours) => hours * HOUR);
  test('counts of each interval are Poisson, and nothing comes in others', () => {
    const counts = replications(400, (replication) =>
      countsBetween(arrivals(interval(rows), {replication, untilMs: 2 * DAY}), edges),
    );
    const of = (i: number) => counts.map((row) => row[i]);
    expectPoisson(of(1), 3);
    expectPoisson(of(2), 12.5);
    expectPoisson(of(4), 7);
    expectPoisson(of(7), 7);
    for (const empty of [0, 3, 5, 6, 8]) expect(Math.max(...of(empty))).toBe(0);
  });
  test('comes again every week; ends with the horizon; arrives in order', () => {
    const all = arrivals(interval(rows), {untilMs: 7 * DAY + 9 * HOUR});
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(all.some((at) => at >= 7 * DAY)).toBe(true);
    expect(all.every((at) => at < 7 * DAY + 9 * HOUR && Number.isInteger(at))).toBe(true);
  });
  test('a start in the middle of a day goes on from there', () => {
    const all = arrivals(interval([{weekdays: ['mon'], fromMs: 8 * HOUR, count: 200}]), {
      start: '2026-03-02T08:15:00+01:00',
    });
    expect(all.length).toBeGreaterThan(50);
    expect(Math.max(...all)).toBeLessThan(HOUR / 4);
  });
  test('no rows, or rows of 0: nothing, even without an end', () => {
    expect(arrivals(interval([]), {untilMs: Infinity})).toEqual([]);
    expect(arrivals(interval([{weekdays: ALL_WEEK, fromMs: 0, count: 0}]), {untilMs: Infinity})).toEqual([]);
  });
});

describe('clocks change', () => {
  // Madrid: 2026-03-29 has no hour from 02:00, 2026-10-25 has it twice.
  const rows = [
    {weekdays: ['sun'], fromMs: HOUR * 1.5, count: 2000},
    {weekdays: ['sun'], fromMs: HOUR * 2, count: 200},
    {weekdays: ['sun'], fromMs: HOUR * 3, count: 1000},
    {weekdays: ['sun'], fromMs: HOUR * 9, count: 500},
  ] as const;
  const near = (count: number, expected: number) =>
    expect(Math.abs(count - expected)).toBeLessThan(Z * Math.sqrt(expected) + 1e-9);
  test('in spring the hour that is skipped brings nothing, the others keep their local time', () => {
    const all = arrivals(interval(rows), {start: '2026-03-29T00:00:00+01:00', untilMs: 23 * HOUR});
    const [early, third, later, nine, rest] = countsBetween(
      all,
      [1.5, 2, 2.5, 8, 8.5, 23].map((h) => h * HOUR),
    );
    near(early, 2000);
    near(third, 1000);
    near(nine, 500);
    expect(later + rest).toBe(0);
  });
  test('in autumn the hour that comes twice brings twice as many', () => {
    const all = arrivals(interval(rows), {start: '2026-10-25T00:00:00+02:00', untilMs: 25 * HOUR});
    const [early, first, gap, again, gap2, third, later, nine] = countsBetween(
      all,
      [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 10, 10.5].map((h) => h * HOUR),
    );
    near(early, 2000);
    near(first, 200);
    near(again, 200);
    near(third, 1000);
    near(nine, 500);
    expect(gap + gap2 + later).toBe(0);
  });
});

describe('perHour', () => {
  test('constant: counts are Poisson, gaps exponential', () => {
    const counts = replications(300, (replication) => arrivals(perHour(60), {replication, untilMs: HOUR}).length);
    expectPoisson(counts, 60);
    const all = arrivals(perHour(3600), {untilMs: 5 * HOUR});
    const gaps = all.slice(1).map((at, i) => at - all[i]);
    expect(Math.abs(mean(gaps) - 1000)).toBeLessThan((Z * 1000) / Math.sqrt(gaps.length));
    expect(Math.abs(gaps.filter((gap) => gap > 2000).length / gaps.length - Math.exp(-2))).toBeLessThan(
      Z * Math.sqrt(0.117 / gaps.length),
    );
  });
  test('only while the calendar is open', () => {
    const clock = {
      open: {
        fromMs: Float64Array.of(-5 * HOUR, 8 * HOUR, 12 * HOUR),
        toMs: Float64Array.of(2 * HOUR, 10 * HOUR, 12.5 * HOUR),
      },
    };
    const spec = perHour(3000, {during: 'office'});
    const all = arrivals(spec, {clocks: {office: clock}});
    const edges = [0, 2, 8, 10, 12, 12.5, 24].map((h) => h * HOUR);
    const [first, shut, second, shut2, third, shut3] = countsBetween(all, edges);
    for (const [count, expected] of [
      [first, 6000],
      [second, 6000],
      [third, 1500],
    ])
      expect(Math.abs(count - expected)).toBeLessThan(Z * Math.sqrt(expected));
    expect(shut + shut2 + shut3).toBe(0);
    expect(arrivals(spec, {clocks: {office: clock}, untilMs: Infinity})).toEqual(all);
    expect(arrivals(spec, {clocks: {office: {open: null}}, untilMs: 1000}).length).toBe(
      arrivals(perHour(3000), {untilMs: 1000}).length,
    );
  });
  test('swinging: each hour has the mean of the cosine over it', () => {
    const spec = perHour(50, {swing: 0.8, periodMs: DAY, peakMs: 14 * HOUR});
    const edges = Array.from({length: 25}, (_, h) => h * HOUR);
    const counts = replications(200, (replication) => countsBetween(arrivals(spec, {replication}), edges));
    for (let hour = 0; hour < 24; hour++) {
      const angle = (h: number) => (2 * Math.PI * (h - 14)) / 24;
      const expected = 50 * (1 + (0.8 * 24 * (Math.sin(angle(hour + 1)) - Math.sin(angle(hour)))) / (2 * Math.PI));
      expectPoisson(
        counts.map((row) => row[hour]),
        expected,
      );
    }
  });
  test('a daily peak keeps its local time when clocks change', () => {
    const spec = perHour(2000, {swing: 1, periodMs: DAY, peakMs: 14 * HOUR});
    const all = arrivals(spec, {start: '2026-03-29T00:00:00+01:00', untilMs: 23 * HOUR});
    // 14:00 is the thirteenth hour of that day; as many come in the five hours before it as in those after.
    const [before, after] = countsBetween(
      all,
      [8, 13, 18].map((h) => h * HOUR),
    );
    expect(Math.abs(before - after)).toBeLessThan(Z * Math.sqrt(before + after));
  });
  test('rate 0: nothing, even without an end', () => {
    expect(arrivals(perHour(0), {untilMs: Infinity})).toEqual([]);
  });
});

describe('steps', () => {
  const steps = [
    {fromMs: HOUR, perHour: 900},
    {fromMs: 3 * HOUR, perHour: 0},
    {fromMs: 4 * HOUR, perHour: 400},
  ];
  const counts = (repeatMs: number, setting: Setting, hours: readonly number[]) =>
    countsBetween(
      arrivals({kind: 'steps', steps, repeatMs}, setting),
      hours.map((h) => h * HOUR),
    );
  const near = (found: readonly number[], expected: readonly number[]) => {
    expect(found.length).toBe(expected.length);
    for (const [i, count] of expected.entries())
      expect(Math.abs(found[i] - count)).toBeLessThanOrEqual(Z * Math.sqrt(count));
  };
  test('once, from the start of the scenario; the last one goes on', () => {
    const start = '2026-03-02T10:30:00+01:00';
    near(counts(Number.NaN, {start, untilMs: 2 * DAY}, [0, 1, 3, 4, 5, 30, 31]), [0, 1800, 0, 400, 10_000, 400]);
  });
  test('daily: local time of day, the last holding over midnight', () => {
    near(counts(DAY, {untilMs: 2 * DAY}, [0, 1, 3, 4, 24, 25, 27, 28, 48]), [400, 1800, 0, 8000, 400, 1800, 0, 8000]);
    const start = '2026-03-02T02:00:00+01:00';
    near(counts(DAY, {start, untilMs: DAY}, [0, 1, 2, 22, 23, 24]), [900, 0, 8000, 400, 900]);
  });
  test('weekly: from Monday', () => {
    const start = '2026-03-04T00:00:00+01:00';
    near(
      counts(7 * DAY, {start, untilMs: 6 * DAY}, [0, 1, 24, 25, 120, 121, 123, 124, 125]),
      [400, 9200, 400, 38_000, 400, 1800, 0, 400],
    );
  });
  test('by another period: from the start', () => {
    near(counts(5 * HOUR, {untilMs: DAY}, [0, 1, 3, 4, 5, 6, 8, 9]), [400, 1800, 0, 400, 400, 1800, 0]);
  });
  test('rates only where a round never comes to: nothing, even without an end', () => {
    const late = [{fromMs: 2 * DAY, perHour: 5}];
    expect(
      arrivals({kind: 'steps', steps: [{fromMs: 0, perHour: 0}, ...late], repeatMs: DAY}, {untilMs: Infinity}),
    ).toEqual([]);
  });
});

describe('at and batch', () => {
  test('instants given, in order, those of one instant each', () => {
    const all = generate({kind: 'at', atMs: [50_000, 0, 10_000, 10_000, -5, DAY]});
    expect(all.arrivedMs).toEqual([0, 10_000, 10_000, 50_000]);
    expect(all.number).toEqual([0, 1, 2, 3]);
  });
  const batch = (rest: Partial<Extract<ArrivalsSpec, {kind: 'batch'}>>): ArrivalsSpec => ({
    kind: 'batch',
    everyMs: DAY,
    atMs: 7.5 * HOUR,
    weekdays: ALL_WEEK,
    size: distribution({constant: 3}, 'number'),
    ...rest,
  });
  test('at local times, on days of 23 and 25 hours too', () => {
    const spring = {start: '2026-03-28T12:00:00+01:00', untilMs: 3 * DAY};
    const instants = [...new Set(arrivals(batch({}), spring))].map((ms) =>
      new Date(Date.parse(spring.start) + ms).toISOString(),
    );
    expect(instants).toEqual(['2026-03-29T05:30:00.000Z', '2026-03-30T05:30:00.000Z', '2026-03-31T05:30:00.000Z']);
    const autumn = {start: '2026-10-24T00:00:00+02:00', untilMs: 3 * DAY};
    const hours = [...new Set(arrivals(batch({}), autumn))].map((ms) => ms / HOUR);
    expect(hours).toEqual([7.5, 24 + 8.5, 49 + 7.5]);
  });
  test('on its weekdays, every few hours, every second day', () => {
    const days = (spec: ArrivalsSpec) => [...new Set(arrivals(spec, {untilMs: 7 * DAY}))].map((ms) => ms / HOUR);
    expect(days(batch({weekdays: ['tue', 'sat']}))).toEqual([24 + 7.5, 120 + 7.5]);
    expect(days(batch({everyMs: 2 * DAY}))).toEqual([7.5, 55.5, 103.5, 151.5]);
    expect(days(batch({everyMs: 6 * HOUR, weekdays: ['mon']}))).toEqual([7.5, 13.5, 19.5]);
  });
  test('sizes: drawn, whole, each by the number of its batch', () => {
    const spec = batch({everyMs: HOUR, atMs: 0, size: distribution({poisson: {mean: 20}}, 'number')});
    const sizes = (setting: Setting) => {
      const counts = new Map<number, number>();
      for (const at of arrivals(spec, setting)) counts.set(at, (counts.get(at) ?? 0) + 1);
      return counts;
    };
    const all = sizes({untilMs: 14 * DAY});
    expectPoisson([...all.values()], 20);
    const onMonday = new Map([...all].filter(([at]) => at < DAY));
    expect(sizes({untilMs: DAY})).toEqual(onMonday);
  });
  test('batches of nothing: nothing, even without an end', () => {
    expect(arrivals(batch({size: distribution({constant: 0}, 'number')}), {untilMs: Infinity})).toEqual([]);
    expect(arrivals(batch({weekdays: []}), {untilMs: Infinity})).toEqual([]);
  });
});

describe('busyness', () => {
  const rows = [{weekdays: ALL_WEEK, fromMs: 8 * HOUR, count: 200}] as const;
  const days = 1000;
  const daily = (name: string, cv: number, sharedBy: string) => {
    const {arrivedMs} = generate(interval(rows, cv, sharedBy), {untilMs: days * DAY}, {name});
    const counts = new Array<number>(days).fill(0);
    for (const at of arrivedMs) {
      const day = Math.round((at - 8.25 * HOUR) / DAY);
      counts[day] = (counts[day] ?? 0) + 1;
    }
    return counts;
  };
  const correlation = (a: readonly number[], b: readonly number[]) =>
    mean(a.map((x, i) => (x - mean(a)) * (b[i] - mean(b)))) / Math.sqrt(variance(a) * variance(b));

  test('the variance is that of Poisson and of the factor together', () => {
    const counts = daily('a', 0.19, 'phones');
    const expected = 200 + (0.19 * 200) ** 2;
    expect(Math.abs(mean(counts) - 200)).toBeLessThan(Z * Math.sqrt(expected / days));
    // A negative binomial of this size is close to normal, so its sample variance has an error of √(2/n), and some.
    expect(Math.abs(variance(counts) / expected - 1)).toBeLessThan(Z * Math.sqrt(2.5 / days));
  });
  test('shared: sources are busy on the same days; not shared: they are not', () => {
    const a = daily('a', 0.19, 'phones');
    const expected = (0.19 * 200) ** 2 / (200 + (0.19 * 200) ** 2);
    expect(Math.abs(correlation(a, daily('b', 0.19, 'phones')) - expected)).toBeLessThan(Z / Math.sqrt(days));
    expect(Math.abs(correlation(daily('a', 0.19, ''), daily('b', 0.19, '')))).toBeLessThan(Z / Math.sqrt(days));
  });
  test('the whole day is busy: its hours are correlated', () => {
    const spec = perHour(100, {busyness: {cv: 0.3, sharedBy: ''}});
    const halves = replications(300, (replication) =>
      countsBetween(arrivals(spec, {replication, untilMs: 4 * HOUR}), [0, 2 * HOUR, 4 * HOUR]),
    );
    const expected = (0.3 * 200) ** 2 / (200 + (0.3 * 200) ** 2);
    const found = correlation(
      halves.map(([first]) => first),
      halves.map(([, second]) => second),
    );
    expect(Math.abs(found - expected)).toBeLessThan((Z * (1 - expected ** 2)) / Math.sqrt(300) + 0.02);
  });
  test('cv 0 is no factor at all', () => {
    expect(arrivals(perHour(60, {busyness: {cv: 0, sharedBy: 'x'}}))).toEqual(arrivals(perHour(60)));
  });
});

describe('expected arrivals', () => {
  const edges = Array.from({length: 49}, (_, h) => h * HOUR);
  const rows = [{weekdays: ALL_WEEK, fromMs: 8 * HOUR, count: 25}] as const;
  const clock = {open: {fromMs: Float64Array.of(6.5 * HOUR), toMs: Float64Array.of(20 * HOUR)}};
  test.each<[string, ArrivalsSpec]>([
    ['perInterval', interval(rows, 0.2)],
    ['perHour', perHour(40, {during: 'office'})],
    ['swing', perHour(40, {swing: 0.9, peakMs: 10 * HOUR})],
    [
      'steps',
      {
        kind: 'steps',
        repeatMs: DAY,
        steps: [
          {fromMs: 9.25 * HOUR, perHour: 30},
          {fromMs: 17 * HOUR, perHour: 0},
        ],
      },
    ],
    ['at', {kind: 'at', atMs: [HOUR, 1.5 * HOUR, 30 * HOUR, 99 * HOUR]}],
    [
      'batch',
      {
        kind: 'batch',
        everyMs: DAY,
        atMs: 7 * HOUR,
        weekdays: ALL_WEEK,
        size: distribution({poisson: {mean: 30}}, 'number'),
      },
    ],
  ])('%s: what comes on the average, hour by hour', (_, spec) => {
    const setting = {untilMs: 40 * HOUR, clocks: {office: clock}};
    const expected = expectedArrivals(sourceOf(spec), contextOf(setting), edges);
    if (expected === null) throw new Error('expected means');
    const count = 100;
    const sums = edges.slice(1).map(() => 0);
    for (let replication = 0; replication < count; replication++)
      for (const at of arrivals(spec, {...setting, replication})) sums[Math.floor(at / HOUR)] += 1;
    expect(Math.max(...expected)).toBeGreaterThan(0);
    // Variance of a count: Poisson, and that of the busyness of the day.
    for (const [hour, m] of expected.entries())
      expect(Math.abs(sums[hour] / count - m)).toBeLessThanOrEqual(Z * Math.sqrt((m + (0.2 * m) ** 2) / count) + 1e-9);
  });
  test('a swinging day sums up exactly to its mean', () => {
    const means = expectedArrivals(sourceOf(perHour(40, {swing: 0.9})), contextOf(), [0, 7 * HOUR, DAY]);
    expect(means?.reduce((sum, m) => sum + m, 0)).toBeCloseTo(960, 2);
    expect(means?.[0]).toBeCloseTo(280 + (0.9 * 40 * 24 * Math.sin((2 * Math.PI * 7) / 24)) / (2 * Math.PI), 2);
  });
});
