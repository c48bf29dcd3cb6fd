/**
 * Personal workbins: items an agent has parked and will go on with himself. Columns by row of the floor's items, and a
 * list an agent; in the lines stand only those whose time has come, in lanes of their agent alone (personalLines.ts).
 */
import type {Items} from './items.ts';

export class Workbins {
  /** Per agent: his first item, -1 none; and how many he has. */
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** Per agent: off duty since; Infinity while he is there. */
  readonly offSinceMs: Float64Array;
  /** Per item: whose bin it is in, -1 none. */
  owner = new Int32Array(0);
  next = new Int32Array(0);
  private before = new Int32Array(0);
  /** 1: its time has come, it stands in its agent's line; and it does so ahead of new work. */
  ready = new Uint8Array(0);
  ahead = new Uint8Array(0);
  /** When its agent wants to go on. */
  readyMs = new Float64Array(0);
  /** Effort and wrap-up that remain when a visit ends by parking. */
  leftMs = new Float64Array(0);
  wrapUpMs = new Float64Array(0);
  /** Targets and preferred agent as they were when it came to stand for its agent alone. */
  private stage = new Int32Array(0);
  private waitsFor = new Int32Array(0);
  private targetsFrom = new Float64Array(0);
  private readonly items: Items;

  constructor(agents: number, items: Items) {
    this.items = items;
    this.first = new Int32Array(agents).fill(-1);
    this.count = new Int32Array(agents);
    this.offSinceMs = new Float64Array(agents).fill(-Infinity);
  }

  has(item: number): boolean {
    return item < this.owner.length && this.owner[item] >= 0;
  }

  /** Room for the rows there are; before anything is written for an item. */
  reserve(): void {
    const {rows} = this.items;
    if (this.owner.length >= rows) return;
    for (const column of ['owner', 'next', 'before', 'stage', 'waitsFor'] as const)
      this[column] = widened(this[column], new Int32Array(rows).fill(-1));
    for (const column of ['ready', 'ahead'] as const) this[column] = widened(this[column], new Uint8Array(rows));
    for (const column of ['readyMs', 'leftMs', 'wrapUpMs', 'targetsFrom'] as const)
      this[column] = widened(this[column], new Float64Array(rows));
  }

  put(item: number, agent: number): void {
    this.reserve();
    const following = this.first[agent];
    this.owner[item] = agent;
    this.before[item] = -1;
    this.next[item] = following;
    if (following >= 0) this.before[following] = item;
    this.first[agent] = item;
    this.count[agent]++;
    this.ready[item] = 0;
  }

  /** Out of its agent's bin; it stands in no line. Targets are as they were when it was parked. */
  remove(item: number): void {
    const agent = this.owner[item];
    const ahead = this.before[item];
    const behind = this.next[item];
    if (ahead < 0) this.first[agent] = behind;
    else this.next[ahead] = behind;
    if (behind >= 0) this.before[behind] = ahead;
    this.owner[item] = -1;
    this.count[agent]--;
    if (this.ready[item] === 0) return;
    this.ready[item] = 0;
    this.items.setStage(item, this.stage[item]);
    this.items.setWaitsFor(item, this.waitsFor[item]);
    this.items.setTargetsFrom(item, this.targetsFrom[item]);
  }

  /** The last target open to a parked item. */
  stageOf(item: number): number {
    return this.ready[item] === 1 ? this.stage[item] : this.items.stage(item);
  }

  /** Its time has come: it waits for its agent, alone and without end. */
  makeReady(item: number): void {
    const {items} = this;
    this.ready[item] = 1;
    this.stage[item] = items.stage(item);
    this.waitsFor[item] = items.waitsFor(item);
    this.targetsFrom[item] = items.targetsFrom(item);
    items.setStage(item, -1);
    items.setWaitsFor(item, this.owner[item]);
    items.setTargetsFrom(item, Infinity);
  }
}

function widened<Column extends Int32Array | Uint8Array | Float64Array>(column: Column, wider: Column): Column {
  wider.set(column);
  return wider;
}
