/** A model of the reference and one that is wrong in one thing, as `npm test` runs them, as plain data that is kept. */

import {SIMULATED, TRIALS, type Trial} from '../theory/families.ts';
import {casesOf, figuresOf, type TrialFigure} from '../theory/trials.ts';

/** The figure that is off most. */
export interface Largest {
  readonly key: string;
  readonly expected: number;
  readonly value: number;
  /** Standard errors; null where the value never varies. */
  readonly t: number | null;
  readonly p: number;
}
export interface WrongResult {
  readonly id: string;
  readonly wrong: string;
  readonly figures: number;
  readonly right: Largest;
  readonly wrongly: Largest;
}

export const allTrials: readonly Trial[] = [...Object.values(TRIALS).flat(), ...SIMULATED];

export function runWrong(id: string, root: string): WrongResult {
  const trial = allTrials.find((it) => it.id === id);
  const it = casesOf(root).get(id);
  if (trial === undefined || it === undefined) throw new Error(`no trial ${id}`);
  const right = figuresOf(trial, it);
  return {
    id,
    wrong: trial.wrong,
    figures: right.length,
    right: largest(right),
    wrongly: largest(figuresOf(trial, it, true)),
  };
}

/** By standard errors; what is wrong and never varies is shown only where nothing else is off. */
function largest(figures: readonly TrialFigure[]): Largest {
  const size = ({t, p}: TrialFigure) => (t === null ? (p < 1 ? 0.1 : 0) : Math.abs(t));
  const [first] = [...figures].sort((a, b) => size(b) - size(a));
  const {key, expected, value, t, p} = first;
  return {key, expected, value, t, p};
}
