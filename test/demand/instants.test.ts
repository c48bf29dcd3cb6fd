import fc from 'fast-check';
import {expect, test} from 'vitest';
import {localDays} from '../../src/calendar/index.ts';
import {type Instants, instantsOf} from '../../src/demand/arrivals/instants.ts';
import {localStretches} from '../../src/demand/localStretches.ts';
import {PoissonArrivals} from '../../src/demand/rates/poisson.ts';
import {type RateStretch, whileOpen, within} from '../../src/demand/rates/stretch.ts';
import {Thinned} from '../../src/demand/rates/thinned.ts';
import {instantIn} from '../../src/model/localDay.ts';
import {streamOf} from '../../src/random/streams.ts';
import {DAY, HOUR} from './sources.ts';

const RATES: readonly RateStretch[] = [
  {fromMs: 0, toMs: 1000, perMs: 0.5},
  {fromMs: 1500, toMs: 1501, perMs: 0.01},
  {fromMs: 2000, toMs: 9000, perMs: 0.2},
];
const poisson = () => new PoissonArrivals(RATES, streamOf('1', 'arrivals'));
const KINDS: Readonly<Record<string, () => Instants>> = {
  poisson,
  thinned: () => new Thinned(poisson(), (at) => (at % 100) / 100, streamOf('1', 'kept')),
  iterated: () => instantsOf(Array.from({length: 500}, (_, i) => i)),
};
const drawn = (instants: Instants, sizes: readonly number[]): number[] => {
  const all: number[] = [];
  for (let i = 0; ; i++) {
    const out = new Float64Array(sizes[i % sizes.length]);
    const count = instants.fill(out);
    all.push(...out.subarray(0, count));
    if (count < out.length) return all;
  }
};

test.each(Object.keys(KINDS))('%s: however the blocks are cut, the same instants, in order', (kind) => {
  const whole = drawn(KINDS[kind](), [5000]);
  expect(whole.length).toBeGreaterThan(400);
  expect(whole).toEqual([...whole].sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(fc.integer({min: 1, max: 700}), {minLength: 1, maxLength: 5}), (sizes) => {
      expect(drawn(KINDS[kind](), sizes)).toEqual(whole);
    }),
    {seed: 1, numRuns: 30},
  );
});

test('Poisson arrivals fall inside the stretches that have a rate', () => {
  for (const at of drawn(poisson(), [64])) expect(RATES.some(({fromMs, toMs}) => at >= fromMs && at < toMs)).toBe(true);
});

test('rates are cut where a clock is open, and at the horizon', () => {
  const clock = {open: {fromMs: Float64Array.of(-50, 500, 2500, 3000), toMs: Float64Array.of(10, 2100, 2600, 20_000)}};
  const spans = [...whileOpen(within(RATES, 4000), clock)].map(({fromMs, toMs, perMs}) => [fromMs, toMs, perMs]);
  expect(spans).toEqual([
    [0, 10, 0.5],
    [500, 1000, 0.5],
    [1500, 1501, 0.01],
    [2000, 2100, 0.2],
    [2500, 2600, 0.2],
    [3000, 4000, 0.2],
  ]);
});

// A gap at midnight, one of half an hour, an hour twice, a day without changes.
test.each([
  ['Africa/Cairo', '2026-04-24T01:00:00+03:00', 23],
  ['Australia/Lord_Howe', '2026-10-04T00:00:00+10:30', 23.5],
  ['Europe/Madrid', '2026-10-25T00:00:00+02:00', 25],
  ['Europe/Madrid', '2026-03-29T00:00:00+01:00', 23],
  ['UTC', '2026-03-29T00:00:00Z', 24],
])('stretches of a day in %s from %s: %f hours, each instant once, as the clock shows it', (zone, start, hours) => {
  const day = localDays(zone, Date.parse(start))(0);
  const stretches = localStretches(day);
  expect(stretches.length).toBe(hours === 24 || day.shifts[0].fromLocalMs + day.shifts[0].shiftMs === 0 ? 1 : 2);
  let at = day.startMs;
  const shows = new Intl.DateTimeFormat('en-GB', {timeZone: zone, hour: '2-digit', minute: '2-digit'});
  for (const {fromMs, toMs, localMs} of stretches) {
    expect(fromMs).toBe(at);
    for (let ms = fromMs; ms < toMs; ms += HOUR / 4) {
      const local = (localMs + ms - fromMs) / 60_000;
      const clock = [Math.floor(local / 60), local % 60].map((part) => String(part).padStart(2, '0')).join(':');
      expect(clock).toBe(shows.format(Date.parse(start) + ms));
      if (localMs + ms - fromMs < DAY) expect(instantIn(day, localMs + ms - fromMs)).toBeLessThanOrEqual(ms);
    }
    at = toMs;
  }
  expect(at).toBe(day.endMs);
  expect((day.endMs - day.startMs) / HOUR).toBe(hours);
});
