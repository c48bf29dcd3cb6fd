/** One model of the reference run, compared figure by figure, as plain data that is kept. */
import {cpuUsage} from 'node:process';
import type {Ratio} from '../../src/measure/metric.ts';
import type {Estimate} from '../../src/measure/results.ts';
import type {ExactCase, SimulatedCase} from './cases.ts';
import {CannotSay} from './convert.ts';
import {figureOf} from './figures.ts';
import {type Joint, jointOf} from './joint.ts';
import {type Compared, compareExact, compareSimulated, standardError, WIDE} from './judge.ts';
import {loadedOf} from './loaded.ts';
import {keysOf, Measurement} from './measurement.ts';
import type {Sim} from './sim.ts';

export interface ComparedFigure extends Compared {
  readonly key: string;
  readonly expected: number;
  /** 95 % half width of the reference; 0: exact. */
  readonly expectedHalfWidth: number;
  readonly value: number;
  readonly halfWidth: number;
}

/** What is kept of a case. */
export interface CaseResult {
  readonly id: string;
  /** Share of the stated length. */
  readonly scale: number;
  readonly replications: number;
  /** Arrivals counted, in all replications together. */
  readonly items: number;
  readonly cpuSeconds: number;
  readonly figures: readonly ComparedFigure[];
  readonly joint: Joint;
  /** Figures Preroute does not have, or why the model cannot be said. */
  readonly missing: readonly string[];
}

/**
 * A run too short for an interval of 2 % of an exact value is made longer by doubling its replications, up to so many
 * times. Beside a simulator it is no use: its own interval stays.
 */
const LONGEST = {steady: 8, terminating: 16} as const;

interface Asked {
  readonly key: string;
  readonly expected: number;
  readonly expectedHalfWidth: number;
  readonly ratios: (measurement: Measurement) => readonly Ratio[];
  readonly estimate: (measurement: Measurement) => Estimate;
}

/** Steady models are shortened by `scale`, terminating ones repeated less often; never fewer than 10 times. */
export function runCase(it: ExactCase | SimulatedCase, scale: number, longer = scale >= 1): CaseResult {
  const {id, sim} = it;
  const steady = sim.mode === 'steady';
  const stated = steady ? sim.replications : Math.max(10, Math.round(sim.replications * scale));
  const share = steady ? scale : 1;
  const before = cpuUsage();
  const empty = {id, scale, replications: 0, items: 0, cpuSeconds: 0, figures: [], joint: {p: null, flips: 0}};
  const combos = 'combos' in it ? it.combos : [];
  const asked = [
    ...Object.entries(it.expected).flatMap(([key, value]) => askedOf(key, value, isCount(key) ? share : 1, sim)),
    ...combos.map((combo) => ({
      key: combo.name,
      expected: combo.value,
      expectedHalfWidth: 0,
      ratios: (measurement: Measurement) => measurement.combinedRatios(combo),
      estimate: (measurement: Measurement) => measurement.combined(combo),
    })),
  ];
  let measurement: Measurement;
  try {
    measurement = new Measurement(loadedOf(sim, share, id), sim, [...asked.map(({key}) => key), ...keysOf(combos)]);
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return {...empty, missing: error.reasons};
  }
  const theirs = 'replications_run' in it ? it.replications_run : 0;
  let figures: ComparedFigure[] = [];
  for (let times = 1; times <= (longer && theirs === 0 ? LONGEST[sim.mode] : 1); times *= 2) {
    measurement.runTo(stated * times);
    figures = asked.map((one) => comparedFigure(one, measurement, theirs));
    if (figures.every(({halfWidth, expected}) => halfWidth <= WIDE * Math.abs(expected))) break;
  }
  const joint = jointOf(
    asked.map((one) => ({
      ratios: () => one.ratios(measurement),
      expected: one.expected,
      error: one.expectedHalfWidth > 0 ? standardError(one.expectedHalfWidth, theirs) : 0,
    })),
    id,
  );
  const {user, system} = cpuUsage(before);
  const {replications, items} = measurement;
  const cpuSeconds = Number(((user + system) / 1e6).toPrecision(3));
  return {...empty, replications, items, cpuSeconds, figures, joint, missing: missing(Object.keys(it.expected), sim)};
}

function askedOf(key: string, expected: number | {mean: number; ci95: number}, share: number, sim: Sim): Asked[] {
  if (!('of' in figureOf(key, sim))) return [];
  const {mean, ci95} = typeof expected === 'number' ? {mean: expected, ci95: 0} : expected;
  return [
    {
      key,
      expected: mean * share,
      expectedHalfWidth: ci95 * share,
      ratios: (measurement) => measurement.ratios(key),
      estimate: (measurement) => measurement.estimate(key) ?? {value: null, halfWidth: null},
    },
  ];
}

function comparedFigure(
  {key, expected, expectedHalfWidth, estimate}: Asked,
  measurement: Measurement,
  theirs: number,
): ComparedFigure {
  const own = estimate(measurement);
  const {replications} = measurement;
  const compared =
    theirs > 0
      ? compareSimulated(own, {mean: expected, ci95: expectedHalfWidth, replications: theirs}, replications)
      : compareExact(own, expected, replications);
  const value = own.value ?? Number.NaN;
  return {key, expected, expectedHalfWidth, value, halfWidth: own.halfWidth ?? Number.NaN, ...compared};
}

/** Counts of a replication grow with its length. */
const isCount = (key: string): boolean => /\.(offered|rejected)$/.test(key);

const missing = (keys: readonly string[], sim: Sim): string[] =>
  keys.flatMap((key) => {
    const found = figureOf(key, sim);
    return 'missing' in found ? [`${key}: ${found.missing}`] : [];
  });
