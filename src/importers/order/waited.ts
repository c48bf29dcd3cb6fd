import type {LoggedItem} from '../../demand/replayed/item.ts';
import {ownText} from '../../language/ownText.ts';

/** By how much instants of a log are uncertain: at times service is noted a little before the queue is left. */
export const SLACK_MS = 2000;

/** A contact that waited. Epoch ms. */
export interface WaitedContact {
  readonly queue: string;
  readonly fromMs: number;
  /** When it was taken or hung up. */
  readonly toMs: number;
  /** Who took it; '' where it hung up, or nobody is named. */
  readonly agent: string;
  readonly isTaken: boolean;
  /** Its values, in the order of the collection's attributes; '' where its log has none of a name. */
  readonly values: readonly string[];
}

/** Collects the contacts of a log that waited. */
export class WaitedContacts {
  readonly contacts: WaitedContact[] = [];
  /** By which contacts may be told apart. */
  readonly attributes: string[] = [];
  readonly #texts = new Map<string, string>();

  /** `attributes`: names of those its log has. */
  add(item: LoggedItem, attributes: readonly string[], queue: string, agent: string): void {
    if (!(item.waitMs > SLACK_MS)) return;
    for (const name of attributes) if (!this.attributes.includes(name)) this.attributes.push(name);
    this.contacts.push({
      queue: this.#own(queue),
      fromMs: item.arrivedMs,
      toMs: item.arrivedMs + item.waitMs,
      agent: item.abandoned ? '' : this.#own(agent),
      isTaken: !item.abandoned,
      values: this.attributes.map((name) => this.#own(String(item.attributes[name] ?? ''))),
    });
  }

  /** One text of each value: a row gives a new one each, which would hold the row. */
  #own(text: string): string {
    let own = this.#texts.get(text);
    if (own === undefined) {
      own = ownText(text);
      this.#texts.set(own, own);
    }
    return own;
  }
}
