import type {Facts} from '../measure/facts.ts';

/** Examples kept of each kind of warning. */
const EXAMPLES = 10;

/** Warnings of one replication: counted by kind and message, the first ten examples kept. */
export class Warnings {
  private readonly found = new Map<string, {kind: string; count: number; message: string; examples: string[]}>();

  add(kind: string, message: string, example: string): void {
    const key = JSON.stringify([kind, message]);
    let entry = this.found.get(key);
    if (entry === undefined) {
      entry = {kind, count: 0, message, examples: []};
      this.found.set(key, entry);
    }
    entry.count++;
    if (example !== '' && entry.examples.length < EXAMPLES) entry.examples.push(example);
  }

  all(): Facts['warnings'] {
    return [...this.found.values()];
  }
}
