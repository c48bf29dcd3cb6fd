import type {AttributeValue, Classified} from '../demand/context.ts';
import {ownText} from '../language/ownText.ts';

/** Combinations that are kept; further ones are classified each time. */
const MOST_KEPT = 65_536;

interface Node {
  readonly next: Map<AttributeValue | undefined, Node>;
  classified: Classified | null;
}

const emptyNode = (): Node => ({next: new Map(), classified: null});

/** What was made of combinations of values of the attributes that decide, found again by one look-up an attribute. */
export class KnownClasses {
  readonly #names: readonly string[];
  readonly #root = emptyNode();
  #room = MOST_KEPT;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  find(attributes: Readonly<Record<string, AttributeValue>>): Classified | null {
    let node: Node | undefined = this.#root;
    for (const name of this.#names) {
      node = node.next.get(attributes[name]);
      if (node === undefined) return null;
    }
    return node.classified;
  }

  keep(attributes: Readonly<Record<string, AttributeValue>>, classified: Classified): void {
    if (this.#room === 0) return;
    this.#room--;
    let node = this.#root;
    for (const name of this.#names) {
      const value = attributes[name];
      let next = node.next.get(value);
      if (next === undefined) {
        next = emptyNode();
        node.next.set(typeof value === 'string' ? ownText(value) : value, next);
      }
      node = next;
    }
    node.classified = classified;
  }
}
