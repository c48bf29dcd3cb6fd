import {Items} from '../../floor/items.ts';
import {STATUS, STATUSES, type Status} from '../../model/life.ts';
import type {Ledger} from '../ledger.ts';
import type {StageNodes} from './stageNodes.ts';

export interface StageContext {
  readonly ledger: Ledger;
  /** Where the stocks begin in a cell: one column a node that is not final. */
  readonly stocksAt: number;
  readonly processes: number;
  readonly processOf: (reportClass: number) => number;
  readonly isCounted: (item: number) => boolean;
}

/**
 * How items go from stage to stage: by process how often from which to which and how long they stood there, of items
 * counted by their arrival; and by the event how many of all items stand in each.
 */
export class StageBook {
  readonly nodes: StageNodes;
  /** `[(process * nodes + from) * nodes + to]`. */
  readonly flows: Float64Array;
  /** `[process * nodes + node]`: ms of stays that have ended. */
  readonly stayMs: Float64Array;
  private readonly context: StageContext;
  private readonly count: number;
  private items: Items = new Items();
  private present: {readonly nowMs: number} = {nowMs: -0};
  /** By row of the floor: where it stands, and its last outcome, -1 none yet. */
  private node = new Int32Array(0);
  private outcome = new Int32Array(0);

  constructor(nodes: StageNodes, context: StageContext) {
    this.nodes = nodes;
    this.context = context;
    this.count = nodes.names.length;
    this.flows = new Float64Array(context.processes * this.count * this.count);
    this.stayMs = new Float64Array(context.processes * this.count);
  }

  watch(items: Items, present: {readonly nowMs: number}): void {
    this.items = items;
    this.present = present;
  }

  /** What becomes of this visit is known. */
  drawn(item: number): void {
    this.outcome[item] = this.items.outcome(item);
  }

  /** The item stands elsewhere from now on; the floor still says where it stood. */
  moves(item: number, to: Status): void {
    const {items, nodes} = this;
    if (items.standing(item) === STATUS.new) this.begins(item);
    else if (items.outcome(item) >= 0) this.outcome[item] = items.outcome(item);
    const last = this.outcome[item];
    const named = last < 0 ? -1 : nodes.named[last * STATUSES + to];
    this.goTo(item, named < 0 ? nodes.first[to] : named);
  }

  private begins(item: number): void {
    if (item >= this.node.length) this.grow();
    const {first} = this.nodes;
    this.outcome[item] = this.items.outcome(item);
    this.node[item] = first[STATUS.new];
    if (first[STATUS.captured] >= 0) this.goTo(item, first[STATUS.captured]);
  }

  private goTo(item: number, to: number): void {
    const {items, nodes, count} = this;
    const {ledger, stocksAt, processOf, isCounted} = this.context;
    const reportClass = items.reportClass(item);
    const from = this.node[item];
    this.node[item] = to;
    const at = ledger.tallies.at(ledger.bin, reportClass) + stocksAt;
    const {cells} = ledger.tallies;
    if (from !== nodes.first[STATUS.new]) cells[at + from]--;
    if (to < nodes.open) cells[at + to]++;
    if (!isCounted(item)) return;
    const row = processOf(reportClass) * count + from;
    this.flows[row * count + to]++;
    // New and captured last no time: an item is there from its arrival, queued from then on.
    if (items.standing(item) !== STATUS.new) this.stayMs[row] += this.present.nowMs - items.standsMs(item);
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
