import {describe, expect, test} from 'vitest';
import type {AttributeValue, Classifier} from '../../src/demand/context.ts';
import {createFeed} from '../../src/demand/index.ts';
import type {Redial} from '../../src/model/arrivals.ts';
import type {SourceSpec} from '../../src/scenario/scenario.ts';
import {
  ALL_WEEK,
  CountingClassifier,
  contextOf,
  DAY,
  distribution,
  generate,
  HOUR,
  itemsOf,
  mean,
  perHour,
  sourceOf,
  Z,
} from './sources.ts';

const plain: Partial<SourceSpec> = {
  handleTime: {fixed: distribution({lognormal: {mean: '4m', cv: 0.9}})},
  wrapUp: {fixed: distribution('30s')},
  patience: {fixed: distribution({exponential: {mean: '2m'}})},
  attributes: {
    segment: {
      kind: 'shares',
      values: [
        {value: 'Gold', share: 0.2},
        {value: 'Silver', share: 0.8},
      ],
    },
    value: {kind: 'distribution', distribution: distribution({lognormal: {mean: 900, cv: 1}}, 'number')},
  },
  preferredAgent: {share: 0.3, groups: ['seniors'], agents: []},
};
const groups = {seniors: [3, 4, 7]};
const rate = perHour(200);

describe('an item', () => {
  test('is numbered, whole, and has nothing it was not given', () => {
    const items = generate(rate, {}, {handleTime: {fixed: distribution({exponential: {mean: '90s'}})}});
    expect(items.number).toEqual(items.number.map((_, i) => i));
    expect(items.number.length).toBeGreaterThan(4000);
    expect(items.handleMs.every(Number.isInteger)).toBe(true);
    expect(Math.abs(mean(items.handleMs) - 90_000)).toBeLessThan((Z * 90_000) / Math.sqrt(items.number.length));
    for (const [column, value] of [
      ['wrapUpMs', 0],
      ['patienceMs', Infinity],
      ['dueMs', Number.NaN],
      ['initial', Number.NaN],
      ['preferred', -1],
    ] as const)
      expect(new Set(items[column])).toEqual(new Set([value]));
  });
  test('prefers an agent of the groups named, each alike', () => {
    const {preferred} = generate(rate, {groups}, plain);
    const share = (agent: number) => preferred.filter((one) => one === agent).length / preferred.length;
    const near = (found: number, expected: number) =>
      expect(Math.abs(found - expected)).toBeLessThan(Z * Math.sqrt((expected * (1 - expected)) / preferred.length));
    near(share(-1), 0.7);
    for (const agent of groups.seniors) near(share(agent), 0.1);
    expect(new Set(preferred)).toEqual(new Set([-1, ...groups.seniors]));
    expect(new Set(generate(rate, {groups: {seniors: []}}, plain).preferred)).toEqual(new Set([-1]));
  });
});

describe('segmentation', () => {
  test('each combination of few values is classified once, in the shares given', () => {
    const classifier = new CountingClassifier();
    const {route} = generate(
      rate,
      {classifier},
      {
        attributes: {
          department: {kind: 'constant', value: 'Finance'},
          segment: {
            kind: 'shares',
            values: [
              {value: 'Gold', share: 0.2},
              {value: 'Silver', share: 0.3},
              {value: 'Bronze', share: 0.5},
            ],
          },
          region: {
            kind: 'shares',
            values: [
              {value: 'North', share: 0.5},
              {value: 'South', share: 0.5},
            ],
          },
        },
      },
    );
    expect(classifier.met.length).toBe(6);
    for (const [i, {department, segment}] of classifier.met.entries()) {
      const expected = {Gold: 0.1, Silver: 0.15, Bronze: 0.25}[String(segment)] ?? Number.NaN;
      const found = route.filter((one) => one === i).length / route.length;
      expect(department).toBe('Finance');
      expect(Math.abs(found - expected)).toBeLessThan(Z * Math.sqrt((expected * (1 - expected)) / route.length));
    }
  });
  test('all alike are classified once, and not before one comes', () => {
    const classifier = new CountingClassifier();
    const attributes = {department: {kind: 'constant', value: 'Sales'}} as const;
    generate(perHour(0), {classifier}, {attributes});
    expect(classifier.met).toEqual([]);
    generate(rate, {classifier}, {attributes});
    expect(classifier.met).toEqual([{department: 'Sales'}]);
  });
  test('values from a distribution are classified item by item', () => {
    const classifier = new CountingClassifier();
    const {number} = generate(rate, {classifier}, plain);
    expect(classifier.met.length).toBe(number.length);
    const values = classifier.met.map(({value}) => Number(value));
    expect(Math.abs(mean(values) - 900)).toBeLessThan((Z * 900) / Math.sqrt(values.length));
    expect(new Set(classifier.met.map(({segment}) => segment))).toEqual(new Set(['Gold', 'Silver']));
  });
});

describe('common random numbers', () => {
  const base = generate(rate, {groups}, plain);
  test('a seed gives these items for ever', () => {
    const first = Object.entries(base).map(([name, values]) => `${name}: ${values.slice(0, 5).join(' ')}`);
    expect(first).toMatchSnapshot();
  });
  test('another patience changes patience only', () => {
    const other = generate(
      rate,
      {groups},
      {...plain, patience: {fixed: distribution({weibull: {mean: '3m', shape: 1.4}})}},
    );
    expect(other.patienceMs).not.toEqual(base.patienceMs);
    expect({...other, patienceMs: null}).toEqual({...base, patienceMs: null});
  });
  test('another mean scales each handle time', () => {
    const handleTime = {fixed: distribution({lognormal: {mean: '8m', cv: 0.9}})};
    const other = generate(rate, {groups}, {...plain, handleTime});
    for (const [i, ms] of other.handleMs.entries())
      expect(Math.abs(ms - 2 * base.handleMs[i])).toBeLessThanOrEqual(1.5);
  });
  test('another rate lets item n keep all but its arrival', () => {
    const other = generate(perHour(100), {groups, untilMs: 2 * DAY}, plain);
    const count = Math.min(other.number.length, base.number.length);
    expect(count).toBeGreaterThan(4000);
    for (const column of ['handleMs', 'patienceMs', 'preferred', 'route'] as const)
      expect(other[column].slice(0, count)).toEqual(base[column].slice(0, count));
    for (let i = 0; i < count; i++) expect(Math.abs(other.arrivedMs[i] - 2 * base.arrivedMs[i])).toBeLessThanOrEqual(2);
  });
  test('a source is named by itself: neither its place nor its neighbours matter, but its name does', () => {
    const context = contextOf({groups});
    const [, second] = ['other', 'calls'].map((name, i) =>
      itemsOf(createFeed(sourceOf(rate, {...plain, name}), i, context)),
    );
    expect({...second, route: null}).toEqual({...base, route: null});
    expect(generate(rate, {groups}, {...plain, name: 'other'}).arrivedMs).not.toEqual(base.arrivedMs);
  });
  test('seed and replication give others', () => {
    for (const setting of [{seed: '2'}, {replication: 1}]) {
      const other = generate(rate, {groups, ...setting}, plain);
      for (const column of ['arrivedMs', 'handleMs', 'patienceMs', 'preferred'] as const)
        expect(other[column].slice(0, 50)).not.toEqual(base[column].slice(0, 50));
    }
  });
});

describe('handle time by interval of arrival', () => {
  const byInterval = (morning: string, evening: string) => ({
    byInterval: {
      rows: [
        {weekdays: ALL_WEEK, fromMs: 8 * HOUR, value: distribution({lognormal: {mean: morning, cv: 0.5}})},
        {weekdays: ['mon'] as const, fromMs: 18 * HOUR, value: distribution({lognormal: {mean: evening, cv: 0.5}})},
      ],
    },
  });
  const setting = {untilMs: 3 * DAY};
  const base = generate(rate, setting, {handleTime: byInterval('4m', '8m')});
  const isEvening = (at: number) => at >= 18 * HOUR && at < DAY + 8 * HOUR;
  test('each interval has its own mean; the last of a day holds over midnight', () => {
    const of = (evening: boolean) =>
      base.handleMs.filter((_, i) => isEvening(base.arrivedMs[i]) === evening && base.arrivedMs[i] > 8 * HOUR);
    for (const [values, expected] of [
      [of(false), 240_000],
      [of(true), 480_000],
    ] as const)
      expect(Math.abs(mean(values) - expected)).toBeLessThan((Z * 0.5 * expected) / Math.sqrt(values.length));
  });
  test('another mean in the evening leaves the morning alone, and each item its luck', () => {
    const other = generate(rate, setting, {handleTime: byInterval('4m', '16m')});
    for (const [i, at] of base.arrivedMs.entries()) {
      if (isEvening(at)) expect(Math.abs(other.handleMs[i] - 2 * base.handleMs[i])).toBeLessThanOrEqual(1.5);
      else if (at > 8 * HOUR) expect(other.handleMs[i]).toBe(base.handleMs[i]);
    }
  });
});

describe('redial', () => {
  const redial = {share: 0.4, after: distribution({exponential: {mean: '20m'}}), atMost: 3};
  const feedOf = (rest: Partial<SourceSpec> = {}) =>
    createFeed(sourceOf(rate, {...plain, redial, ...rest}), 0, contextOf());
  const N = 5000;
  const all = (feed = feedOf()) => Array.from({length: N}, (_, number) => feed.redial(number, 1));
  const came = (redials: readonly (Redial | null)[]) => redials.filter((one) => one !== null);

  test('its share, delay, and draws of its own', () => {
    const redials = came(all());
    expect(Math.abs(redials.length / N - 0.4)).toBeLessThan(Z * Math.sqrt(0.24 / N));
    const near = (values: readonly number[], expected: number, sd: number) =>
      expect(Math.abs(mean(values) - expected)).toBeLessThan((Z * sd) / Math.sqrt(values.length));
    near(
      redials.map((one) => one.afterMs),
      1_200_000,
      1_200_000,
    );
    near(
      redials.map((one) => one.handleMs),
      240_000,
      216_000,
    );
    near(
      redials.map((one) => one.patienceMs),
      120_000,
      120_000,
    );
    expect(new Set(redials.map((one) => one.wrapUpMs))).toEqual(new Set([30_000]));
    for (const one of redials) for (const ms of Object.values(one)) expect(Number.isInteger(ms)).toBe(true);
  });
  test('whatever the order of asking, and whatever has been generated meanwhile', () => {
    const feed = feedOf();
    itemsOf(feed);
    const backwards = Array.from({length: N}, (_, i) => feed.redial(N - 1 - i, 1)).reverse();
    expect(backwards).toEqual(all());
  });
  test('attempts are drawn each anew, up to the most', () => {
    const feed = feedOf({redial: {...redial, share: 1}});
    const attempts = [1, 2, 3].map((attempt) => feed.redial(7, attempt));
    expect(new Set(attempts.map((one) => one?.handleMs)).size).toBe(3);
    expect(feed.redial(7, 4)).toBeNull();
  });
  test('without redial nobody calls again, and the items are the same', () => {
    const without = createFeed(sourceOf(rate, plain), 0, contextOf());
    expect(came(all(without))).toEqual([]);
    expect(itemsOf(without)).toEqual(itemsOf(feedOf()));
  });
  test('a larger share keeps those who called again', () => {
    const few = all();
    const many = all(feedOf({redial: {...redial, share: 0.8}}));
    for (const [i, one] of few.entries()) if (one) expect(many[i]).toEqual(one);
  });
  test('handle times by interval are those of the new arrival', () => {
    const handleTime = {
      byInterval: {
        rows: [
          {weekdays: ALL_WEEK, fromMs: 0, value: distribution('1m')},
          {weekdays: ALL_WEEK, fromMs: 12 * HOUR, value: distribution('9m')},
        ],
      },
    };
    const feed = feedOf({handleTime, redial: {share: 1, after: distribution('1h'), atMost: 1}});
    expect(feed.redial(0, 1, 10.9 * HOUR)?.handleMs).toBe(60_000);
    expect(feed.redial(0, 1, 11 * HOUR)?.handleMs).toBe(540_000);
    expect(feed.redial(0, 1, 10.9 * HOUR)?.handleMs).toBe(60_000);
  });
});

describe('a priority to start from, drawn from a distribution', () => {
  const source: Partial<SourceSpec> = {
    attributes: {
      tier: {
        kind: 'shares',
        values: [
          {value: 'gold', share: 0.25},
          {value: 'plain', share: 0.75},
        ],
      },
      score: {kind: 'distribution', distribution: distribution({uniform: {min: 0, max: 50}}, 'number')},
    },
  };
  /** Only gold starts from its score; `decides` says whether the score may change more than that. */
  class Scored implements Classifier {
    asked = 0;
    readonly #decides: boolean;
    constructor(decides: boolean) {
      this.#decides = decides;
    }
    classify(_: number, __: string, {tier, score}: Readonly<Record<string, AttributeValue>>) {
      this.asked++;
      const rule = tier === 'gold' ? 0 : 1;
      const initial = rule === 0 && typeof score === 'number' ? score : Number.NaN;
      return {route: rule, rule, reportClass: rule, initial};
    }
    decides(attribute: string) {
      return this.#decides || attribute !== 'score';
    }
    initialFrom(rule: number) {
      return rule === 0 ? 'score' : null;
    }
    send(): never {
      throw new Error('nothing is handed over');
    }
  }

  test('classifies each combination of the others once, with the values each item would have had', () => {
    const [once, each] = [new Scored(false), new Scored(true)];
    const [fast, slow] = [once, each].map((classifier) => generate(perHour(200), {classifier}, source));
    expect(fast).toEqual(slow);
    expect(fast.initial.filter((value) => value > 0).length).toBe(fast.route.filter((route) => route === 0).length);
    expect(new Set(fast.initial).size).toBeGreaterThan(1000);
    expect([once.asked, each.asked]).toEqual([2, fast.number.length]);
  });
});
