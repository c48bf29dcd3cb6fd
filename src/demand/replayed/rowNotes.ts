import {InputError} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {ReplaySpec} from '../../scenario/scenario.ts';

/** Examples that are shown of each kind. */
const EXAMPLES = 10;

/** Where a feed's warnings go: as FeedContext.warn. */
export type Warn = (kind: string, message: string, example: string) => void;

/** What is said about single rows of a log: counted, the first examples kept with their lines. */
export class RowNotes {
  readonly #source: string;
  readonly #file: string;
  readonly #path: string;
  readonly #stops: boolean;
  readonly #isSnapshot: boolean;
  readonly #warn: Warn;
  #outside = 0;

  constructor(source: string, {file, path, onBadRow, open}: ReplaySpec, warn: Warn) {
    this.#source = source;
    this.#file = file;
    this.#path = path;
    this.#isSnapshot = open !== undefined;
    this.#stops = onBadRow === 'stop';
    this.#warn = warn;
  }

  /** A row that cannot be used. Throws InputError where the scenario says `onBadRow: stop`. */
  bad(line: number, reason: string): void {
    if (this.#stops)
      throw new InputError([
        {
          severity: 'error',
          at: {file: this.#path, line, column: 1},
          path: '',
          message: `this row cannot be used: ${reason}`,
          hint: 'onBadRow: count leaves such rows out and counts them',
        },
      ]);
    this.#tell('bad rows', `rows of ${this.#file} cannot be used and were left out`, `line ${line}: ${reason}`);
  }

  /** `when`: only asked for the first examples. */
  outside(line: number, when: () => string): void {
    const example = ++this.#outside <= EXAMPLES ? `line ${line}: ${when()}` : '';
    this.#tell(
      'rows outside the horizon',
      `rows of ${this.#file} arrive outside the horizon and were left out`,
      example,
    );
  }

  visit(line: number, id: string): void {
    const message = `rows of ${this.#file} repeat an id: one item, which keeps its first arrival and is handled in one go`;
    this.#tell('repeated ids', message, `line ${line}: ${shown(id)}`);
  }

  withoutId(line: number): void {
    this.#tell('rows without id', `rows of ${this.#file} have no id: their items are rejected`, `line ${line}`);
  }

  unknownAgent(line: number, name: string): void {
    const message = `rows of ${this.#file} prefer an agent whom the workforce does not have`;
    this.#tell('unknown preferred agents', message, `line ${line}: ${shown(name)}`);
  }

  unknownOwner(line: number, name: string): void {
    const message = `rows of ${this.#file} are with an agent whom the workforce does not have: they wait for whoever is there`;
    this.#tell('unknown owners', message, `line ${line}: ${shown(name)}`);
  }

  shortPatience(line: number, waitSeconds: number): void {
    const message = `rows of ${this.#file} were answered after a wait that the patience named hardly ever reaches`;
    this.#tell('waits beyond patience', message, `line ${line}: ${waitSeconds} s`);
  }

  /** Of a snapshot nobody expects it to be. */
  unsorted(): void {
    if (this.#isSnapshot) return;
    this.#tell('read whole', `${this.#file} is not in order of arrival: it is read whole and sorted first`, this.#file);
  }

  #tell(kind: string, message: string, example: string): void {
    this.#warn(`${this.#source}: ${kind}`, `demand.${this.#source}: ${message}`, example);
  }
}
