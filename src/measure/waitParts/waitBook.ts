import type {WaitObserver} from '../../engine/observer.ts';
import type {Floor} from '../../floor/floor.ts';
import {ITEM} from '../../floor/items.ts';
import type {Model} from '../../model/model.ts';
import type {Bins} from '../bins.ts';
import {Tallies} from '../tallies.ts';
import {Coverage, WAY, WAYS} from './coverage.ts';
import {PART, PARTS} from './parts.ts';

/** How an item waits, as far as that is its own. Begun: since its arrival, not looked at yet. None: nobody waits in this row. */
const MODE = {none: 0, begun: 1, held: 2, rings: 3, open: 4, alone: 5, pulled: 6} as const;

/** Part of a way, by WAY; room is the item's own to name. */
const PART_OF_WAY = [PART.nobody, -1, PART.capacity, PART.ringing, PART.otherWork, PART.ownWork];
/** Part of an item that somebody has room for, by MODE. */
const PART_OF_ROOM = [-1, -1, -1, -1, PART.notOpen, PART.kept, PART.notTaken];

export interface WaitBookOptions {
  readonly model: Model;
  readonly floor: Floor;
  readonly bins: Bins;
  readonly isCounted: (item: number) => boolean;
  readonly processOf: (reportClass: number) => number;
}

/**
 * Divides every item's wait by what stood in the way. What items of one route have in common stands in one account a
 * route, a column a way, which is brought up to date only when the way changes or an item comes or goes; an item's parts
 * are what its account has grown by meanwhile. Whole milliseconds: the parts of an item add up to its wait.
 */
export class WaitBook implements WaitObserver {
  /** By bin of arrival and process: ms of each PART. */
  readonly byBin: Tallies;
  /** The same by report class, in one bin. */
  private readonly classes = new Tallies(PARTS, 1, 1);
  private readonly floor: Floor;
  private readonly coverage: Coverage;
  private readonly options: WaitBookOptions;
  /** Per route: items whose time its account tells, the way since `sinceMs`, and the account up to then. */
  private readonly waiting: Int32Array;
  private readonly way: Uint8Array;
  private readonly sinceMs: Float64Array;
  private readonly accounts: Float64Array;
  /** Per set of the coverage: items that wait; whether it is among the `stale`, which are looked at again. */
  private readonly waitingOf: Int32Array;
  private readonly isStale: Uint8Array;
  private stale: number[] = [];
  private waitingInAll = 0;
  /** Items whose mode may have changed in this millisecond. */
  private touched: number[] = [];
  /** By row of the floor: mode, since when (held, rings), route of the account, and parts so far. */
  private mode = new Uint8Array(0);
  private fromMs = new Float64Array(0);
  private route = new Int32Array(0);
  private parts = new Float64Array(0);

  constructor(options: WaitBookOptions) {
    const {model, floor, bins} = options;
    this.options = options;
    this.floor = floor;
    this.byBin = new Tallies(PARTS, Number.isFinite(bins.count) ? bins.count : 64, model.processes.count);
    this.coverage = new Coverage(model, floor, (set) => this.changed(set));
    const routes = model.routes.count;
    this.waiting = new Int32Array(routes);
    this.way = new Uint8Array(routes);
    this.sinceMs = new Float64Array(routes);
    this.accounts = new Float64Array(routes * WAYS);
    this.waitingOf = new Int32Array(this.coverage.setCount);
    this.isStale = new Uint8Array(this.coverage.setCount);
  }

  /** The item enters the centre, or rows of the floor do. */
  begins(item: number): void {
    if (item >= this.mode.length) this.grow();
    this.mode[item] = MODE.begun;
    this.touched.push(item);
  }

  touch(item: number): void {
    if (this.mode[item] !== MODE.none) this.touched.push(item);
  }

  took(item: number, agent: number): void {
    this.coverage.hand(agent, this.floor.items.route(item), 1);
  }

  freed(item: number, agent: number): void {
    this.coverage.hand(agent, this.floor.items.route(item), -1);
  }

  agent(agent: number): void {
    this.coverage.agent(agent);
  }

  /** Everybody has been asked: how things stand now they have stood, and will stand, for a while. */
  settled(): void {
    if (this.touched.length > 0) this.look();
    if (this.waitingInAll === 0) {
      this.forgetStale();
      return;
    }
    if (this.floor.hold === null) {
      const {stale} = this;
      for (let i = 0; i < stale.length; i++) this.lookAt(stale[i]);
    } else {
      for (let set = 0; set < this.waitingOf.length; set++) this.lookAt(set);
    }
    this.forgetStale();
  }

  /** The item's wait is over: answered, final, or the run is. */
  ends(item: number): void {
    const mode = this.mode[item];
    if (mode === MODE.none) return;
    const {items, clocks} = this.floor;
    const arrived = items.arrivedMs(item);
    this.leave(item, mode);
    this.mode[item] = MODE.none;
    if (clocks.nowMs <= arrived || !this.options.isCounted(item)) return;
    const {byBin, classes, parts} = this;
    const {bins, processOf} = this.options;
    const reportClass = items.reportClass(item);
    const ofClass = classes.at(0, reportClass);
    const ofBin = byBin.at(bins.binOf(arrived), processOf(reportClass));
    for (let part = 0; part < PARTS; part++) {
      const ms = parts[item * PARTS + part];
      classes.cells[ofClass + part] += ms;
      byBin.cells[ofBin + part] += ms;
    }
  }

  /** Never came to wait. */
  rejected(item: number): void {
    this.mode[item] = MODE.none;
  }

  closed(): void {
    this.settled();
    const {items} = this.floor;
    for (let item = 0; item < Math.min(items.rows, this.mode.length); item++) this.ends(item);
  }

  /** Parts of an item up to now; for who looks at one item. */
  partsOf(item: number): Float64Array {
    return this.parts.slice(item * PARTS, (item + 1) * PARTS);
  }

  /** `[k * PARTS + part]`: ms of these report classes, in this order. */
  byClass(order: readonly number[]): Float64Array {
    return this.classes.joined(1, order, (bin) => bin);
  }

  private changed(set: number): void {
    if (this.waitingOf[set] === 0 || this.isStale[set] === 1) return;
    this.isStale[set] = 1;
    this.stale.push(set);
  }

  private forgetStale(): void {
    const {stale, isStale} = this;
    for (let i = 0; i < stale.length; i++) isStale[stale[i]] = 0;
    stale.length = 0;
  }

  /** What the qualified agents of a set leave in the way of its routes' items from now on. */
  private lookAt(set: number): void {
    if (this.waitingOf[set] === 0) return;
    const routes = this.coverage.routesOf[set];
    for (let i = 0; i < routes.length; i++) {
      const route = routes[i];
      if (this.waiting[route] === 0) continue;
      const way = this.coverage.way(route);
      if (way === this.way[route]) continue;
      this.bringUpToDate(route);
      this.way[route] = way;
    }
  }

  private bringUpToDate(route: number): void {
    const now = this.floor.clocks.nowMs;
    this.accounts[route * WAYS + this.way[route]] += now - this.sinceMs[route];
    this.sinceMs[route] = now;
  }

  /** Items that may wait in another mode than before. */
  private look(): void {
    const {touched} = this;
    let kept = 0;
    for (let i = 0; i < touched.length; i++) {
      const item = touched[i];
      const before = this.mode[item];
      if (before === MODE.none) continue;
      const mode = this.modeOf(item);
      if (mode === MODE.begun) touched[kept++] = item;
      else if (mode !== before || this.floor.items.route(item) !== this.route[item]) {
        this.leave(item, before);
        this.enter(item, mode);
      }
    }
    touched.length = kept;
  }

  /** Begun: nobody can tell before the millisecond is over. */
  private modeOf(item: number): number {
    const {items, workbins, pulled} = this.floor;
    switch (items.status(item)) {
      case ITEM.waiting:
        if (workbins?.has(item)) return MODE.held;
        if (pulled?.has(item)) return MODE.pulled;
        return items.stage(item) < 0 ? MODE.alone : MODE.open;
      case ITEM.ringing:
        return MODE.rings;
      case ITEM.entering:
        return MODE.begun;
      default:
        return MODE.held;
    }
  }

  private enter(item: number, mode: number): void {
    const {items, clocks} = this.floor;
    const route = items.route(item);
    this.mode[item] = mode;
    this.fromMs[item] = clocks.nowMs;
    this.route[item] = route;
    if (mode < MODE.open) return;
    this.waitingInAll++;
    this.waitingOf[this.coverage.setOf[route]]++;
    if (this.waiting[route]++ === 0) {
      this.sinceMs[route] = clocks.nowMs;
      this.way[route] = this.coverage.way(route);
    }
    this.add(item, mode, -1);
  }

  private leave(item: number, mode: number): void {
    const now = this.floor.clocks.nowMs;
    const at = item * PARTS;
    if (mode === MODE.begun) {
      this.parts.fill(0, at, at + PARTS);
      this.parts[at + PART.before] = now - this.floor.items.arrivedMs(item);
      return;
    }
    if (mode < MODE.open) {
      this.parts[at + (mode === MODE.held ? PART.held : PART.ringing)] += now - this.fromMs[item];
      return;
    }
    this.add(item, mode, 1);
    const route = this.route[item];
    this.waitingInAll--;
    this.waiting[route]--;
    this.waitingOf[this.coverage.setOf[route]]--;
  }

  /** The account of its route as it stands now, added to the item's parts or taken from them. */
  private add(item: number, mode: number, sign: number): void {
    const {parts, accounts} = this;
    const route = this.route[item];
    this.bringUpToDate(route);
    const at = item * PARTS;
    for (let way = 0; way < WAYS; way++) {
      const part = way === WAY.room ? PART_OF_ROOM[mode] : PART_OF_WAY[way];
      parts[at + part] += sign * accounts[route * WAYS + way];
    }
  }

  private grow(): void {
    const rows = this.floor.items.rows;
    const wider = <Column extends Uint8Array | Int32Array | Float64Array>(column: Column, into: Column): Column => {
      into.set(column);
      return into;
    };
    this.mode = wider(this.mode, new Uint8Array(rows));
    this.fromMs = wider(this.fromMs, new Float64Array(rows));
    this.route = wider(this.route, new Int32Array(rows));
    this.parts = wider(this.parts, new Float64Array(rows * PARTS));
  }
}
