/**
 * Those who may be given work, of each load, the longest unchanged first, lowest id last: where profiles are many, who
 * is in reach is met sooner by walking along here than by looking into the bucket of every profile.
 */

/** From how many profiles on the order is kept. Tests set it to 1. */
export const ORDERED = {fromProfiles: 64};

export class AgentOrder {
  /** Per load: the longest unchanged, -1 none. */
  readonly first: Int32Array;
  /** Per agent: who follows. */
  readonly next: Int32Array;
  private readonly last: Int32Array;
  private readonly before: Int32Array;
  private readonly since: Float64Array;

  /** `since`: column of the agents, last change. */
  constructor(loads: number, since: Float64Array) {
    this.since = since;
    this.first = new Int32Array(loads).fill(-1);
    this.last = new Int32Array(loads).fill(-1);
    this.next = new Int32Array(since.length).fill(-1);
    this.before = new Int32Array(since.length).fill(-1);
  }

  add(agent: number, load: number): void {
    const {since, next, before} = this;
    const at = since[agent];
    let after = this.last[load];
    while (after >= 0 && (since[after] > at || (since[after] === at && after > agent))) after = before[after];
    const following = after < 0 ? this.first[load] : next[after];
    before[agent] = after;
    next[agent] = following;
    if (after < 0) this.first[load] = agent;
    else next[after] = agent;
    if (following < 0) this.last[load] = agent;
    else before[following] = agent;
  }

  remove(agent: number, load: number): void {
    const {next, before} = this;
    const ahead = before[agent];
    const behind = next[agent];
    if (ahead < 0) this.first[load] = behind;
    else next[ahead] = behind;
    if (behind < 0) this.last[load] = ahead;
    else before[behind] = ahead;
  }
}
