import type {Location, Problem} from '../../language/problem.ts';
import {printable} from '../../language/show.ts';

const LONGEST_EXCERPT = 400;

/** Collects problems; keeps the texts read, to show the line at fault. */
export class Reporter {
  readonly problems: Problem[] = [];
  /** The check at work: what is reported is its. */
  check: string | undefined;
  readonly #lines = new Map<string, readonly string[]>();

  remember(file: string, text: string): void {
    this.#lines.set(file, text.split(/\r\n|\r|\n/));
  }

  error(at: Location, path: string, message: string, hint?: string): void {
    this.add({severity: 'error', at, path, message, ...(hint === undefined ? {} : {hint})});
  }

  warn(at: Location, path: string, message: string, hint?: string): void {
    this.add({severity: 'warning', at, path, message, ...(hint === undefined ? {} : {hint})});
  }

  add(problem: Problem): void {
    const line = this.#lines.get(problem.at.file)?.[problem.at.line - 1];
    this.problems.push({
      ...problem,
      ...(line !== undefined && problem.excerpt === undefined && {excerpt: printable(line, LONGEST_EXCERPT)}),
      ...(this.check !== undefined && {check: this.check}),
    });
  }

  get failed(): boolean {
    return this.errorCount > 0;
  }

  /** Errors but those tolerated. */
  get errorCount(): number {
    return this.problems.filter(({severity, tolerated}) => severity === 'error' && !tolerated).length;
  }
}
