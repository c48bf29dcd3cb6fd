/** Queueing theory reproduced: exact values of every family the reference has, in runs of a second. */
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Estimate} from '../../src/measure/results.ts';
import {type ExactCase, exactCases, type SimulatedCase, simulatedCases} from '../reference/cases.ts';
import {scenarioOf} from '../reference/convert.ts';
import {figureOf} from '../reference/figures.ts';
import {standardized} from '../reference/judge.ts';
import {loadedOf} from '../reference/loaded.ts';
import {keysOf, Measurement} from '../reference/measurement.ts';
import type {Sim} from '../reference/sim.ts';
import {NOT_YET, SIMULATED, TRIALS, type Trial} from './families.ts';

const REFERENCE = join(import.meta.dirname, '../reference');
const exact = exactCases(REFERENCE);
const simulated = simulatedCases(REFERENCE);

/**
 * Beyond so many standard errors a figure is wrong. A right one of 25 replications is beyond it once in 7,000 times
 * (Student, 24 degrees of freedom); of the 188 here together, once in some 35 sets of seeds. The seeds are fixed.
 */
const MOST_ERRORS = 4.5;
const REPLICATIONS = 25;

interface Expected {
  readonly value: number;
  readonly halfWidth: number;
}
/** Standard errors each figure is off, by key. */
type Errors = ReadonlyMap<string, number>;

function errorsOf(
  sim: Sim,
  trial: Trial,
  expected: ReadonlyMap<string, Expected>,
  combos: ExactCase['combos'],
): Errors {
  const {arrivals, replications = REPLICATIONS} = trial;
  const keys = [...expected.keys()];
  const scale = arrivals === undefined ? 1 : arrivals / arrivalsIn(sim);
  const measurement = new Measurement(loadedOf(sim, scale, trial.id), sim, [...keys, ...keysOf(combos)]);
  measurement.runTo(replications);
  const off = (found: Estimate | null, {value, halfWidth}: Expected) => {
    if (found === null || found.value === null || found.halfWidth === null)
      throw new Error('a figure was not measured');
    return standardized(found.value - value, Math.hypot(found.halfWidth, halfWidth), replications) ?? Infinity;
  };
  return new Map([
    ...[...expected].map(([key, value]) => [key, off(measurement.estimate(key), value)] as const),
    ...combos.map(
      (combo) => [combo.name, off(measurement.combined(combo), {value: combo.value, halfWidth: 0})] as const,
    ),
  ]);
}

/** Of a steady model as stated, up to its horizon. */
function arrivalsIn({classes, horizon}: Sim): number {
  return classes.reduce((sum, {arrival}) => sum + (arrival.type === 'poisson' ? arrival.rate : 0), 0) * horizon;
}

/** What is wrong shows sooner than that nothing is. */
const shorter = (trial: Trial): Trial => ({...trial, ...(trial.arrivals && {arrivals: trial.arrivals / 3})});

const beyond = (errors: Errors) => [...errors].filter(([, off]) => !(Math.abs(off) <= MOST_ERRORS));

function tell(
  id: string,
  trial: Trial,
  sim: Sim,
  expected: ReadonlyMap<string, Expected>,
  combos: ExactCase['combos'],
) {
  test(`${id} agrees`, () => {
    expect(expected.size + combos.length).toBeGreaterThan(1);
    expect(beyond(errorsOf(sim, trial, expected, combos))).toEqual([]);
  });
  test(`${id} is told from a model with ${trial.wrong}`, () => {
    expect(beyond(errorsOf(trial.wrongly(sim), shorter(trial), expected, combos)).length).toBeGreaterThan(0);
  });
}

test('every family is here, or says why not', () => {
  const families = new Set(exact.map(({family}) => family));
  expect([...families].toSorted()).toEqual([...Object.keys(TRIALS), ...Object.keys(NOT_YET)].toSorted());
  for (const {family, sim} of exact) if (family in NOT_YET) expect(() => scenarioOf(sim)).toThrow('life cycle');
});

describe.each(Object.entries(TRIALS))('%s', (family, trials) => {
  for (const trial of trials) {
    const it = exact.find(({id}) => id === trial.id);
    if (it?.family !== family) throw new Error(`no case ${trial.id} of family ${family}`);
    const expected = Object.entries(it.expected).filter(([key, value]) => isCommon(key, value));
    tell(it.id, trial, it.sim, new Map(expected.map(([key, value]) => [key, {value, halfWidth: 0}])), it.combos);
  }
});

/**
 * What is read at an instant is nothing in most replications where so little is expected, and its errors are far from
 * normal in a short run; `npm run validate` has them.
 */
const isCommon = (key: string, value: number) => !/^t\d/.test(key) || value >= 0.2;

describe('beside an independent simulator', () => {
  for (const trial of SIMULATED) {
    const it = simulated.find(({id}) => id === trial.id);
    if (it === undefined) throw new Error(`no scenario ${trial.id}`);
    tell(it.id, trial, it.sim, headlines(it), []);
  }
});

function headlines({headline, expected, sim}: SimulatedCase): Map<string, Expected> {
  const measured = headline.filter((key) => 'of' in figureOf(key, sim));
  const of = (key: string) => expected[key] ?? {mean: Number.NaN, ci95: Number.NaN};
  return new Map(measured.map((key) => [key, {value: of(key).mean, halfWidth: of(key).ci95}]));
}
