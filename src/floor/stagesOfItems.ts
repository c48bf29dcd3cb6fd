import {STATUS, STATUSES, type Status} from '../model/life.ts';
import type {StageNodes} from '../model/stageNodes.ts';
import type {Items} from './items.ts';

/** In which stage each item stands; told what observers are told, while the floor still says how it was. */
export class StagesOfItems {
  readonly nodes: StageNodes;
  /** By row of the floor: the node where it stands, and its last outcome, -1 none yet. */
  node = new Int32Array(0);
  private outcome = new Int32Array(0);
  private readonly items: Items;

  constructor(nodes: StageNodes, items: Items) {
    this.nodes = nodes;
    this.items = items;
  }

  /** What becomes of this visit is known. */
  drawn(item: number): void {
    this.outcome[item] = this.items.outcome(item);
  }

  /** The node of a status that the item is about to have. */
  next(item: number, to: Status, before: number = this.items.standing(item)): number {
    const {items, nodes} = this;
    if (before === STATUS.new) this.begins(item, items.outcome(item));
    else if (items.outcome(item) >= 0) this.outcome[item] = items.outcome(item);
    const last = this.outcome[item];
    const named = last < 0 ? -1 : nodes.named[last * STATUSES + to];
    return named < 0 ? nodes.first[to] : named;
  }

  /** Answered in the instant of its arrival. */
  atOnce(item: number): void {
    this.begins(item, -1);
    this.node[item] = this.nodes.first[STATUS.assigned];
  }

  private begins(item: number, outcome: number): void {
    if (item >= this.node.length) this.grow();
    this.outcome[item] = outcome;
    this.node[item] = this.nodes.first[STATUS.new];
  }

  private grow(): void {
    const {rows} = this.items;
    for (const column of ['node', 'outcome'] as const) {
      const wider = new Int32Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
  }
}
