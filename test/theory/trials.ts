/** Running what `families.ts` asks for: a model of the reference, right or wrong, shortened, figure by figure. */
import {join} from 'node:path';
import {type ExactCase, exactCases, type SimulatedCase, simulatedCases} from '../reference/cases.ts';
import {scenarioOf} from '../reference/convert.ts';
import {figureOf} from '../reference/figures.ts';
import {type Compared, compareExact, compareSimulated, type Simulated} from '../reference/judge.ts';
import {loadedFrom} from '../reference/loaded.ts';
import {keysOf, Measurement} from '../reference/measurement.ts';
import type {Sim} from '../reference/sim.ts';
import type {Trial} from './families.ts';

const REPLICATIONS = 25;

export interface TrialFigure extends Compared {
  readonly key: string;
  readonly expected: number;
  readonly value: number;
}

/** The reference's own files, from the repository's root. */
export function casesOf(root: string): ReadonlyMap<string, ExactCase | SimulatedCase> {
  const folder = join(root, 'test/reference');
  return new Map([...exactCases(folder), ...simulatedCases(folder)].map((it) => [it.id, it]));
}

/** Every figure of a trial; of its wrong model, if it is named. */
export function figuresOf(trial: Trial, it: ExactCase | SimulatedCase, wrong = false): TrialFigure[] {
  const {replications = REPLICATIONS, arrivals} = trial;
  const sim = wrong && trial.wrongly ? trial.wrongly(it.sim) : it.sim;
  const text = scenarioOf(sim, trial.id, arrivals === undefined ? 1 : arrivals / arrivalsIn(it.sim));
  const loaded = loadedFrom(wrong && trial.wrongText ? trial.wrongText(text) : text);
  const keys = keysFor(it);
  const combos = 'combos' in it ? it.combos : [];
  const measurement = new Measurement(loaded, it.sim, [...keys, ...keysOf(combos)]);
  measurement.runTo(replications);
  return [
    ...keys.map((key) => {
      const estimate = measurement.estimate(key) ?? {value: null, halfWidth: null};
      const theirs = expectedOf(it, key);
      const compared =
        'ci95' in theirs
          ? compareSimulated(estimate, theirs, replications)
          : compareExact(estimate, theirs.mean, replications);
      return {key, expected: theirs.mean, value: estimate.value ?? Number.NaN, ...compared};
    }),
    ...combos.map((combo) => {
      const estimate = measurement.combined(combo);
      const compared = compareExact(estimate, combo.value, replications);
      return {key: combo.name, expected: combo.value, value: estimate.value ?? Number.NaN, ...compared};
    }),
  ];
}

/**
 * Of exact values all but what is read at an instant where little is expected: it is nothing in most replications, and
 * its errors are far from normal in a short run; `npm run validate` has them. Of simulated ones the headlines.
 */
export function keysFor(it: ExactCase | SimulatedCase): string[] {
  if ('headline' in it) return it.headline.filter((key) => 'of' in figureOf(key, it.sim));
  return Object.entries(it.expected).flatMap(([key, value]) => (!/^t\d/.test(key) || value >= 0.2 ? [key] : []));
}

function expectedOf(it: ExactCase | SimulatedCase, key: string): {readonly mean: number} | Simulated {
  if (!('headline' in it)) return {mean: it.expected[key] ?? Number.NaN};
  const {mean, ci95} = it.expected[key] ?? {mean: Number.NaN, ci95: Number.NaN};
  return {mean, ci95, replications: it.replications_run};
}

/** Of a steady model as stated, up to its horizon. */
function arrivalsIn({classes, horizon}: Sim): number {
  return classes.reduce((sum, {arrival}) => sum + (arrival.type === 'poisson' ? arrival.rate : 0), 0) * horizon;
}
