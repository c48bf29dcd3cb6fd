import type {Path} from '../language/problem.ts';

/** What is wrong or doubtful with a rule, before anybody knows where in which file it stands. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** From the part of the scenario the finder was given; empty: the part itself. */
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** Which check found it, where several look at one place. */
  readonly check?: string;
  /** An error that leaves everything else as it is: lint goes on beside it. */
  readonly tolerable?: boolean;
}

export const error = (path: Path, message: string, hint?: string): Finding => ({
  severity: 'error',
  path,
  message,
  ...(hint === undefined ? {} : {hint}),
});

export const warning = (path: Path, message: string, hint?: string): Finding => ({
  ...error(path, message, hint),
  severity: 'warning',
});

export const tolerable = (finding: Finding): Finding => ({...finding, tolerable: true});

/** The findings of a part, as findings of what it is part of. */
export const under = (path: Path, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({...finding, path: [...path, ...finding.path]}));
