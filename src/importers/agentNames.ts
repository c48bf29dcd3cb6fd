import {ownText} from '../language/ownText.ts';

/**
 * How agents are called in what is written: `agent-1`, `agent-2`, … in the order in which they first took something, or
 * as the log calls them. One of these for all logs of a run, so that an agent is the same in each of them.
 */
export class AgentNames {
  readonly #keeps: boolean;
  readonly #written = new Map<string, string>();

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  of(name: string): string {
    let written = this.#written.get(name);
    if (written === undefined) {
      const own = ownText(name);
      written = this.#keeps ? own : `agent-${this.#written.size + 1}`;
      this.#written.set(own, written);
    }
    return written;
  }
}
