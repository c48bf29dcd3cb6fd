import {describe, expect, test} from 'vitest';
import {z} from '../../src/language/schema.ts';
import type {DistributionSpec} from '../../src/random/distribution.ts';
import {DISTRIBUTIONS} from '../../src/random/distributions/index.ts';
import type {Unit} from '../../src/random/kind.ts';
import {constantOf, distributionSchema, readDistribution} from '../../src/random/readDistribution.ts';
import {fillSampler, sampler} from '../../src/random/sampler.ts';
import {streamOf} from '../../src/random/streams.ts';

function read(written: unknown, unit: Unit = 'duration', cells: readonly string[] | null = null): DistributionSpec {
  const spec = readDistribution(distributionSchema(unit).parse(written), () => cells);
  if (spec === null || typeof spec === 'string') throw new Error(`not read: ${spec}`);
  return spec;
}
const messages = (written: unknown, unit: Unit = 'duration'): string => {
  const result = distributionSchema(unit).safeParse(written);
  if (result.success) throw new Error('expected a problem');
  return JSON.stringify(result.error.issues);
};

/** Every way to write a kind, with the mean and sd it means (seconds), worked out apart from this code. */
const CASES: readonly {
  readonly written: Record<string, unknown>;
  readonly unit?: Unit;
  readonly mean: number;
  readonly sd: number;
  /** Distribution function (of seconds, or of the number), where it has a closed form. */
  readonly below?: (x: number) => number;
}[] = [
  {written: {constant: '90s'}, mean: 90, sd: 0},
  {written: {exponential: {mean: '60s'}}, mean: 60, sd: 60, below: (x) => 1 - Math.exp(-x / 60)},
  {written: {exponential: {median: '60s'}}, mean: 86.5617, sd: 86.5617, below: (x) => 1 - 2 ** (-x / 60)},
  {written: {uniform: {min: '10s', max: '30s'}}, mean: 20, sd: 5.7735, below: (x) => (x - 10) / 20},
  {written: {uniform: {mean: '20s', sd: '5s'}}, mean: 20, sd: 5},
  {
    written: {triangular: {min: '10s', mode: '20s', max: '60s'}},
    mean: 30,
    sd: Math.sqrt((2500 - 10 * 40) / 18),
    below: (x) => (x < 20 ? (x - 10) ** 2 / 500 : 1 - (60 - x) ** 2 / 2000),
  },
  {written: {triangular: {mean: '60s', cv: 0.3}}, mean: 60, sd: 18},
  {written: {triangular: {min: '10s', mode: '10s', max: '40s'}}, mean: 20, sd: Math.sqrt(50)},
  {written: {normal: {mean: '60s', cv: 0.2}}, mean: 60, sd: 12},
  {written: {normal: {mean: '60s', cv: 0.7}}, mean: 60, sd: 42},
  {written: {normal: {mean: '60s', cv: 0.95}}, mean: 60, sd: 57},
  // Half-normal: mean √(2/π), variance 1 - 2/π.
  {written: {normal: {mu: '0s', sigma: '60s'}}, mean: 47.8731, sd: 36.1689},
  {written: {lognormal: {mean: '240s', cv: 0.9}}, mean: 240, sd: 216},
  {written: {lognormal: {median: '60s', sigma: 0.5}}, mean: 60 * Math.exp(0.125), sd: 36.234},
  {written: {lognormal: {median: '60s', p90: '120s'}}, mean: 69.4504, sd: 40.4855},
  {written: {lognormal: {median: '60s', p95: '120s'}}, mean: 65.5711, sd: 28.9052},
  {written: {gamma: {mean: '60s', cv: 2}}, mean: 60, sd: 120},
  {written: {gamma: {mean: '60s', shape: 4}}, mean: 60, sd: 30},
  {written: {gamma: {shape: 4, scale: '15s'}}, mean: 60, sd: 30},
  {written: {gamma: {mean: '60s', shape: 1}}, mean: 60, sd: 60, below: (x) => 1 - Math.exp(-x / 60)},
  {written: {erlang: {mean: '60s', phases: 3}}, mean: 60, sd: 60 / Math.sqrt(3), below: (x) => erlang3(x / 20)},
  {written: {erlang: {phases: 3, each: '20s'}}, mean: 60, sd: 60 / Math.sqrt(3), below: (x) => erlang3(x / 20)},
  {written: {erlang: {mean: '60s', cv: 0.5}}, mean: 60, sd: 30},
  {
    written: {weibull: {scale: '60s', shape: 2}},
    mean: 53.1736,
    sd: 27.7951,
    below: (x) => 1 - Math.exp(-((x / 60) ** 2)),
  },
  {
    written: {weibull: {mean: '60s', shape: 0.5}},
    mean: 60,
    sd: 134.1641,
    below: (x) => 1 - Math.exp(-Math.sqrt(x / 30)),
  },
  {written: {weibull: {mean: '60s', cv: 0.5}}, mean: 60, sd: 30},
  {written: {poisson: {mean: 3.5}}, unit: 'number', mean: 3.5, sd: Math.sqrt(3.5)},
  {written: {poisson: {mean: 400}}, unit: 'number', mean: 400, sd: 20},
  {written: {lognormal: {mean: 900, cv: 1.2}}, unit: 'number', mean: 900, sd: 1080},
  {written: {empirical: {values: ['10s', '20s', '60s', '30s']}}, mean: 30, sd: Math.sqrt(350)},
  {
    written: {
      mixture: [
        {share: '30%', exponential: {mean: '10s'}},
        {share: '70%', exponential: {mean: '100s'}},
      ],
    },
    mean: 73,
    sd: Math.sqrt(0.3 * 200 + 0.7 * 20_000 - 73 ** 2),
    below: (x) => 1 - 0.3 * Math.exp(-x / 10) - 0.7 * Math.exp(-x / 100),
  },
  {
    written: {
      mixture: [
        {share: '50%', constant: '10s'},
        {share: '50%', gamma: {mean: '30s', cv: 0.5}},
      ],
    },
    mean: 20,
    sd: Math.sqrt(0.5 * 100 + 0.5 * (225 + 900) - 400),
  },
  {written: {zeroShare: '10%', exponential: {mean: '60s'}}, mean: 54, sd: Math.sqrt(0.9 * 7200 - 54 ** 2)},
  {written: {zeroShare: '100%', constant: '60s'}, mean: 0, sd: 0},
];
const erlang3 = (x: number) => 1 - Math.exp(-x) * (1 + x + (x * x) / 2);
const kindOf = (written: object) => Object.keys(written).filter((key) => key !== 'zeroShare')[0];
const N = 40_000;
/** Standard errors that a right sampler all but never exceeds: about 1 in 150,000. */
const Z = 4.5;

describe('distributions', () => {
  test('every kind is tried', () => {
    expect(new Set(CASES.map((one) => kindOf(one.written)))).toEqual(new Set(DISTRIBUTIONS.map((one) => one.kind)));
  });

  test.each(CASES)('$written: moments as stated, and of a sample', ({written, unit = 'duration', mean, sd, below}) => {
    const scale = unit === 'duration' ? 1000 : 1;
    const spec = read(written, unit);
    expect(spec.mean / scale).toBeCloseTo(mean, 3);
    expect(spec.sd / scale).toBeCloseTo(sd, 3);

    const sample = new Float64Array(N);
    fillSampler(spec, streamOf('moments', JSON.stringify(written)))(sample, N);
    let average = 0;
    for (const x of sample) average += x / N;
    let second = 0;
    let fourth = 0;
    for (const x of sample) {
      second += (x - average) ** 2 / N;
      fourth += (x - average) ** 4 / N;
    }
    expect(Math.min(...sample)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(average - spec.mean)).toBeLessThanOrEqual((Z * spec.sd) / Math.sqrt(N) + 1e-9 * spec.mean);
    // Error of a sample variance by its fourth moment, halved by the root.
    const error = second > 0 ? Math.sqrt((fourth - second ** 2) / N) / (2 * Math.sqrt(second)) : 0;
    expect(Math.abs(Math.sqrt(second) - spec.sd)).toBeLessThanOrEqual(Z * error + 1e-9 * spec.mean);

    if (below === undefined) return;
    const sorted = sample.sort();
    for (const share of [0.05, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      const quantile = sorted[Math.floor(share * N)] / scale;
      expect(Math.abs(below(quantile) - share)).toBeLessThan(Z * Math.sqrt((share * (1 - share)) / N) + 1 / N);
    }
  });

  test('a seed gives these values for ever', () => {
    const first = CASES.map(({written, unit}) => {
      const draw = sampler(read(written, unit), streamOf('2026', 'frozen'));
      return `${JSON.stringify(written)}: ${Array.from({length: 5}, () => draw().toPrecision(9)).join(' ')}`;
    });
    expect(first).toMatchSnapshot();
  });

  test('how draws are cut into blocks changes none; one by one they are the same', () => {
    for (const {written, unit} of CASES) {
      const spec = read(written, unit);
      const whole = new Float64Array(100);
      fillSampler(spec, streamOf('x'))(whole, 100);
      const fill = fillSampler(spec, streamOf('x'));
      const part = new Float64Array(100);
      const pieces: number[] = [];
      for (const size of [1, 7, 64, 28]) {
        fill(part, size);
        pieces.push(...part.subarray(0, size));
      }
      expect(pieces).toEqual([...whole]);
      const draw = sampler(spec, streamOf('x'));
      expect(Array.from({length: 100}, draw)).toEqual([...whole]);
    }
  });

  test('a changed share of zeros leaves the others their luck', () => {
    const few = sampler(read({zeroShare: '10%', lognormal: {mean: '60s', cv: 1}}), streamOf('x'));
    const many = sampler(read({zeroShare: '60%', lognormal: {mean: '60s', cv: 1}}), streamOf('x'));
    const pairs = Array.from({length: 1000}, () => [few(), many()] as const);
    expect(pairs.some(([a]) => a === 0)).toBe(true);
    for (const [a, b] of pairs) expect(b === 0 || a === b).toBe(true);
  });
});

describe('what is without variation is constant', () => {
  test.each([
    ['4m', 240_000],
    [{lognormal: {mean: '4m', cv: 0}}, 240_000],
    [{gamma: {mean: '4m', sd: '0s'}}, 240_000],
    [{uniform: {min: '4m', max: '4m'}}, 240_000],
    [{lognormal: {median: '4m', p90: '4m'}}, 240_000],
    [{exponential: {mean: '0s'}}, 0],
    [{weibull: {scale: '0s', shape: 2}}, 0],
  ])('%j', (written, value) => {
    expect(read(written)).toEqual(constantOf(value));
  });
});

describe('an empirical distribution from a file', () => {
  const written = {empirical: {file: 'talk.csv', column: 'talk', unit: 's'}};
  test('cells with and without a unit; empty ones do not count', () => {
    const spec = read(written, 'duration', ['30', '', ' 1m ', '90']);
    expect(spec.values).toEqual([30_000, 60_000, 90_000]);
    expect(spec.mean).toBe(60_000);
  });
  test.each([
    [['30', '-3'], 'found "-3" in row 2'],
    [['soon'], 'found "soon" in row 1'],
    [['', ''], 'at least one value in column talk'],
  ])('%j is a problem', (cells, message) => {
    expect(readDistribution(distributionSchema('duration').parse(written), () => cells)).toContain(message);
  });
  test('a bare number without a unit is a problem', () => {
    const bare = distributionSchema('duration').parse({empirical: {file: 'talk.csv', column: 'talk'}});
    expect(readDistribution(bare, () => ['30'])).toContain('expected a duration such as 90s');
  });
  test('nothing read, nothing said twice', () => {
    expect(readDistribution(distributionSchema('duration').parse(written), () => null)).toBeNull();
  });
});

describe('problems', () => {
  test.each([
    [{lognormal: {mean: '4m'}}, 'expected mean and cv'],
    [{mixture: [{share: '100%', exponential: {mean: '4m'}}]}, 'expected two parts at least'],
    [
      {
        mixture: [
          {share: '10%', constant: '4m'},
          {share: '20%', constant: '1m'},
        ],
      },
      'come to 100 % in all, found 30 %',
    ],
    [{mixture: [{share: '10%', constant: '4m'}, {share: '90%'}]}, 'one distribution in each part; found none'],
    [{lognormal: {mean: '4m', shape: 2}}, 'shape'],
    [{lognormal: {mean: '4m', cv: 1, sd: '1m'}}, 'expected mean and cv'],
    [{lognormal: {mean: '4m', cv: -1}}, 'not negative'],
    [{lognormal: {mean: '-4m', cv: 1}}, 'not negative'],
    [{lognormal: {mean: '4m', cv: 21}}, 'cv of 20 at most'],
    [{lognormal: {mean: 4, cv: 1}}, 'bare number 4'],
    [{lognormal: {median: '4m', p90: '3m'}}, 'not below the median'],
    [{lognormal: {mean: '0s', sd: '3m'}}, 'mean above 0'],
    [{lognormal: {mean: '1s', sd: '3m'}}, 'at most 20 times'],
    [{uniform: {min: '4m', max: '3m'}}, 'not above max'],
    [{uniform: {mean: '4m', cv: 0.6}}, '0.577'],
    [{triangular: {min: '4m', mode: '3m', max: '9m'}}, 'ascending'],
    [{triangular: {mean: '4m', cv: 0.5}}, '0.408'],
    [{normal: {mean: '4m', cv: 1}}, '0.99'],
    [{gamma: {mean: '4m', shape: 0}}, 'above 0'],
    [{gamma: {mean: '4m', shape: 0.001}}, '0.0025'],
    [{erlang: {mean: '4m', cv: 0.65}}, '0.707 (2)'],
    [{erlang: {mean: '4m', phases: 1.5}}, 'phases'],
    [{weibull: {mean: '4m', shape: 0.1}}, 'from 0.2'],
    [{poisson: {mean: '4m'}}, 'poisson'],
    [{empirical: {values: []}}, 'values'],
    [{empirical: {file: 'a.csv'}}, 'expected values, or file and column; found file'],
    [{lognorml: {mean: '4m', cv: 1}}, 'lognorml'],
    [{zeroShare: '10%'}, 'expected one distribution'],
    [{exponential: {mean: '1m'}, constant: '1m'}, 'found constant and exponential'],
    [4, 'bare number 4'],
  ])('%j', (written, message) => {
    expect(messages(written)).toContain(message);
  });
});

test('the schema can be published, with every kind and its keys', () => {
  const json = JSON.stringify(z.toJSONSchema(distributionSchema('number'), {io: 'input'}));
  for (const {kind, doc} of DISTRIBUTIONS) {
    expect(json).toContain(`"${kind}"`);
    expect(json).toContain(JSON.stringify(doc));
  }
  expect(JSON.stringify(z.toJSONSchema(distributionSchema('duration'), {io: 'input'}))).not.toContain('poisson');
});
