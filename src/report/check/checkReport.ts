import type {Checked, Judged, ScenarioChecked} from '../../experiment/index.ts';
import type {Location} from '../../language/problem.ts';

/** What came of a check, with what the command line knows of it: all that the formats of its report are made of. */
export interface CheckReport extends Checked {
  readonly version: string;
  /** What an undecided claim counts as. */
  readonly undecided: 'fail' | 'warn';
  readonly baseline: string | null;
  readonly scenarios: readonly ScenarioReported[];
}

export interface ScenarioReported extends ScenarioChecked {
  /** Runs this scenario's check again. */
  readonly command: string;
  /** Where each claim of `judged` stands, its file from the root of the repository. */
  readonly places: readonly Location[];
}

/** Whether a claim makes the whole check fail. */
export const fails = ({verdict}: Judged, {undecided}: Pick<CheckReport, 'undecided'>): boolean =>
  verdict === 'broken' || (verdict === 'undecided' && undecided === 'fail');

export const isPassed = (report: CheckReport): boolean =>
  report.scenarios.every(({judged}) => !judged.some((one) => fails(one, report)));
