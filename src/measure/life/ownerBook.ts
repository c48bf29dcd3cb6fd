/**
 * Who had an item, from its arrival until it was final, or the run over: the time of items that were late, by owner. Times
 * of owners add up exactly, in whole milliseconds.
 */
import {Items} from '../../floor/items.ts';
import {STATUS} from '../../model/life.ts';
import type {Model} from '../../model/model.ts';
import type {Bins} from '../bins.ts';
import type {ItemLog} from '../itemLog.ts';
import {Tallies} from '../tallies.ts';
import {OWNERS} from './owners.ts';

const OWNER = {frontWaiting: 0, frontHandling: 1, backWaiting: 2, backHandling: 3, customer: 4, closed: 5} as const;
const OWNER_COUNT = OWNERS.length;

/**
 * Columns per report class: items that were late, by how they ended (completed; abandoned or called off; still open), their
 * whole time by owner, and of it the time past due by owner.
 */
export const LATE = {
  completed: 0,
  gaveUp: 1,
  open: 2,
  whole: 3,
  pastDue: 3 + OWNER_COUNT,
  stride: 3 + 2 * OWNER_COUNT,
} as const;
type Ending = typeof LATE.completed | typeof LATE.gaveUp | typeof LATE.open;

export interface OwnerContext {
  readonly model: Model;
  readonly log: ItemLog | null;
  readonly isCounted: (item: number) => boolean;
  readonly processOf: (reportClass: number) => number;
  readonly bins: Bins;
}

/**
 * The front office is where items arrive by themselves; the back office, whatever they open and wait for. Told before
 * anything changes: what the floor shows is what has been since it was told last.
 */
export class OwnerBook {
  /** [class * LATE.stride]: ms. */
  totals = new Float64Array(0);
  /** Time past due by the bin in which it passed and the process as reported, a field an owner, ms. */
  readonly byBin: Tallies;
  private readonly context: OwnerContext;
  private items: Items = new Items();
  private clockAt: (process: number, wallMs: number) => number = (_, wallMs) => wallMs;
  /** By row of the floor: told until then; and ms by owner, [row * owners]. */
  private sinceMs = new Float64Array(0);
  private whole = new Float64Array(0);
  private pastDue = new Float64Array(0);
  /** What `lookAt` found. */
  private owner = 0;
  private process = 0;

  constructor(context: OwnerContext) {
    const {bins, model} = context;
    this.context = context;
    this.byBin = new Tallies(OWNER_COUNT, Number.isFinite(bins.count) ? bins.count : 64, model.processes.count);
  }

  watch(items: Items, clockAt: (process: number, wallMs: number) => number): void {
    this.items = items;
    this.clockAt = clockAt;
  }

  /** An item enters. */
  begins(item: number): void {
    const {items} = this;
    const {log} = this.context;
    if (this.isOpened(item)) {
      log?.openedBy(items.serial(item), items.serial(items.parent(item)));
      return;
    }
    if (item >= this.sinceMs.length) this.grow();
    this.sinceMs[item] = items.arrivedMs(item);
    for (let at = item * OWNER_COUNT, end = at + OWNER_COUNT; at < end; at++) this.whole[at] = this.pastDue[at] = 0;
  }

  /** Where an item stands, or what is waited for, is about to change. */
  changes(item: number, now: number): void {
    const {items} = this;
    let root = item;
    while (items.parent(root) >= 0) root = items.parent(root);
    if (!this.isOpened(root)) this.settle(root, now);
  }

  /** Final now, or the run is over: if late, what its owners had is written down. */
  ended(item: number, now: number, ending: Ending): void {
    this.changes(item, now);
    if (this.isOpened(item)) return;
    const {items, whole, pastDue} = this;
    const {log, isCounted} = this.context;
    const from = item * OWNER_COUNT;
    log?.owned(items.serial(item), whole, pastDue, from, OWNER_COUNT);
    if (now <= items.dueMs(item) || !isCounted(item)) return;
    const at = items.reportClass(item) * LATE.stride;
    if (at >= this.totals.length) this.widen(at);
    const {totals} = this;
    totals[at + ending]++;
    for (let k = 0; k < OWNER_COUNT; k++) {
      totals[at + LATE.whole + k] += whole[from + k];
      totals[at + LATE.pastDue + k] += pastDue[from + k];
    }
  }

  /** With these classes in this order. */
  compact(order: readonly number[]): Float64Array {
    return Float64Array.from(
      order.flatMap((it) => Array.from({length: LATE.stride}, (_, k) => this.totals[it * LATE.stride + k] ?? 0)),
    );
  }

  isOpened(item: number): boolean {
    return this.context.model.life?.opened?.[this.items.source(item)] === 1;
  }

  private settle(root: number, now: number): void {
    const since = this.sinceMs[root];
    if (now === since) return;
    this.sinceMs[root] = now;
    this.lookAt(root, OWNER.frontWaiting, OWNER.frontHandling);
    this.add(this.whole, root * OWNER_COUNT, since, now);
    const due = this.items.dueMs(root);
    if (now <= due) return;
    const from = Math.max(since, due);
    this.add(this.pastDue, root * OWNER_COUNT, from, now);
    if (this.context.isCounted(root)) this.addByBin(this.context.processOf(this.items.reportClass(root)), from, now);
  }

  private addByBin(process: number, fromMs: number, toMs: number): void {
    const {bins} = this.context;
    for (let at = fromMs, bin = bins.binOf(fromMs); at < toMs; bin++) {
      const end = bin + 1 < bins.count ? Math.min(toMs, bins.startOf(bin + 1)) : toMs;
      const cell = this.byBin.at(bin, process);
      this.add(this.byBin.cells, cell, at, end);
      at = end;
    }
  }

  /** Whose the time of an item is, and on which process's clock he works. */
  private lookAt(item: number, waiting: number, handling: number): void {
    const {items} = this;
    const {model} = this.context;
    this.process = model.routes.process[items.route(item)];
    this.owner = waiting;
    if (items.standing(item) === STATUS.assigned) this.owner = handling;
    if (items.standing(item) !== STATUS.held) return;
    const replies = waitsForCustomer(model, items.outcome(item));
    if (items.child(item) < 0) this.owner = replies ? OWNER.customer : waiting;
    else if (replies) this.lookAtOpened(item, waiting, handling);
    else this.lookAtOpened(item, OWNER.backWaiting, OWNER.backHandling);
  }

  /** In hand where any of them is; else the first that is not final speaks for all. A reply is dealt with where it is due. */
  private lookAtOpened(item: number, waiting: number, handling: number): void {
    const {items} = this;
    for (let one = items.child(item); one >= 0; one = items.sibling(one)) {
      this.lookAt(one, waiting, handling);
      if (this.owner === OWNER.frontHandling || this.owner === OWNER.backHandling) return;
    }
    this.lookAt(items.child(item), waiting, handling);
  }

  /** To a row of owners that begins at `at`. */
  private add(to: Float64Array, at: number, fromMs: number, toMs: number): void {
    const {owner, process} = this;
    if (owner !== OWNER.frontWaiting && owner !== OWNER.backWaiting) {
      to[at + owner] += toMs - fromMs;
      return;
    }
    const open = this.clockAt(process, toMs) - this.clockAt(process, fromMs);
    to[at + owner] += open;
    to[at + OWNER.closed] += toMs - fromMs - open;
  }

  private grow(): void {
    const {rows} = this.items;
    this.sinceMs = widened(this.sinceMs, rows);
    this.whole = widened(this.whole, rows * OWNER_COUNT);
    this.pastDue = widened(this.pastDue, rows * OWNER_COUNT);
  }

  private widen(at: number): void {
    this.totals = widened(this.totals, 2 * at + LATE.stride);
  }
}

function widened(column: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(length);
  wider.set(column);
  return wider;
}

/** Held because the customer has yet to answer. */
function waitsForCustomer({life}: Model, outcome: number): boolean {
  const kind: string | undefined = life?.outcomes[outcome]?.kind;
  return kind === 'pending';
}
