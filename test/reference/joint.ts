/**
 * All figures of a model in one probability, however they depend on each other: under the hypothesis the residuals of a
 * replication may as well have the opposite sign. The largest standardized error is compared with what it is when the
 * signs of whole replications are drawn at random (P. Westfall and S. Young, Resampling-based multiple testing, 1993).
 */

import type {Ratio} from '../../src/measure/metric.ts';
import {streamOf} from '../../src/random/streams.ts';

export interface JointFigure {
  /** Of every replication; asked for one figure at a time, for there may be very many. */
  readonly ratios: () => readonly Ratio[];
  readonly expected: number;
  /** The reference's own standard error; 0 where it is exact. */
  readonly error: number;
}
export interface Joint {
  /** Probability of a largest standardized error so large or larger; null where nothing varies. */
  readonly p: number | null;
  readonly flips: number;
}

const FLIPS = 9999;
/** So many replications at most are flipped one by one; more are put together in so many groups. */
const GROUPS = 200;

export function jointOf(figures: readonly JointFigure[], name: string, flips = FLIPS): Joint {
  const columns = figures.map(columnOf).filter((it) => it !== null);
  if (columns.length === 0) return {p: null, flips};
  const seen = Math.max(...columns.map(({off}) => Math.abs(off)));
  const draw = streamOf('signs', name);
  const length = columns[0].own.length;
  const [own, other] = [new Int8Array(length), new Int8Array(length)];
  const anyOther = columns.some(({otherShare}) => otherShare > 0);
  let asLarge = 0;
  for (let flip = 0; flip < flips; flip++) {
    for (let r = 0; r < length; r++) own[r] = draw() < 0.5 ? -1 : 1;
    if (anyOther) for (let r = 0; r < length; r++) other[r] = draw() < 0.5 ? -1 : 1;
    // what equals the largest seen up to rounding is as large
    if (columns.some((it) => Math.abs(flipped(it, own, other)) >= seen * (1 - 1e-9))) asLarge++;
  }
  return {p: (1 + asLarge) / (1 + flips), flips};
}

interface Column {
  /** Residuals over their own length: a sum with random signs has variance 1. */
  readonly own: Float64Array;
  /** How much of the error of the difference is ours, how much theirs; squares sum to 1. */
  readonly ownShare: number;
  readonly otherShare: number;
  readonly off: number;
}

/**
 * Against an exact value residuals are about that value. Against another simulator they are about the own estimate, and
 * its errors are taken to hang together as ours do: it simulates the same model.
 */
function columnOf({ratios, expected, error}: JointFigure): Column | null {
  const all = grouped(ratios());
  const sum = (side: 0 | 1) => all.reduce((total, ratio) => total + ratio[side], 0);
  const [value, below, n] = [sum(0) / sum(1), sum(1) / all.length, all.length];
  const about = error > 0 ? value : expected;
  const residuals = Float64Array.from(all, ([above, under]) => above - about * under);
  const size = Math.hypot(...residuals);
  const scale = Math.max(...all.map(([above]) => Math.abs(above)), 0);
  if (!(size > 1e-12 * scale)) return null;
  if (error === 0) {
    const own = residuals.map((it) => it / size);
    return {own, ownShare: 1, otherShare: 0, off: own.reduce((total, it) => total + it, 0)};
  }
  const own = residuals.map((it) => it / size);
  const ownError = size / Math.sqrt(n * (n - 1)) / below;
  const whole = Math.hypot(ownError, error);
  return {own, ownShare: ownError / whole, otherShare: error / whole, off: (value - expected) / whole};
}

function flipped({own, ownShare, otherShare}: Column, signs: Int8Array, others: Int8Array): number {
  let [mine, theirs] = [0, 0];
  for (let r = 0; r < own.length; r++) mine += signs[r] * own[r];
  if (otherShare > 0) for (let r = 0; r < own.length; r++) theirs += others[r] * own[r];
  return ownShare * mine + otherShare * theirs;
}

function grouped(ratios: readonly Ratio[]): readonly Ratio[] {
  if (ratios.length <= GROUPS) return ratios;
  const sums = Array.from({length: GROUPS}, () => [0, 0] as [number, number]);
  ratios.forEach(([above, below], r) => {
    const group = sums[Math.floor((r * GROUPS) / ratios.length)];
    group[0] += above;
    group[1] += below;
  });
  return sums;
}

/**
 * Kolmogorov and Smirnov's distance of independent probabilities from the uniform distribution, and how probable one so
 * large is (asymptotic, with the correction of M. Stephens, 1970).
 */
export function uniformity(ps: readonly number[]): {readonly distance: number; readonly p: number} {
  const sorted = [...ps].sort((a, b) => a - b);
  const n = sorted.length;
  const distance = Math.max(...sorted.flatMap((p, i) => [(i + 1) / n - p, p - i / n]));
  const x = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return {distance, p: x < 0.2 ? 1 : Math.min(1, Math.max(0, p))};
}
