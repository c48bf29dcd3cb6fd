/** What comes in, and how it behaves: generated sources. What is not drawn is worked by hand. */
import {describe, expect, test} from 'vitest';
import {itemsOf, opened, resultsOf} from './desk.ts';

const MANY = `
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: t, agents: 9 } ]`;
const arrivals = (text: string, files = {}) => itemsOf(text + MANY, files).map((row) => row.replace(/:.*/, ''));
const hm = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;

describe('arrivals', () => {
  test('at instants, in whatever order they are written', () => {
    expect(
      arrivals(`
from: 2026-03-02 09:00
demand: [ { source: s, channel: v, arrivals: { at: [ 50s, 0s, 1h30m, 10s ] }, handleTime: 1s } ]`),
    ).toEqual(['s.0 came 0', 's.1 came 10', 's.2 came 50', 's.3 came 5400']);
  });

  test('in batches: nightly on some weekdays, or every 36 h of local time', () => {
    // from a Thursday on
    expect(
      arrivals(`
from: 2026-03-05
to: 4d
demand:
  - { source: b, channel: v, arrivals: { batch: { every: 1d, at: 07:30, on: fri-sat, size: 2 } }, handleTime: 1s }
  - { source: h, channel: v, arrivals: { batch: { every: 36h, at: 06:00, size: 1 } }, handleTime: 1s }`),
    ).toEqual([
      `h.0 came ${hm(6)}`,
      `b.0 came ${hm(31, 30)}`,
      `b.1 came ${hm(31, 30)}`,
      `h.1 came ${hm(42)}`,
      `b.2 came ${hm(55, 30)}`,
      `b.3 came ${hm(55, 30)}`,
      `h.2 came ${hm(78)}`,
    ]);
  });

  test('at a local time that clocks skip, or show twice', () => {
    // on 29 March 2026 02:00 is 03:00: the batch of 02:30 comes then, 26 h after the start
    const nightly =
      'demand: [ { source: b, channel: v, arrivals: { batch: { at: 02:30, size: 1 } }, handleTime: 1s } ]';
    expect(arrivals(`\ntimezone: Europe/Madrid\nfrom: 2026-03-28\nto: 3d\n${nightly}`)).toEqual([
      `b.0 came ${hm(2, 30)}`,
      `b.1 came ${hm(26)}`,
      `b.2 came ${hm(49, 30)}`,
    ]);
    // on 25 October 03:00 is 02:00 again: the first 02:30 counts, and the day has 25 hours
    expect(arrivals(`\ntimezone: Europe/Madrid\nfrom: 2026-10-24\nto: 3d\n${nightly}`)).toEqual([
      `b.0 came ${hm(2, 30)}`,
      `b.1 came ${hm(26, 30)}`,
      `b.2 came ${hm(51, 30)}`,
    ]);
  });

  test('in calendars and intervals only, about as many as they say', async () => {
    const files = {'rates.csv': 'weekday,start,count\nmon,08:00,30\nmon,08:30,10.5\ntue-sun,23:30,20\n'};
    const text = `
to: 7d
calendars: { office: { open: { mon-fri: 08:00-10:00 } } }
demand:
  - { source: csv, channel: v, arrivals: { perInterval: { file: rates.csv, interval: 30m } }, handleTime: 1s }
  - { source: inline, channel: v, arrivals: { perInterval: { interval: 1h, from: 22:00, counts: { 'sat,sun': [ 40, 0 ] } } }, handleTime: 1s }
  - { source: office, channel: v, arrivals: { perHour: 20, during: office }, handleTime: 1s }
  - { source: wave, channel: v, arrivals: { perHour: 3, swing: 100%, period: 1d, peak: 12:00 }, handleTime: 1s }
  - { source: steps, channel: v, arrivals: { perHour: [ [ 0s, 0 ], [ 8h, 10 ], [ 10h, 0 ] ], repeat: daily }, handleTime: 1s }
  - { source: once, channel: v, arrivals: { perHour: [ [ 2h, 50 ], [ 3h, 0 ] ] }, handleTime: 1s }`;
    const at = new Map<string, number[]>();
    for (const row of arrivals(text, files)) {
      const [, source = '', seconds] = /^(\w+)\.\d+ came ([\d.]+)/.exec(row) ?? [];
      at.set(source, [...(at.get(source) ?? []), Number(seconds)]);
    }
    const day = (s: number) => Math.floor(s / 86_400);
    const time = (s: number) => s % 86_400;
    const within = (source: string, test: (s: number) => boolean) => at.get(source)?.every(test);
    expect(within('csv', (s) => (day(s) === 0 ? time(s) >= hm(8) && time(s) < hm(9) : time(s) >= hm(23, 30)))).toBe(
      true,
    );
    expect(within('inline', (s) => day(s) >= 5 && time(s) >= hm(22) && time(s) < hm(23))).toBe(true);
    expect(within('office', (s) => day(s) < 5 && time(s) >= hm(8) && time(s) < hm(10))).toBe(true);
    expect(within('steps', (s) => time(s) >= hm(8) && time(s) < hm(10))).toBe(true);
    expect(within('once', (s) => s >= hm(2) && s < hm(3))).toBe(true);
    // Poisson: within four standard deviations of what they should be
    const means = {csv: 40.5 + 6 * 20, inline: 80, office: 200, wave: 7 * 72, steps: 140, once: 50};
    for (const [source, mean] of Object.entries(means))
      expect(Math.abs((at.get(source)?.length ?? 0) - mean), source).toBeLessThan(4 * Math.sqrt(mean));
    // the wave is highest at noon: between 6 and 18 h its share is 1/2 + 1/π
    const noon = (at.get('wave') ?? []).filter((s) => time(s) >= hm(6) && time(s) < hm(18)).length / 504;
    expect(noon).toBeCloseTo(0.5 + 1 / Math.PI, 1);
  });

  test('busier on some days than on others, and on the same days where sources share the factor', () => {
    const daily = (more: string) => {
      const counts = [new Array(30).fill(0), new Array(30).fill(0)];
      for (const row of arrivals(`
to: 30d
demand:
  - { source: a, channel: v, arrivals: { perHour: 5${more} }, handleTime: 1s }
  - { source: b, channel: v, arrivals: { perHour: 5${more} }, handleTime: 1s }`)) {
        const [, source, seconds] = /^(\w)\.\d+ came ([\d.]+)/.exec(row) ?? [];
        counts[source === 'a' ? 0 : 1][Math.floor(Number(seconds) / 86_400)]++;
      }
      const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
      const [a = [], b = []] = counts;
      const [ma, mb] = [mean(a), mean(b)];
      const cov = mean(a.map((x, i) => (x - ma) * ((b[i] ?? 0) - mb)));
      const [va, vb] = [mean(a.map((x) => (x - ma) ** 2)), mean(b.map((x) => (x - mb) ** 2))];
      return {cv: Math.sqrt(va) / ma, correlation: cov / Math.sqrt(va * vb)};
    };
    // Poisson alone has a cv of 1/√120 = 0.09
    expect(daily('').cv).toBeLessThan(0.14);
    const own = daily(', busyness: { gamma: { cv: 0.5 } }');
    expect(own.cv).toBeGreaterThan(0.3);
    expect(own.correlation).toBeLessThan(0.6);
    expect(daily(', busyness: { gamma: { cv: 0.5 }, sharedBy: phones }').correlation).toBeGreaterThan(0.85);
  });
});

test('handle time, wrap-up and patience by the interval of arrival; before the first of a day the last one holds', () => {
  // Monday 08:00 10 s, 12:00 20 s; Tuesday 09:00 30 s, which holds to the next Monday; wrap-up 1 s, from noon on 2 s
  expect(
    itemsOf(`
to: 2d
demand:
  - source: b
    channel: v
    arrivals: { at: [ 1h, 8h, 11h59m, 12h, 23h, 25h, 32h, 36h ] }
    handleTime: { byInterval: [ { days: mon, from: 08:00, use: 10s }, { days: mon, from: 12:00, use: 20s }, { days: tue, from: 09:00, use: 30s } ] }
    wrapUp: { byInterval: [ { from: 00:00, use: 1s }, { from: 12:00, use: 2s } ] }
  - { source: block, channel: v, arrivals: { at: [ 14h, 38h ] }, handleTime: 1h }
  - source: p
    channel: v
    arrivals: { at: [ 14h1s, 38h1s ] }
    handleTime: 1s
    patience: { byInterval: [ { days: mon-tue, from: 00:00, use: 5s }, { days: tue, from: 13:00, use: 7s } ] }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`).map((row) => row.replace(/.* came (\d+): /, '$1 ').replace(/ \[.*/, '')),
  ).toEqual([
    `${hm(1)} u 1 3600 to 3630 wrapping to 3631`,
    `${hm(8)} u 1 28800 to 28810 wrapping to 28811`,
    `${hm(11, 59)} u 1 43140 to 43150 wrapping to 43151`,
    `${hm(12)} u 1 43200 to 43220 wrapping to 43222`,
    `${hm(14)} u 1 50400 to 54000`,
    `${hm(14) + 1} abandoned ${hm(14) + 6}`,
    `${hm(23)} u 1 82800 to 82820 wrapping to 82822`,
    `${hm(25)} u 1 90000 to 90020 wrapping to 90021`,
    `${hm(32)} u 1 115200 to 115220 wrapping to 115221`,
    `${hm(36)} u 1 129600 to 129630 wrapping to 129632`,
    `${hm(38)} u 1 136800 to 140400`,
    `${hm(38) + 1} abandoned ${hm(38) + 8}`,
  ]);
});

describe('redial', () => {
  const desk = `
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 65s }
  - { source: c, channel: v, arrivals: { at: [ 0s, 100s ] }, handleTime: 100s, patience: 10s, redial: { share: 100%, after: 20s, atMost: 2 } }
  - { source: b2, channel: v, arrivals: { at: [ 90s ] }, handleTime: 500s }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: u, agents: 1 } ]`;

  test('so long after hanging up, at most so often', () => {
    expect(itemsOf(desk).map((row) => row.replace(/ \[.*/, ''))).toEqual([
      'b.0 came 0: u 1 0 to 65',
      'c.0 came 0: abandoned 10',
      'c.0.. came 30: abandoned 40',
      'c.0.... came 60: u 1 65 to 165',
      'b2.0 came 90: u 1 165 to 665',
      'c.1 came 100: abandoned 110',
      'c.1.. came 130: abandoned 140',
      'c.1.... came 160: abandoned 170',
    ]);
  });

  test('is a new arrival, counted apart', async () => {
    const {balance, flow} = await resultsOf(desk);
    expect(balance).toMatchObject({created: 8, redials: 4, completed: 3, abandoned: 5, waiting: 0, inHand: 0});
    expect([flow.total.offered?.value, flow.total.redials?.value]).toEqual([8, 4]);
  });
});

test('attributes by share and by distribution, preferred agents by share', () => {
  const rows = itemsOf(`
to: 100h
demand:
  - source: s
    channel: v
    arrivals: { perHour: 10 }
    attributes: { segment: { Gold: 20%, Silver: 80% }, value: { uniform: { min: 0, max: 10 } } }
    handleTime: 1s
    preferredAgent: { share: 30%, from: [ few ] }
routing:
  segmentation: { columns: [ segment, value ], rules: [ { if: [ Gold, '-' ], then: gold }, { if: [ '-', '< 5' ], then: low } ], otherwise: high }
  processes: { gold: { distribute: d }, low: { distribute: d }, high: { distribute: d } }
  priorities: { flat: { fixed: 0 } }
  distribution: { d: { targets: [ { groups: many } ] } }
workforce: [ { group: few, agents: 2 }, { group: many, agents: 9 } ]`);
  const share = (pattern: RegExp) => rows.filter((row) => pattern.test(row)).length / rows.length;
  const error = (p: number) => 4 * Math.sqrt((p * (1 - p)) / rows.length);
  expect(rows.length).toBeGreaterThan(850);
  expect(Math.abs(share(/: few \d/) - 0.3)).toBeLessThan(error(0.3));
  expect(Math.abs(share(/: few 1/) - 0.15)).toBeLessThan(error(0.15));
});

test('distributions by mean and cv or parameters of their own come to the same moments', () => {
  const forms = {
    constant: ['4m', '{ constant: 4m }'],
    exponential: ['{ exponential: { mean: 4m } }', '{ exponential: { median: 166355ms } }'],
    uniform: ['{ uniform: { min: 2m, max: 6m } }', '{ uniform: { mean: 4m, sd: 69282ms } }'],
    triangular: ['{ triangular: { min: 1m, mode: 3m, max: 8m } }'],
    lognormal: ['{ lognormal: { mean: 4m, cv: 0.5 } }', '{ lognormal: { median: 214663ms, sigma: 0.472380727 } }'],
    gamma: [
      '{ gamma: { mean: 4m, shape: 4 } }',
      '{ gamma: { mean: 4m, cv: 0.5 } }',
      '{ gamma: { shape: 4, scale: 1m } }',
    ],
    erlang: ['{ erlang: { mean: 4m, phases: 4 } }', '{ erlang: { mean: 4m, cv: 0.5 } }'],
    weibull: ['{ weibull: { mean: 4m, shape: 2 } }', '{ weibull: { scale: 270811ms, shape: 2 } }'],
    empirical: ['{ empirical: { file: e.csv, column: s, unit: s } }'],
    mixture: [
      '{ zeroShare: 25%, exponential: { mean: 320s } }',
      '{ zeroShare: 25%, exponential: { median: 221807ms } }',
    ],
  };
  const sds = {
    constant: 0,
    exponential: 240,
    uniform: 240 / Math.sqrt(12),
    // √((a² + b² + c² - ab - ac - bc) / 18) minutes
    triangular: 60 * Math.sqrt((1 + 9 + 64 - 3 - 8 - 24) / 18),
    lognormal: 120,
    gamma: 120,
    erlang: 120,
    weibull: 240 * Math.sqrt(4 / Math.PI - 1),
    empirical: 40,
    // of the mixture: 0.75 · 320² · 2 - 240²
    mixture: Math.sqrt(0.75 * 2 * 320 ** 2 - 240 ** 2),
  };
  for (const [kind, written] of Object.entries(forms))
    for (const handleTime of written)
      opened(
        `demand: [ { source: s, channel: v, arrivals: { at: [ 0s ] }, handleTime: ${handleTime} } ]${MANY}`,
        {'e.csv': 's\n200\n280\n'},
        {},
        ({scenario}) => {
          const spec = scenario.demand[0]?.handleTime;
          if (!spec || !('fixed' in spec)) throw new Error('expected one distribution');
          expect(spec.fixed.mean / 1000, handleTime).toBeCloseTo(240, 2);
          expect(spec.fixed.sd / 1000, handleTime).toBeCloseTo(sds[kind as keyof typeof sds], 2);
        },
      );
});
