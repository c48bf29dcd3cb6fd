import type {Calibration, Doubt, Nearness, Validity} from '../../experiment/index.ts';
import type {Results} from '../../measure/results.ts';

/** How far a scenario made of a log can be trusted, as every format tells it. */
export interface FidelityReport {
  readonly results: Results;
  readonly nearness: Nearness;
  readonly validity: Validity;
  readonly doubts: readonly Doubt[];
  readonly calibration: Calibration | null;
}

const SENTENCES: Readonly<Record<Validity, string>> = {
  near: 'The simulation is near to what happened: a what-if may be read as a change against the simulated present. A difference smaller than the error of the wait below is none.',
  rough:
    'The simulation follows what happened roughly: trust the direction of large differences, not their size, and look into the causes below first.',
  off: 'The simulation is not near to what happened: do not decide by a what-if before the causes below are looked into.',
  unknown: 'The log does not say how long contacts waited, so nothing can be said of how near the simulation is to it.',
};

/** In plain words, before anything else. */
export function validityText({validity, calibration}: FidelityReport): string[] {
  const inferred =
    calibration === null
      ? 'Who was there when was inferred from the same log: this tests the reading of the log and the rules, and is no forecast.'
      : 'Free numbers were fitted on every other day; the verdict is of the days they were not fitted to. Who was there when was inferred from the log on all days: this is no forecast.';
  return [SENTENCES[validity], inferred];
}
