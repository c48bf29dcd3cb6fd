/** A place in a file a person wrote: 1-based line and column; 0 where only the file is known. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export type Path = readonly (string | number)[];

/** Something wrong (`error`: no result) or doubtful (`warning`: counted and shown) in what a person wrote. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly at: Location;
  /** Path as `--set` would spell it: `routing.processes.calls.priority`. */
  readonly path: string;
  /** One sentence: what was expected, what was found. */
  readonly message: string;
  /** What to write instead, or the nearest valid name. */
  readonly hint?: string;
  /** The line of the file at `at`, as written. */
  readonly excerpt?: string;
  /** Which check of src/scenario/checks found it. */
  readonly check?: string;
  /** An error beside which everything else can be judged, where that was asked for (`ReadOptions.tolerant`). */
  readonly tolerated?: boolean;
}

/** Finds where a path of the scenario stands. */
export interface Located {
  readonly file: string;
  locate(path: Path): Location;
}

/** All problems of an input at once; the command line shows them and exits with 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.at.file}:${problem.at.line}: ${problem.message}`).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** By file in the order the files are first met, then by place; equal ones once. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.at.file))];
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify([problem.at, problem.message]);
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        files.indexOf(a.at.file) - files.indexOf(b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
    );
}
