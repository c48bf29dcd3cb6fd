/**
 * Agents: what they hold, and those who may be given work in buckets (load, profile), the longest unchanged first.
 * An agent whose load admits nothing, or who takes nothing now, stands in no bucket; nor does one being filled.
 */
import type {Model} from '../model/model.ts';
import type {Duty} from '../model/roster.ts';
import {AgentOrder, ORDERED} from './agentOrder.ts';

export const TIMED = {neither: 0, busy: 1, ready: 2} as const;

export class Agents {
  readonly count: number;
  readonly profile: Int32Array;
  /** Load: a state of the capacity automaton; offers that ring are part of it. */
  readonly state: Int32Array;
  /** Last change of what he holds, or since when he is there or ready again. */
  readonly since: Float64Array;
  /** Items in hand, ringing and wrap-up included; and those that ring. */
  readonly held: Int32Array;
  readonly ringing: Int32Array;
  readonly onDuty: Uint8Array;
  /** On a rest, or due for one and finishing what is in hand; and the row of `duty.rests`, -1 none. */
  readonly resting: Uint8Array;
  readonly restRow: Int32Array;
  /** Not ready after a missed offer until then. */
  readonly notReadyUntilMs: Float64Array;
  /** 1: takes new work, if his load admits any. */
  readonly open: Uint8Array;
  /** Where work is paused or slowed: first of the items in hand, and the load without what rings. */
  readonly firstInHand: Int32Array;
  readonly working: Int32Array;
  /**
   * For `least-occupied`: time busy and time ready since he came on duty, up to `timedMs`, and what he is since then
   * (TIMED).
   */
  readonly busyMs: Float64Array;
  readonly readyMs: Float64Array;
  readonly timedMs: Float64Array;
  readonly timedAs: Uint8Array;

  /** Longest unchanged of each bucket, -1 none. */
  readonly head: Int32Array;
  /** [state * words + word of profile]: bit set where the bucket is not empty. */
  readonly occupied: Int32Array;
  readonly next: Int32Array;
  readonly words: number;
  /** The same agents without regard to profile; null where profiles are few. */
  readonly order: AgentOrder | null;
  private readonly tail: Int32Array;
  private readonly before: Int32Array;
  private readonly listed: Uint8Array;
  private readonly admits: Int32Array;
  /** Bucket of a profile and load: first bucket of the profile, and number of the load within its rule. */
  private readonly firstBucket: Int32Array;
  private readonly loadInRule: Int32Array;
  private readonly ringsAlone: Uint8Array;

  constructor(model: Model, profileRule: Int32Array) {
    const {roster, capacity, eligibility} = model;
    const count = roster.agentCount;
    this.count = count;
    this.words = eligibility.words;
    this.profile = Int32Array.from(roster.profile);
    this.state = Int32Array.from(roster.capacityRule, (rule) => capacity.start[rule]);
    this.working = Int32Array.from(this.state);
    this.since = new Float64Array(count);
    this.held = new Int32Array(count);
    this.ringing = new Int32Array(count);
    this.onDuty = new Uint8Array(count);
    this.resting = new Uint8Array(count);
    this.restRow = new Int32Array(count).fill(-1);
    this.notReadyUntilMs = new Float64Array(count).fill(-Infinity);
    this.open = new Uint8Array(count);
    this.firstInHand = new Int32Array(count).fill(-1);
    this.busyMs = new Float64Array(count);
    this.readyMs = new Float64Array(count);
    this.timedMs = new Float64Array(count);
    this.timedAs = new Uint8Array(count);
    this.admits = capacity.admits;
    this.ringsAlone = Uint8Array.from(roster.group, (group) => (roster.offers[group].takesOthers ? 0 : 1));
    this.loadInRule = numberLoads(model);
    this.firstBucket = new Int32Array(eligibility.profileCount + 1);
    const loads = Int32Array.from(capacity.start, (start) => loadsFrom(model, start).length);
    for (let p = 0; p < eligibility.profileCount; p++) {
      this.firstBucket[p + 1] = this.firstBucket[p] + (profileRule[p] < 0 ? 0 : loads[profileRule[p]]);
    }
    const buckets = this.firstBucket[eligibility.profileCount];
    this.head = new Int32Array(buckets).fill(-1);
    this.tail = new Int32Array(buckets).fill(-1);
    this.next = new Int32Array(count).fill(-1);
    this.before = new Int32Array(count).fill(-1);
    this.listed = new Uint8Array(count);
    this.occupied = new Int32Array(capacity.stateCount * this.words);
    this.order =
      eligibility.profileCount >= ORDERED.fromProfiles ? new AgentOrder(capacity.stateCount, this.since) : null;
  }

  bucket(state: number, profile: number): number {
    return this.firstBucket[profile] + this.loadInRule[state];
  }

  /** Whether he may be given work at all now. */
  isAble(agent: number): boolean {
    return (
      this.open[agent] === 1 &&
      this.admits[this.state[agent]] !== 0 &&
      (this.ringing[agent] === 0 || this.ringsAlone[agent] === 0)
    );
  }

  isListed(agent: number): boolean {
    return this.listed[agent] === 1;
  }

  /** Stands the agent in his bucket, if he may be given work. */
  list(agent: number): void {
    if (this.listed[agent] === 0 && this.isAble(agent)) this.standIn(agent);
  }

  /** Takes him out of his bucket, if he stands in one; before his load or profile changes. */
  unlist(agent: number): void {
    if (this.listed[agent] === 1) this.takeOut(agent);
  }

  private standIn(agent: number): void {
    const since = this.since;
    const state = this.state[agent];
    const profile = this.profile[agent];
    const bucket = this.firstBucket[profile] + this.loadInRule[state];
    const at = since[agent];
    let after = this.tail[bucket];
    while (after >= 0 && (since[after] > at || (since[after] === at && after > agent))) after = this.before[after];
    const following = after < 0 ? this.head[bucket] : this.next[after];
    this.before[agent] = after;
    this.next[agent] = following;
    if (after < 0) this.head[bucket] = agent;
    else this.next[after] = agent;
    if (following < 0) this.tail[bucket] = agent;
    else this.before[following] = agent;
    this.occupied[state * this.words + (profile >>> 5)] |= 1 << (profile & 31);
    this.listed[agent] = 1;
    if (this.order !== null) this.order.add(agent, state);
  }

  private takeOut(agent: number): void {
    this.listed[agent] = 0;
    const state = this.state[agent];
    const profile = this.profile[agent];
    const bucket = this.firstBucket[profile] + this.loadInRule[state];
    if (this.order !== null) this.order.remove(agent, state);
    const ahead = this.before[agent];
    const behind = this.next[agent];
    if (ahead < 0) this.head[bucket] = behind;
    else this.next[ahead] = behind;
    if (behind < 0) this.tail[bucket] = ahead;
    else this.before[behind] = ahead;
    if (this.head[bucket] < 0) this.occupied[state * this.words + (profile >>> 5)] &= ~(1 << (profile & 31));
  }
}

/** Capacity rule of each profile, -1 where nobody ever has the profile. */
export function rulesOfProfiles(model: Model, duty: Duty): Int32Array {
  const rules = new Int32Array(model.eligibility.profileCount).fill(-1);
  const {capacityRule, profile, agentCount} = model.roster;
  for (let agent = 0; agent < agentCount; agent++) {
    rules[profile[agent]] = capacityRule[agent];
    if (!model.features.duty) continue;
    const {first, profile: ofSpell} = duty.duty;
    for (let row = first[agent]; row < first[agent + 1]; row++) rules[ofSpell[row]] = capacityRule[agent];
  }
  return rules;
}

/** Per load: its number within its capacity rule. */
function numberLoads(model: Model): Int32Array {
  const numbers = new Int32Array(model.capacity.stateCount).fill(-1);
  for (const start of model.capacity.start) {
    loadsFrom(model, start).forEach((load, number) => {
      numbers[load] = number;
    });
  }
  return numbers;
}

function loadsFrom(model: Model, start: number): number[] {
  const {plus} = model.capacity;
  const found = [start];
  const seen = new Set(found);
  for (let i = 0; i < found.length; i++) {
    for (let channel = 0; channel < model.channelCount; channel++) {
      const next = plus[found[i] * model.channelCount + channel];
      if (next < 0 || seen.has(next)) continue;
      seen.add(next);
      found.push(next);
    }
  }
  return found;
}
