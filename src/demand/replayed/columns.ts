import {nearest} from '../../language/nearest.ts';
import type {Problem} from '../../language/problem.ts';

/** One row of a log: its cells, in the order of the header. */
export type Cells = readonly string[];

/** The text of a column: of a list the first that is not empty, '' where all are. */
export type TextOf = (cells: Cells) => string;

/**
 * Finds the columns a scenario names in the header of its log. What is not there is a problem each, gathered in
 * `problems`; its reader then gives '' for ever, so that all of them come to light at once.
 */
export class Columns {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #header: readonly string[];
  readonly #empty: ReadonlySet<string>;

  /** `empty`: what counts as empty, besides nothing at all; compared without blanks around it. */
  constructor(file: string, header: readonly string[], empty: readonly string[]) {
    this.#file = file;
    this.#header = header;
    this.#empty = new Set(['', ...empty.map((text) => text.trim())]);
  }

  /** `path`: where the scenario names the columns, for problems. */
  text(names: readonly string[], path: string): TextOf {
    const indices = names.map((name) => this.#indexOf(name, path)).filter((index) => index >= 0);
    const empty = this.#empty;
    const [only] = indices;
    if (only === undefined) return () => '';
    if (indices.length === 1)
      return (cells) => {
        const text = (cells[only] ?? '').trim();
        return empty.has(text) ? '' : text;
      };
    return (cells) => {
      for (const index of indices) {
        const text = (cells[index] ?? '').trim();
        if (!empty.has(text)) return text;
      }
      return '';
    };
  }

  #indexOf(name: string, path: string): number {
    const index = this.#header.indexOf(name);
    if (index < 0) this.#add(path, `expected a column "${name}" in the header, found none`, this.#meant(name));
    else if (this.#header.indexOf(name, index + 1) >= 0)
      this.#add(path, `expected one column "${name}" in the header, found several`, 'rename all but one');
    return index;
  }

  #meant(name: string): string {
    const similar = nearest(name, this.#header);
    return similar === undefined ? `the columns are ${this.#header.join(', ')}` : `did you mean ${similar}?`;
  }

  #add(path: string, message: string, hint: string): void {
    this.problems.push({severity: 'error', at: {file: this.#file, line: 1, column: 1}, path, message, hint});
  }
}
