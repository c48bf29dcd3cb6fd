/** The rules of routing over plain objects, as they are written; for checking the engine, never for speed. */
import {TIMED} from '../../../src/floor/agents.ts';
import type {Piece} from '../../../src/model/curves.ts';
import {ONE_AT_A_TIME} from '../../../src/routing/capacity/admission.ts';
import type {CapacitySpec} from '../../../src/routing/capacity/spec.ts';
import {type CentreSpec, FLAT, groupOfAgents, type ItemSpec, ownCurveOf, type RouteSpec} from '../centre.ts';

export interface RItem {
  readonly row: ItemSpec;
  readonly source: number;
  readonly number: number;
  readonly redial: number;
  readonly route: number;
  arrived: number;
  leaves: number;
  handle: number;
  wrapUp: number;
  serial: number;
  /** Process clock at arrival, credit apart. */
  clock: number;
  allowed: number;
  due: number;
  curve: readonly Piece[];
  /** Wall instant from which it counts as in routing. */
  entered: number;
  stage: number;
  targetsFrom: number;
  waitsFor: number;
  offered: number;
  status: 'coming' | 'waiting' | 'ringing' | 'working' | 'paused' | 'wrapping' | 'wrappingPaused' | 'gone';
  agent: RAgent | null;
  /** What is scheduled for it is void when it moves on. */
  stamp: number;
  notReadyMs: number;
  remaining: number;
  paced: number;
  rate: number;
  speed: number;
}

export interface RAgent {
  readonly id: number;
  readonly group: number;
  readonly rule: CapacitySpec;
  profile: number;
  since: number;
  /** Newest first. */
  hand: RItem[];
  onDuty: boolean;
  away: boolean;
  restsDue: number[];
  returnStamp: number;
  notReadyUntil: number;
  spell: number;
  nextRest: number;
  busy: number;
  ready: number;
  timed: number;
  timedAs: number;
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
  ruleOfGroup(group: number): CapacitySpec {
    return (this.spec.capacity ?? [ONE_AT_A_TIME])[this.spec.groups[group].capacity ?? 0];
  }

  /** Open time from 0 to a wall instant, on the clock of the item's process; negative before 0. */
  clock(item: RItem, wall: number): number {
    const open = this.intervals(item);
    if (open === null) return wall;
    let before = 0;
    for (const [from, to] of open)
      before += Math.max(0, Math.min(wall, to) - from) - Math.max(0, Math.min(0, to) - from);
    return before;
  }
  wallAt(item: RItem, clock: number): number {
    const open = this.intervals(item);
    if (open === null) return clock;
    let shown = this.clock(item, open[0][0]);
    for (const [from, to] of open) {
      if (clock <= shown + to - from) return from + clock - shown;
      shown += to - from;
    }
    return Infinity;
  }
  private intervals(item: RItem) {
    const clock = this.processOf(item).clock ?? 0;
    return clock === 0 ? null : (this.spec.clocks ?? [])[clock - 1];
  }
  rejects(item: RItem): boolean {
    const process = this.processOf(item);
    if (!process.rejects || !process.openClock || item.arrived < 0) return false;
    const open = (this.spec.clocks ?? [])[process.openClock - 1];
    return !open.some(([from, to]) => from <= item.arrived && item.arrived < to);
  }

  curveOf(item: RItem): readonly Piece[] {
    const process = this.processOf(item);
    const {initial = Number.NaN, due} = item.row;
    if (due === undefined || item.redial > 0) {
      return Number.isNaN(initial) ? (process.curve ?? FLAT) : ownCurveOf(process, {initial, allowedMs: Number.NaN});
    }
    return ownCurveOf(process, {initial, allowedMs: this.clock(item, due) - item.clock});
  }
  priority(item: RItem, now: number): number {
    const age = this.clock(item, now) - item.clock + (this.routeOf(item).creditMs ?? 0);
    const piece = item.curve.filter((p, i) => i === 0 || p.fromMs <= age).at(-1) as Piece;
    if (piece.slopePerMs === 0) return piece.value;
    const into = Math.max(0, age - piece.fromMs);
    if (piece.periodMs === 0) return piece.value + piece.slopePerMs * into;
    return piece.value + piece.slopePerMs * piece.periodMs * Math.floor(into / piece.periodMs);
  }

  reaches(item: RItem, profile: number): boolean {
    return this.routeOf(item).targets.some((target, k) => k <= item.stage && target.profiles.includes(profile));
  }
  innermost(item: RItem, profile: number): number {
    return this.routeOf(item).targets.findIndex((target, k) => k <= item.stage && target.profiles.includes(profile));
  }
  opensAt(item: RItem): number {
    const target = this.routeOf(item).targets[item.stage + 1];
    if (item.stage < 0) return item.targetsFrom + this.aloneMs(item);
    return target ? item.targetsFrom + (target.ms ?? 0) + Math.round((target.share ?? 0) * item.allowed) : Infinity;
  }
  aloneMs(item: RItem): number {
    const preferred = this.routeOf(item).preferred;
    return (preferred?.ms ?? 0) + Math.round((preferred?.share ?? 0) * item.allowed);
  }

  load(items: readonly RItem[]): number[] {
    return this.channels.map((_, channel) => items.filter((item) => this.channelOf(item) === channel).length);
  }
  /** Whether one more of `channel` may join a load. */
  admits(rule: CapacitySpec, load: readonly number[], channel: number): boolean {
    if (rule === ONE_AT_A_TIME) return load.every((count) => count === 0);
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
  isPaused(rule: CapacitySpec, load: readonly number[], channel: number): boolean {
    if (rule === ONE_AT_A_TIME) return false;
    const by = rule.channels[this.channels[channel]]?.interruptedBy ?? [];
    return load[channel] > 0 && by.some((name) => load[this.channels.indexOf(name)] > 0);
  }
  interrupts(agent: RAgent, channel: number): boolean {
    const load = this.load(agent.hand);
    const after = load.map((count, c) => (c === channel ? count + 1 : count));
    return this.channels.some((_, c) => this.isPaused(agent.rule, after, c) !== this.isPaused(agent.rule, load, c));
  }
  holdsFor(rule: CapacitySpec, channel: number): boolean {
    return rule.holdBackFor.includes(this.channels[channel]);
  }
  couldTakeFree(rule: CapacitySpec, channel: number): boolean {
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
    const {units, channels} = agent.rule;
    const load = this.load(agent.hand);
    const weight = (c: number) => (units ? (units.weights[this.channels[c]] ?? 0) : 1);
    const used = load.reduce((sum, count, c) => sum + count * weight(c), 0);
    const places = Object.values(channels).reduce((sum, {max}) => sum + max, 0);
    const room = agent.rule === ONE_AT_A_TIME ? 1 : (units?.total ?? places);
    const ranks = rule.map((criterion) => {
      if (criterion === 'longest-idle') return agent.since;
      if (criterion === 'least-active') return agent.hand.length;
      if (criterion === 'most-available') return used - room;
      if (criterion === 'best-skilled')
        return -(this.routeOf(item).levels?.[this.innermost(item, agent.profile)]?.[agent.profile] ?? 0);
      if (criterion === 'least-occupied') return this.occupancy(agent, now);
      throw new Error(`no ${criterion} here`);
    });
    return [this.interrupts(agent, channel) ? 1 : 0, ...ranks, agent.id];
  }
  private occupancy(agent: RAgent, now: number): number {
    const since = now - agent.timed;
    const busy = agent.busy + (agent.timedAs === TIMED.busy ? since : 0);
    const ready = agent.ready + (agent.timedAs === TIMED.ready ? since : 0);
    return busy === 0 ? 0 : busy / (busy + ready);
  }

  agents(): RAgent[] {
    return groupOfAgents(this.spec).map((group, id) => ({
      id,
      group,
      rule: this.ruleOfGroup(group),
      profile: this.spec.groups[group].profile ?? group,
      since: 0,
      hand: [],
      onDuty: this.spec.duty === undefined,
      away: false,
      restsDue: [],
      returnStamp: 0,
      notReadyUntil: -Infinity,
      spell: 0,
      nextRest: 0,
      busy: 0,
      ready: 0,
      timed: 0,
      timedAs: 0,
      told: 'off 0',
    }));
  }
}

/** First by lists of ranks. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
