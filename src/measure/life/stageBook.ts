import {Items} from '../../floor/items.ts';
import {StagesOfItems} from '../../floor/stagesOfItems.ts';
import {STATUS, type Status} from '../../model/life.ts';
import type {StageNodes} from '../../model/stageNodes.ts';
import type {ItemLog} from '../itemLog.ts';
import type {Ledger} from '../ledger.ts';

export interface StageContext {
  readonly ledger: Ledger;
  /** Null where nobody asks for the log, or the scenario names no stages. */
  readonly log: ItemLog | null;
  /** Where the stocks begin in a cell: one column a node that is not final. */
  readonly stocksAt: number;
  readonly processes: number;
  readonly processOf: (reportClass: number) => number;
  readonly isCounted: (item: number) => boolean;
}

/** Where an item stands until it is first answered. */
const PATH = [STATUS.new, STATUS.captured, STATUS.queued, STATUS.assigned];

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
  private stands: StagesOfItems;
  private present: {readonly nowMs: number} = {nowMs: -0};

  constructor(nodes: StageNodes, context: StageContext) {
    this.nodes = nodes;
    this.stands = new StagesOfItems(nodes, this.items);
    this.context = context;
    this.count = nodes.names.length;
    this.flows = new Float64Array(context.processes * this.count * this.count);
    this.stayMs = new Float64Array(context.processes * this.count);
  }

  watch(items: Items, present: {readonly nowMs: number}): void {
    this.items = items;
    this.stands = new StagesOfItems(this.nodes, items);
    this.present = present;
  }

  /** What becomes of this visit is known. */
  drawn(item: number): void {
    this.stands.drawn(item);
  }

  /** The item stands elsewhere from now on; the floor still says where it stood. */
  moves(item: number, status: Status, before: number = this.items.standing(item)): void {
    const to = this.stands.next(item, status, before);
    const captured = this.nodes.first[STATUS.captured];
    // Captured lasts no time.
    if (before === STATUS.new && captured >= 0) this.goTo(item, captured, before);
    this.goTo(item, to, before);
  }

  /** The item was answered in the instant of its arrival; `bookAtOnce` counts it. */
  atOnce(item: number): void {
    this.stands.atOnce(item);
  }

  /** So many items of a class were answered in the instant of their arrival, in the present bin. */
  bookAtOnce(reportClass: number, items: number, counted: boolean): void {
    const {nodes, flows, count} = this;
    const {ledger, stocksAt, processOf} = this.context;
    const path = PATH.map((status) => nodes.first[status]).filter((node) => node >= 0);
    ledger.tallies.cells[ledger.row + reportClass * ledger.stride + stocksAt + path[path.length - 1]] += items;
    if (!counted) return;
    const row = processOf(reportClass) * count;
    for (let step = 1; step < path.length; step++) flows[(row + path[step - 1]) * count + path[step]] += items;
  }

  private goTo(item: number, to: number, before: number): void {
    const {items, nodes, stands, count} = this;
    const {ledger, log, stocksAt, processOf, isCounted} = this.context;
    const reportClass = items.reportClass(item);
    const from = stands.node[item];
    stands.node[item] = to;
    if (log !== null) log.entersStage(items.serial(item), to);
    const at = ledger.row + reportClass * ledger.stride + stocksAt;
    const {cells} = ledger.tallies;
    if (from !== nodes.first[STATUS.new]) cells[at + from]--;
    if (to < nodes.open) cells[at + to]++;
    if (!isCounted(item)) return;
    const row = processOf(reportClass) * count + from;
    this.flows[row * count + to]++;
    // New and captured last no time: an item is there from its arrival, queued from then on.
    if (before !== STATUS.new) this.stayMs[row] += this.present.nowMs - items.standsMs(item);
  }
}
