/** The rules of routing over plain objects, as they are written; for checking the engine, never for speed. */
import type {Piece} from '../../../src/model/curves.ts';
import type {OutcomeRow} from '../../../src/model/life.ts';
import type {MilestoneRow} from '../../../src/model/milestones.ts';
import type {CapacitySpec} from '../../../src/routing/capacity/spec.ts';
import type {CentreSpec, ItemSpec, RouteSpec, TargetSpec} from '../centre.ts';
import {writtenPriority} from './writtenPriority.ts';

export interface RItem {
  readonly row: ItemSpec;
  readonly source: number;
  readonly number: number;
  readonly redial: number;
  route: number;
  /** Its initial priority and due date of its own, where it has them. */
  initial: number | undefined;
  own: number | undefined;
  /** Visits in agents' hands before this one; whether it has been answered. */
  visit: number;
  answered: boolean;
  /** When this visit began. */
  begun: number;
  /** When its source's update comes: Infinity never, -Infinity it came while an agent had it. */
  update: number;
  /** Completed: gone after wrap-up. */
  final: boolean;
  arrived: number;
  /** Wall instants from which its time until due counts, and its age and place in line. */
  counts: number;
  place: number;
  leaves: number;
  handle: number;
  wrapUp: number;
  serial: number;
  /** Process clock when its age was 0, credit apart. */
  clock: number;
  allowed: number;
  due: number;
  /** Priority by age on its process's clock. */
  priorityAt: (age: number) => number;
  /** Wall instant from which it counts as in routing. */
  entered: number;
  stage: number;
  targetsFrom: number;
  waitsFor: number;
  offered: number;
  status:
    | 'awaiting'
    | 'held'
    | 'coming'
    | 'waiting'
    | 'ringing'
    | 'working'
    | 'paused'
    | 'wrapping'
    | 'wrappingPaused'
    | 'kept'
    | 'gone';
  /** Waits for the agent it had so long, not as its route says. */
  alone: number | undefined;
  /** Its clock stands still since, with this due date. */
  stopped: {readonly since: number; readonly due: number} | null;
  /** Has stood somewhere in its process; its milestones, what they have added to its priority, where they send it (-1 nowhere). */
  isIn: boolean;
  tracks: Track[];
  raised: number;
  sentTo: number;
  sentAt: number;
  /** Who waits for it, and for whom it waits; what is settled for its next visit. */
  parent: RItem | null;
  children: RItem[];
  whenAllFinal: (() => void) | null;
  settled: OutcomeRow | null;
  /** Its source holds it: when it is to be distributed it will stand aside, or it does so. */
  heldBySource: 'wanted' | 'aside' | null;
  /** Complete, and what it opens when it is wrapped up. */
  opensAtEnd: readonly number[];
  /** In whose workbin it is. */
  parked: Parked | null;
  /** Rest of a visit that ends by parking. */
  left: {readonly handle: number; readonly wrapUp: number} | null;
  agent: RAgent | null;
  /** What is scheduled for it is void when it moves on. */
  stamp: number;
  notReadyMs: number;
  remaining: number;
  paced: number;
  rate: number;
  speed: number;
}

/** One milestone of one item. */
export interface Track {
  readonly item: RItem;
  readonly row: MilestoneRow;
  state: 'idle' | 'open' | 'violated';
  /** Targets of its occurrences so far, on its clock. */
  readonly targets: number[];
  hasWarned: boolean;
  /** Of the last one: wall instants. */
  start: number;
  target: number;
  stoppedAt: number | null;
  /** What is scheduled for it is void when it moves on. */
  stamp: number;
}

export interface Parked {
  readonly agent: RAgent;
  readonly row: Extract<OutcomeRow, {kind: 'park'}>;
  readonly readyAt: number;
  /** The how manieth that was put into a workbin. */
  readonly order: number;
  /** Its time has come: it waits for its agent alone; what it waited for before. */
  readonly before: {readonly stage: number; readonly waitsFor: number; readonly targetsFrom: number} | null;
}

export interface RAgent {
  readonly id: number;
  readonly group: number;
  /** Null: one item at a time, of any channel. */
  readonly rule: CapacitySpec | null;
  profile: number;
  since: number;
  /** Newest first. */
  hand: RItem[];
  onDuty: boolean;
  /** Off duty since then. */
  offSince: number;
  away: boolean;
  restsDue: number[];
  returnStamp: number;
  notReadyUntil: number;
  spell: number;
  nextRest: number;
  busy: number;
  ready: number;
  timed: number;
  timedAs: 'busy' | 'ready' | 'neither';
  told: string;
}

export class Rules {
  readonly spec: CentreSpec;
  readonly channels: readonly string[];
  constructor(spec: CentreSpec) {
    this.spec = spec;
    this.channels = spec.channels ?? ['any'];
  }

  routeOf(item: RItem): RouteSpec {
    return this.spec.routes[item.route];
  }
  processOf(item: RItem) {
    return (this.spec.processes ?? [{}])[this.routeOf(item).process ?? 0];
  }
  channelOf(item: RItem): number {
    return this.routeOf(item).channel ?? 0;
  }
  ruleOfGroup(group: number): CapacitySpec | null {
    return this.spec.capacity?.[this.spec.groups[group].capacity ?? 0] ?? null;
  }

  /** Open time from 0 to a wall instant, on the clock of the item's process; negative before 0. */
  clock(item: RItem, wall: number): number {
    return this.clockAt(this.processOf(item).clock ?? 0, wall);
  }
  wallAt(item: RItem, clock: number): number {
    return this.wallOf(this.processOf(item).clock ?? 0, clock);
  }
  clockAt(which: number, wall: number): number {
    const open = this.intervals(which);
    if (open === null) return wall;
    let before = 0;
    for (const [from, to] of open)
      before += Math.max(0, Math.min(wall, to) - from) - Math.max(0, Math.min(0, to) - from);
    return before;
  }
  wallOf(which: number, clock: number): number {
    const open = this.intervals(which);
    if (open === null) return clock;
    let shown = this.clockAt(which, open[0][0]);
    for (const [from, to] of open) {
      if (clock <= shown + to - from) return from + clock - shown;
      shown += to - from;
    }
    return Infinity;
  }
  private intervals(clock: number) {
    return clock === 0 ? null : (this.spec.clocks ?? [])[clock - 1];
  }
  rejects(item: RItem): boolean {
    const process = this.processOf(item);
    if (!process.rejects || !process.openClock || item.arrived < 0) return false;
    const open = (this.spec.clocks ?? [])[process.openClock - 1];
    return !open.some(([from, to]) => from <= item.arrived && item.arrived < to);
  }

  /** What it is promised on its route: due date, priority, place in line; its age counts from a wall instant. */
  promise(item: RItem, from: number): void {
    this.takePlace(item, from);
    const sla = this.processOf(item).slaMs;
    const began = this.clock(item, item.counts);
    item.due = item.own ?? (sla === undefined ? Infinity : this.wallAt(item, began + sla));
    item.allowed = item.own === undefined ? (sla ?? 0) : Math.max(0, this.clock(item, item.own) - began);
    item.priorityAt = this.priorityOf(item);
  }
  takePlace(item: RItem, from: number): void {
    const credit = this.routeOf(item).creditMs ?? 0;
    item.place = from;
    item.clock = this.clock(item, from);
    item.entered = credit === 0 ? from : this.wallAt(item, item.clock - credit);
  }
  /** Its priority by age: as its process writes it, and with what it brings itself. */
  priorityOf(item: RItem): (age: number) => number {
    const process = this.processOf(item);
    const {initial, own: due} = item;
    const allowed = due === undefined ? undefined : this.clock(item, due) - this.clock(item, item.counts);
    const {written} = process;
    if (written) {
      const of = {...process.bounds, initial, allowed: allowed ?? process.slaMs ?? null};
      return (age) => writtenPriority(written, of, age);
    }
    const shared = process.curve ?? [{fromMs: 0, value: 0, slopePerMs: 0, periodMs: 0}];
    if (initial === undefined && allowed === undefined) return (age) => curveValue(shared, age);
    if (process.own) {
      const own = process.own({initial: initial ?? Number.NaN, allowedMs: allowed ?? Number.NaN});
      return (age) => curveValue(own, age);
    }
    const more = initial === undefined ? 0 : initial - shared[0].value;
    return (age) => curveValue(shared, age) + more;
  }
  priority(item: RItem, now: number): number {
    const age = this.clock(item, now) - item.clock + (this.routeOf(item).creditMs ?? 0);
    return item.priorityAt(age) + item.raised;
  }

  /** Whether a target wants agents of a profile, by their levels; a skill they lack is level 0. */
  wants({profiles, wants}: TargetSpec, profile: number): boolean {
    if (!wants) return profiles.includes(profile);
    const levels = this.spec.skills?.[profile];
    if (!levels) return false;
    const fulfilled = ([skill, sign, wanted]: readonly [string, string, number]): boolean => {
      const level = levels[skill] ?? 0;
      if (sign === '=') return level === wanted;
      if (sign === '<') return level < wanted;
      return sign === '>' ? level > wanted : level >= wanted;
    };
    return wants.some((wishes) => wishes.every(fulfilled));
  }
  reaches(item: RItem, profile: number): boolean {
    return this.innermost(item, profile) >= 0;
  }
  innermost(item: RItem, profile: number): number {
    return this.routeOf(item).targets.findIndex((target, k) => k <= item.stage && this.wants(target, profile));
  }
  opensAt(item: RItem): number {
    const target = this.routeOf(item).targets[item.stage + 1];
    if (item.stage < 0) return item.targetsFrom + this.aloneMs(item);
    return target ? item.targetsFrom + (target.ms ?? 0) + Math.round((target.share ?? 0) * item.allowed) : Infinity;
  }
  aloneMs(item: RItem): number {
    if (item.alone !== undefined) return item.alone;
    const preferred = this.routeOf(item).preferred;
    return (preferred?.ms ?? 0) + Math.round((preferred?.share ?? 0) * item.allowed);
  }

  load(items: readonly RItem[]): number[] {
    const load = this.channels.map(() => 0);
    for (const item of items) load[this.channelOf(item)]++;
    return load;
  }
  /** Whether one more of `channel` may join a load. */
  admits(rule: CapacitySpec | null, load: readonly number[], channel: number): boolean {
    if (rule === null) return load.every((count) => count === 0);
    const of = rule.channels[this.channels[channel]];
    if (!of || load[channel] >= of.max) return false;
    if (this.channels.some((name, c) => load[c] > 0 && of.interruptedBy.includes(name))) return false;
    const met = load.map((count, c) =>
      rule.channels[this.channels[c]]?.interruptedBy.includes(this.channels[channel]) ? 0 : count,
    );
    for (const combination of of.notWhile) {
      if (Object.entries(combination).every(([name, count]) => met[this.channels.indexOf(name)] >= count)) return false;
    }
    const {units} = rule;
    if (units === null) return true;
    const used = met.reduce((sum, count, c) => sum + count * (units.weights[this.channels[c]] ?? 0), 0);
    return used + (units.weights[this.channels[channel]] ?? 0) <= units.total;
  }
  /** Channels paused because one that interrupts them is in hand. */
  isPaused(rule: CapacitySpec | null, load: readonly number[], channel: number): boolean {
    if (rule === null) return false;
    const by = rule.channels[this.channels[channel]]?.interruptedBy ?? [];
    return load[channel] > 0 && by.some((name) => load[this.channels.indexOf(name)] > 0);
  }
  interrupts(agent: RAgent, channel: number): boolean {
    const load = this.load(agent.hand);
    const after = load.map((count, c) => (c === channel ? count + 1 : count));
    return this.channels.some((_, c) => this.isPaused(agent.rule, after, c) !== this.isPaused(agent.rule, load, c));
  }
  holdsFor(rule: CapacitySpec | null, channel: number): boolean {
    return rule?.holdBackFor.includes(this.channels[channel]) ?? false;
  }
  couldTakeFree(rule: CapacitySpec | null, channel: number): boolean {
    return this.admits(
      rule,
      this.channels.map(() => 0),
      channel,
    );
  }

  /** Rank of an agent for an item, criterion by criterion; lower goes first. */
  ranks(item: RItem, agent: RAgent, now: number): number[] {
    const channel = this.channelOf(item);
    const rule = this.routeOf(item).rule ?? ['longest-idle'];
    const load = this.load(agent.hand);
    const units = agent.rule?.units;
    const used = load.reduce((sum, count, c) => sum + count * (units ? (units.weights[this.channels[c]] ?? 0) : 1), 0);
    const places = agent.rule ? Object.values(agent.rule.channels).reduce((sum, {max}) => sum + max, 0) : 1;
    const room = units?.total ?? places;
    const ranks = rule.map((criterion) => {
      if (criterion === 'longest-idle') return agent.since;
      if (criterion === 'least-active') return agent.hand.length;
      if (criterion === 'most-available') return used - room;
      if (criterion === 'best-skilled')
        return -(this.routeOf(item).levels?.[this.innermost(item, agent.profile)]?.[agent.profile] ?? 0);
      if (criterion === 'least-occupied') return this.occupancy(agent, now);
      return lot(item, agent);
    });
    return [this.interrupts(agent, channel) ? 1 : 0, ...ranks, agent.id];
  }
  private occupancy(agent: RAgent, now: number): number {
    const since = now - agent.timed;
    const busy = agent.busy + (agent.timedAs === 'busy' ? since : 0);
    const ready = agent.ready + (agent.timedAs === 'ready' ? since : 0);
    return busy === 0 ? 0 : busy / (busy + ready);
  }

  agents(): RAgent[] {
    const groups = this.spec.groups.flatMap(({count = 1}, group) => Array.from({length: count}, () => group));
    return groups.map((group, id) => ({
      id,
      group,
      rule: this.ruleOfGroup(group),
      profile: this.spec.groups[group].profile ?? group,
      since: 0,
      hand: [],
      onDuty: this.spec.duty === undefined,
      offSince: 0,
      away: false,
      restsDue: [],
      returnStamp: 0,
      notReadyUntil: -Infinity,
      spell: 0,
      nextRest: 0,
      busy: 0,
      ready: 0,
      timed: 0,
      timedAs: 'neither',
      told: 'off 0',
    }));
  }
}

/** A curve given in pieces, as src/model/curves.ts says they are read. */
function curveValue(pieces: readonly Piece[], age: number): number {
  const piece = pieces.filter((p, i) => i === 0 || p.fromMs <= age).at(-1) as Piece;
  if (piece.slopePerMs === 0) return piece.value;
  const into = Math.max(0, age - piece.fromMs);
  if (piece.periodMs === 0) return piece.value + piece.slopePerMs * into;
  return piece.value + piece.slopePerMs * piece.periodMs * Math.floor(into / piece.periodMs);
}

/** His lot for this offer of this item: MurmurHash3's mixing of what names them, in arithmetic without overflow. */
function lot(item: RItem, agent: RAgent): number {
  const bits = (of: bigint): bigint => BigInt.asUintN(32, of);
  const named = [item.source, item.number, item.arrived, item.redial, item.offered, agent.id];
  const hash = named.reduce((so, whole) => {
    const low = bits(BigInt(whole) * 0xcc9e2d51n);
    const high = bits((BigInt(whole) >> 32n) * 0x1b873593n);
    const mixed = so ^ low ^ high;
    const once = bits((mixed ^ (mixed >> 16n)) * 0x85ebca6bn);
    const twice = bits((once ^ (once >> 13n)) * 0xc2b2ae35n);
    return twice ^ (twice >> 16n);
  }, 0x9e3779b9n);
  return Number(hash);
}

/** First by lists of ranks. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
