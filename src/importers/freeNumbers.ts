import type {Findings} from './findings.ts';
import {presenceOf} from './presence.ts';

/** What a log does not show, and is chosen: ms; patience: by how much its mean is longer than fitted. */
export interface FreeNumbers {
  readonly wrapUpMs: number;
  readonly breakMs: number;
  readonly patience: number;
}

export const freeNumbersOf = ({wrapUpMs, breakMs, patience}: Findings): FreeNumbers => ({wrapUpMs, breakMs, patience});

/** The same findings with other numbers, and presence cut at breaks of that length. The log is not read again. */
export function withFreeNumbers(findings: Findings, {wrapUpMs, breakMs, patience}: FreeNumbers): Findings {
  const {facts, options} = findings;
  const spells =
    breakMs === findings.breakMs
      ? findings.spells
      : presenceOf(facts.work, {breakMs, zone: options.zone, waiting: facts.waiting});
  return {...findings, wrapUpMs, breakMs, patience, spells, isCalibrated: true};
}
