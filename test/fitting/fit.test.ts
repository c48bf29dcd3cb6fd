import {expect, test} from 'vitest';
import {fitOf} from '../../src/fitting/fit.ts';
import {gammaShares} from '../../src/fitting/incompleteGamma.ts';
import {normalBetween, normalTail} from '../../src/fitting/normalTail.ts';
import {shareAboveIn, survivalOf} from '../../src/fitting/productLimit.ts';
import {distributionSchema, readDistribution} from '../../src/random/readDistribution.ts';
import {sampler} from '../../src/random/sampler.ts';
import {streamOf} from '../../src/random/streams.ts';

/** Draws in ms, in whole seconds as a log has them. */
function draws(written: unknown, count: number, name = 'draws'): number[] {
  const spec = readDistribution(distributionSchema('duration').parse(written), () => null);
  if (spec === null || typeof spec === 'string') throw new Error(`not read: ${spec}`);
  const draw = sampler(spec, streamOf('fit', name));
  return Array.from({length: count}, () => Math.round(draw() / 1000) * 1000);
}

test('tails of the normal and gamma distributions are those of the tables', () => {
  // M. Abramowitz and I. Stegun, tables 26.1 and 26.2.
  expect(normalTail(1.96)).toBeCloseTo(0.0249979, 7);
  expect(normalTail(-1)).toBeCloseTo(0.8413447, 6);
  expect(normalTail(5) / 2.866516e-7).toBeCloseTo(1, 5);
  expect(normalBetween(-5, -4.9) / (4.791833e-7 - 2.866516e-7)).toBeCloseTo(1, 4);
  for (const x of [0.1, 1, 3, 20]) {
    expect(gammaShares(1, x).above / Math.exp(-x)).toBeCloseTo(1, 10);
    expect(gammaShares(3, x).above / (Math.exp(-x) * (1 + x + (x * x) / 2))).toBeCloseTo(1, 10);
    expect(gammaShares(0.5, x).above / (2 * normalTail(Math.sqrt(2 * x)))).toBeCloseTo(1, 6);
  }
});

const TRUTHS: [name: string, written: Record<string, Record<string, unknown>>][] = [
  ['exponential', {exponential: {mean: '120s'}}],
  ['lognormal', {lognormal: {mean: '240s', cv: 0.9}}],
  ['gamma', {gamma: {mean: '240s', cv: 0.5}}],
  ['weibull', {weibull: {scale: '300s', shape: 2.2}}],
];

test.each(TRUTHS)('%s times are recognised, and their parameters found within 3 standard errors', (name, written) => {
  const values = draws(written, 4000).filter((value) => value > 0);
  const fit = fitOf({values});
  expect(fit?.name).toBe(name);
  const parameters = Object.values(written)[0] ?? {};
  const part = fit?.law.parts[0];
  for (const [key, value] of Object.entries(parameters)) {
    const truth = typeof value === 'string' ? 1000 * Number.parseFloat(value) : Number(value);
    const found = part?.quantities[key] ?? part?.numbers[key] ?? Number.NaN;
    // No parameter here has a relative standard error above 1.6 % at 4000 draws.
    expect(Math.abs(found / truth - 1)).toBeLessThan(0.05);
  }
  expect(fit?.distance).toBeLessThan(1.63 / Math.sqrt(values.length) + 0.004);
});

test('two kinds of calls are two lognormals: short ones and real ones', () => {
  const values = [
    ...draws({lognormal: {mean: '10s', cv: 0.5}}, 1500, 'short'),
    ...draws({lognormal: {mean: '300s', cv: 0.7}}, 3500, 'long'),
  ].filter((value) => value > 0);
  const fit = fitOf({values});
  expect(fit?.name).toBe('mixture of two lognormals');
  const [first, second] = fit?.law.parts ?? [];
  expect(first?.share).toBeCloseTo(0.3, 1.5);
  expect((first?.quantities.mean ?? 0) / 10_000).toBeCloseTo(1, 1);
  expect((second?.quantities.mean ?? 0) / 300_000).toBeCloseTo(1, 1);
});

/** Waits that end by whichever comes first, patience or an answer. */
function cutWaits(patience: unknown, answers: unknown, count: number) {
  const [hangUps, answered] = [draws(patience, count, 'patience'), draws(answers, count, 'answer')];
  return {
    values: hangUps.map((value, i) => Math.min(value, answered[i] ?? 0)),
    isWhole: hangUps.map((value, i) => value <= (answered[i] ?? 0)),
  };
}

test('patience is found though three of four are answered first: abandoners alone would have half of it', () => {
  const waits = cutWaits({exponential: {mean: '180s'}}, {exponential: {mean: '60s'}}, 8000);
  const fit = fitOf(waits);
  expect(fit?.cut).toBeGreaterThan(5500);
  expect(fit?.observedMean).toBeLessThan(60_000);
  // 2000 abandonments: standard error 2.2 %.
  expect(Math.abs((fit?.law.mean ?? 0) / 180_000 - 1)).toBeLessThan(0.07);
  const wearing = fitOf(cutWaits({weibull: {scale: '200s', shape: 0.6}}, {exponential: {mean: '150s'}}, 8000));
  expect(wearing?.name).toBe('weibull');
  expect(wearing?.law.parts[0]?.numbers.shape).toBeCloseTo(0.6, 1);
});

test('the product limit is that of the paper, and of counting at risk one by one', () => {
  // E. L. Kaplan and P. Meier, 1958, section 1: deaths at 0.8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1.
  const values = [0.8, 1, 2.7, 3.1, 5.4, 7, 9.2, 12.1];
  const steps = survivalOf({values, isWhole: [true, false, false, true, true, false, true, false]});
  expect(steps.map(({above}) => above)).toEqual(
    [7 / 8, (7 / 8) * (4 / 5), (7 / 8) * (4 / 5) * (3 / 4), ((7 / 8) * (4 / 5) * 3) / 8].map((x) =>
      expect.closeTo(x, 12),
    ),
  );
  const waits = cutWaits({exponential: {mean: '180s'}}, {exponential: {mean: '60s'}}, 300);
  const own = survivalOf(waits);
  for (const x of [0, 5000, 60_000, 200_000]) {
    let above = 1;
    for (const at of new Set(waits.values.filter((value, i) => waits.isWhole[i] && value <= x))) {
      const atRisk = waits.values.filter((value) => value >= at).length;
      above *= 1 - waits.values.filter((value, i) => value === at && waits.isWhole[i]).length / atRisk;
    }
    expect(shareAboveIn(own, x)).toBeCloseTo(above, 12);
  }
});

test('data without variation, zeros, few rows and none are said to be that', () => {
  expect(fitOf({values: []})).toBeNull();
  expect(fitOf({values: [5000], isWhole: [false]})).toBeNull();
  expect(fitOf({values: [0, 0]})).toMatchObject({name: 'constant', note: 'all are 0'});
  expect(fitOf({values: [60_000, 60_000]})).toMatchObject({
    name: 'constant',
    note: 'all are alike',
    law: {mean: 60_000},
  });
  expect(fitOf({values: [60_000]})).toMatchObject({note: 'only one was seen'});
  expect(fitOf({values: [10_000, 20_000, 30_000]})).toMatchObject({note: 'only 3 were seen'});
  const zeros = fitOf({
    values: [...Array(100).fill(0), ...draws({exponential: {mean: '60s'}}, 300).filter((x) => x > 0)],
  });
  expect(zeros?.zeroShare).toBeCloseTo(0.25, 1);
  expect((zeros?.law.mean ?? 0) / 60_000).toBeCloseTo(1, 0);
  expect(fitOf({values: [Number.NaN, -5000, 60_000, 60_000]})).toMatchObject({whole: 2});
});
