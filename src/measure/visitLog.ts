/** Rows a chunk, of visits and of items: see itemLog.ts. */
export const VISIT_ROWS = 65_536;

/** What became of a visit that no outcome of handling says: still in hand, complete without one, called off. */
export const VISIT_END = {inHand: -1, complete: -2, canceled: -3} as const;

/** One row a visit in order of their beginnings. Instants in ms since the start, NaN where it did not happen. */
export class VisitChunk {
  /** Row of the item in the item log, and which of its visits it is, from 1. */
  readonly item = new Float64Array(VISIT_ROWS);
  readonly visit = new Int32Array(VISIT_ROWS);
  readonly agent = new Int32Array(VISIT_ROWS);
  /** The process it was in, and its target that took it; -1 the preferred agent before any target, or the agent's own. */
  readonly process = new Int32Array(VISIT_ROWS);
  readonly target = new Int32Array(VISIT_ROWS);
  readonly fromMs = new Float64Array(VISIT_ROWS);
  readonly handledMs = new Float64Array(VISIT_ROWS).fill(Number.NaN);
  readonly wrapUpMs = new Float64Array(VISIT_ROWS).fill(Number.NaN);
  /** Row of life.outcomes, or of VISIT_END. */
  readonly outcome = new Int32Array(VISIT_ROWS).fill(VISIT_END.inHand);
}

/** Every time an item was in an agent's hands: an item has as many rows as it has visits. */
export class VisitLog {
  rows = 0;
  readonly chunks: VisitChunk[] = [];
  /** By row of the item log, in chunks: its last visit. */
  private readonly last: Int32Array[] = [];

  begins(item: number, agent: number, process: number, target: number, nowMs: number): void {
    const row = this.rows++;
    const at = row & (VISIT_ROWS - 1);
    if (at === 0) this.chunks.push(new VisitChunk());
    const chunk = this.chunks[row >>> 16];
    const before = this.lastOf(item);
    chunk.item[at] = item;
    chunk.visit[at] = before < 0 ? 1 : this.chunks[before >>> 16].visit[before & (VISIT_ROWS - 1)] + 1;
    chunk.agent[at] = agent;
    chunk.process[at] = process;
    chunk.target[at] = target;
    chunk.fromMs[at] = nowMs;
    this.last[item >>> 16][item & (VISIT_ROWS - 1)] = row;
  }

  /** Handling is over, wrap-up to come; or its wrap-up is cut short. */
  ends(item: number, outcome: number, wrapUpMs: number, nowMs: number): void {
    const row = this.lastOf(item);
    const chunk = this.chunks[row >>> 16];
    const at = row & (VISIT_ROWS - 1);
    const wraps = !Number.isNaN(chunk.handledMs[at]);
    if (!wraps) chunk.handledMs[at] = nowMs;
    chunk.wrapUpMs[at] = wraps ? nowMs - chunk.handledMs[at] : wrapUpMs;
    chunk.outcome[at] = outcome;
  }

  /** Wrap-up took another time than it was to. */
  wrappedUp(item: number, wrapUpMs: number): void {
    const row = this.lastOf(item);
    this.chunks[row >>> 16].wrapUpMs[row & (VISIT_ROWS - 1)] = wrapUpMs;
  }

  private lastOf(item: number): number {
    while (this.last.length <= item >>> 16) this.last.push(new Int32Array(VISIT_ROWS).fill(-1));
    return this.last[item >>> 16][item & (VISIT_ROWS - 1)];
  }
}
