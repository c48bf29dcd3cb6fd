/** Queueing theory reproduced: exact values of every family the reference has, in runs of a second. */
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {mostErrors} from '../reference/judge.ts';
import {SIMULATED, TRIALS, type Trial} from './families.ts';
import {casesOf, figuresOf, keysFor, type TrialFigure} from './trials.ts';

const cases = casesOf(join(import.meta.dirname, '../..'));
const caseOf = ({id}: Trial) => {
  const it = cases.get(id);
  if (it === undefined) throw new Error(`no case ${id}`);
  return it;
};
const trials = [...Object.values(TRIALS).flat(), ...SIMULATED];
const figures = trials
  .map(caseOf)
  .reduce((sum, it) => sum + keysFor(it).length + ('combos' in it ? it.combos.length : 0), 0);

/** Chance that of all figures here a right one is called wrong, with seeds of luck; the seeds are fixed. */
const LEVEL = 0.01;

/** Figures beyond the standard errors that all together allow. */
const beyond = (found: readonly TrialFigure[]) =>
  found.filter(({t, p, degrees}) => (t === null ? p < 1 : Math.abs(t) > mostErrors(figures, degrees + 1, LEVEL)));

function tell(trial: Trial) {
  const it = caseOf(trial);
  test(`${trial.id} agrees`, () => {
    const found = figuresOf(trial, it);
    expect(found.length).toBeGreaterThan(1);
    expect(beyond(found)).toEqual([]);
  });
  test(`${trial.id} is told from a model that is wrong: ${trial.wrong}`, () => {
    expect(beyond(figuresOf(trial, it, true))).not.toEqual([]);
  });
}

test('every family and every simulated model is here', () => {
  const families = [...cases.values()].flatMap((it) => ('family' in it ? [it.family] : []));
  expect([...new Set(families)].toSorted()).toEqual(Object.keys(TRIALS).toSorted());
  const simulated = [...cases.values()].flatMap((it) => ('family' in it ? [] : [it.id]));
  expect(simulated.toSorted()).toEqual(SIMULATED.map(({id}) => id).toSorted());
});

test('some hundred figures allow some five standard errors', () => {
  expect(figures).toBeGreaterThan(200);
  expect(mostErrors(figures, 25, LEVEL)).toBeCloseTo(5, 0);
});

describe.each(Object.entries(TRIALS))('%s', (family, ofFamily) => {
  for (const trial of ofFamily) {
    const it = caseOf(trial);
    if (!('family' in it) || it.family !== family) throw new Error(`${trial.id} is not of the family ${family}`);
    tell(trial);
  }
});

describe('beside an independent simulator', () => {
  for (const trial of SIMULATED) tell(trial);
});
