/**
 * The obvious engine: plain objects, one list of events searched from end to end, and after every millisecond a rescan of
 * all items and all agents (rule R3). Written from the rules; the fast engine must tell the same story.
 */
import {TIMED} from '../../src/floor/agents.ts';
import {TIE} from '../../src/floor/items.ts';
import type {AgentDuty, CentreSpec, ItemSpec} from './centre.ts';
import {itemName} from './journal.ts';
import {compareRanks, type RAgent, type RItem, Rules} from './rescanRules.ts';

type Kind =
  | 'leaves'
  | 'rests'
  | 'ends'
  | 'ringsOut'
  | 'comes'
  | 'returns'
  | 'ready'
  | 'timer'
  | 'arrival'
  | 'callsAgain'
  | 'measure';
const ORDER: readonly Kind[] = [
  'leaves',
  'rests',
  'ends',
  'ringsOut',
  'comes',
  'returns',
  'ready',
  'timer',
  'arrival',
  'callsAgain',
  'measure',
];
interface Event {
  readonly time: number;
  readonly rank: number;
  readonly sequence: number;
  readonly valid: () => boolean;
  readonly happen: () => void;
}

export function rescan(spec: CentreSpec): string[] {
  return new Rescan(spec).run();
}

class Rescan {
  private readonly lines: string[] = [];
  private readonly rules: Rules;
  private readonly agents: RAgent[];
  private readonly items: RItem[] = [];
  private readonly events: Event[] = [];
  private fresh: RItem[] = [];
  private sequence = 0;
  private now = 0;
  private entered = 0;
  private arrivals = 0;
  private sourcesLeft: number;
  private arriving = true;
  private admitting = true;
  private limit: number;
  private heldAtRest = new Set<string>();
  private heldNow: Set<string> | null = null;
  private readonly spec: CentreSpec;

  constructor(spec: CentreSpec) {
    this.spec = spec;
    this.rules = new Rules(spec);
    this.agents = this.rules.agents();
    this.limit = spec.untilMs ?? Infinity;
    this.sourcesLeft = spec.sources.length;
  }

  run(): string[] {
    const drains = this.spec.drains ?? true;
    for (const agent of this.agents) this.openDuty(agent);
    for (const source of this.spec.sources.keys()) this.scheduleArrival(source, 0);
    for (const [index, at] of (this.spec.measureAtMs ?? []).entries()) this.measureAt(at, index);
    if (!this.events.some((event) => event.time === 0)) this.settle();
    this.loop();
    if (drains && this.limit < Infinity) {
      this.stopArrivals(false);
      this.limit = Infinity;
      this.loop();
    }
    const horizon = this.spec.untilMs ?? 0;
    this.lines.push(`${this.limit < Infinity ? this.limit : Math.max(this.now, horizon)} closed`);
    return this.lines;
  }

  private loop(): void {
    for (;;) {
      if (
        !this.arriving &&
        this.limit === Infinity &&
        !this.items.some((i) => i.status !== 'gone' && (this.admitting || i.status !== 'coming'))
      )
        return;
      const next = this.next();
      if (next === null || next.time >= this.limit) return;
      this.events.splice(this.events.indexOf(next), 1);
      if (next.valid()) {
        this.now = next.time;
        next.happen();
        this.heldNow = null;
      }
      if ((this.next()?.time ?? Infinity) > this.now) this.settle();
    }
  }
  private next(): Event | null {
    let best: Event | null = null;
    for (const event of this.events) {
      if (
        best === null ||
        compareRanks([event.time, event.rank, event.sequence], [best.time, best.rank, best.sequence]) < 0
      )
        best = event;
    }
    return best;
  }
  private at(time: number, kind: Kind, happen: () => void, valid = (): boolean => true): void {
    this.events.push({time, rank: ORDER.indexOf(kind), sequence: this.sequence++, valid, happen});
  }
  private atItem(time: number, kind: Kind, item: RItem, happen: () => void): void {
    const {stamp} = item;
    this.at(Math.max(time, this.now), kind, happen, () => item.stamp === stamp);
  }
  private tell(item: RItem, what: string): void {
    this.lines.push(`${this.now} ${itemName(item.source, item.number, item.redial)} ${what}`);
  }
  private measureAt(at: number, index: number): void {
    this.at(at, 'measure', () => {
      this.settle();
      if ((this.next()?.time ?? Infinity) > this.now)
        this.lines.push(`${this.now} measured ${index}, waiting ${this.waiting().length}`);
      else this.measureAt(this.now, index);
    });
  }

  // Arrivals

  private scheduleArrival(source: number, number: number): void {
    const row = this.spec.sources[source].items[number];
    if (row && row.at < (this.spec.untilMs ?? Infinity)) {
      this.at(Math.max(row.at, this.now), 'arrival', () => {
        if (!this.arriving) return;
        if (++this.arrivals >= (this.spec.arrivals ?? Infinity)) this.stopArrivals(false);
        else this.scheduleArrival(source, number + 1);
        this.enter(this.itemOf(row, source, number, 0), row.at);
      });
    } else if (--this.sourcesLeft === 0 && this.spec.untilMs === undefined) this.stopArrivals(true);
  }
  private stopArrivals(admitting: boolean): void {
    this.arriving = false;
    this.admitting = admitting;
    if (this.spec.untilMs === undefined && this.spec.drains === false) this.limit = this.now + 1;
  }
  private itemOf(row: ItemSpec, source: number, number: number, redial: number): RItem {
    const item: RItem = {
      row,
      source,
      number,
      redial,
      route: row.route ?? 0,
      arrived: 0,
      leaves: row.patience ?? Infinity,
      handle: row.handle ?? 100,
      wrapUp: row.wrapUp ?? 0,
      serial: -1,
      clock: 0,
      allowed: 0,
      due: Infinity,
      curve: [],
      entered: 0,
      stage: 0,
      targetsFrom: 0,
      waitsFor: -1,
      offered: 0,
      status: 'coming',
      agent: null,
      stamp: 0,
      notReadyMs: 0,
      remaining: 0,
      paced: 0,
      rate: 0,
      speed: 1,
    };
    this.items.push(item);
    return item;
  }
  private enter(item: RItem, arrived: number): void {
    const {rules} = this;
    const route = rules.routeOf(item);
    item.arrived = arrived;
    item.leaves += arrived;
    item.serial = this.entered++;
    item.clock = rules.clock(item, arrived);
    const credit = route.creditMs ?? 0;
    item.entered = credit === 0 ? arrived : rules.wallAt(item, item.clock - credit);
    const sla = rules.processOf(item).slaMs;
    const own = item.redial === 0 ? item.row.due : undefined;
    item.due = own ?? (sla === undefined ? Infinity : rules.wallAt(item, item.clock + sla));
    item.allowed = own === undefined ? (sla ?? 0) : Math.max(0, rules.clock(item, own) - item.clock);
    item.curve = rules.curveOf(item);
    this.tell(item, `created${item.due < Infinity ? ` due ${item.due}` : ''}`);
    if (rules.rejects(item)) {
      this.tell(item, 'rejected');
      item.status = 'gone';
      return;
    }
    item.waitsFor = route.preferred ? (item.row.preferred ?? -1) : -1;
    item.status = 'waiting';
    this.startTargets(item, item.clock);
    this.fresh.push(item);
  }
  private startTargets(item: RItem, from: number): void {
    item.targetsFrom = from;
    const skips = this.rules.routeOf(item).preferred?.skip && !this.agents[item.waitsFor]?.onDuty;
    item.stage = item.waitsFor >= 0 && !skips && this.rules.aloneMs(item) > 0 ? -1 : 0;
    this.openTargets(item);
  }
  private openTargets(item: RItem): void {
    while (this.rules.opensAt(item) <= this.rules.clock(item, this.now)) {
      if (item.stage < 0) item.targetsFrom += this.rules.aloneMs(item);
      item.stage++;
    }
  }
  private endAlone(item: RItem): void {
    if (item.stage >= 0) return;
    item.stage = 0;
    item.targetsFrom = this.rules.clock(item, this.now);
    this.openTargets(item);
  }

  // Waiting

  private waiting(): RItem[] {
    return this.items.filter((item) => item.status === 'waiting');
  }
  private scheduleTimer(item: RItem): void {
    const opens =
      item.stage + 1 < this.rules.routeOf(item).targets.length
        ? this.rules.wallAt(item, this.rules.opensAt(item))
        : Infinity;
    const at = Math.min(item.leaves, opens);
    if (at === Infinity) return;
    this.atItem(at, 'timer', item, () => {
      if (this.now >= item.leaves) this.abandon(item);
      else {
        this.openTargets(item);
        this.fresh.push(item);
      }
    });
  }
  private abandon(item: RItem): void {
    this.tell(item, 'abandoned');
    item.status = 'gone';
    item.stamp++;
    const {redial} = this.spec.sources[item.source];
    if (!redial || !this.admitting || item.redial + 1 > redial.atMost) return;
    const again = redial.draw(item.number, item.redial + 1);
    if (again === null) return;
    const next = this.itemOf(item.row, item.source, item.number, item.redial + 1);
    next.handle = again.handleMs;
    next.wrapUp = again.wrapUpMs;
    next.leaves = again.patienceMs;
    this.at(this.now + again.afterMs, 'callsAgain', () => {
      if (this.admitting) this.enter(next, this.now);
      else next.status = 'gone';
    });
  }

  // Matching

  /** Profiles and agents held back now; worked out again after every change. */
  private held(): Set<string> {
    if (this.heldNow !== null) return this.heldNow;
    const held = new Set<string>();
    this.heldNow = held;
    if (!this.spec.capacity?.some((rule) => rule.holdBackFor.length > 0)) return held;
    const {rules} = this;
    for (const item of this.waiting()) {
      const channel = rules.channelOf(item);
      for (const agent of this.agents) {
        if (!rules.holdsFor(agent.rule, channel) || !rules.couldTakeFree(agent.rule, channel)) continue;
        if (item.waitsFor === agent.id) held.add(`@${agent.id}`);
      }
      for (const [profile, rule] of this.profiles()) {
        if (!rules.holdsFor(rule, channel) || !rules.couldTakeFree(rule, channel)) continue;
        if (item.stage >= 0 && rules.reaches(item, profile)) held.add(`profile ${profile}`);
      }
    }
    return held;
  }
  private profiles(): Map<number, RAgent['rule']> {
    const rules = new Map<number, RAgent['rule']>();
    this.agents.forEach((agent) => {
      rules.set(this.spec.groups[agent.group].profile ?? agent.group, agent.rule);
      for (const spell of this.spec.duty?.[agent.id].spells ?? [])
        if (spell.profile !== undefined) rules.set(spell.profile, agent.rule);
    });
    return rules;
  }
  private isHeld(agent: RAgent): boolean {
    const held = this.held();
    return held.has(`@${agent.id}`) || held.has(`profile ${agent.profile}`);
  }
  private holdEnded(): boolean {
    const held = this.held();
    const ended = [...this.heldAtRest].some((one) => !held.has(one));
    this.heldAtRest = new Set([...this.heldAtRest].filter((one) => held.has(one)));
    return ended;
  }
  private mayTake(agent: RAgent, item: RItem): boolean {
    const channel = this.rules.channelOf(item);
    const takesOthers = this.spec.groups[agent.group].offers?.takesOthers ?? false;
    if (!agent.onDuty || agent.away || agent.restsDue.length > 0 || agent.notReadyUntil > this.now) return false;
    if (!takesOthers && agent.hand.some((one) => one.status === 'ringing')) return false;
    if (!this.rules.admits(agent.rule, this.rules.load(agent.hand), channel)) return false;
    return this.rules.holdsFor(agent.rule, channel) || !this.isHeld(agent);
  }
  private bestAgent(item: RItem): RAgent | null {
    const {rules} = this;
    const preferred = this.agents[item.waitsFor];
    if (preferred && this.mayTake(preferred, item)) return preferred;
    const inner = rules.routeOf(item).inner !== false;
    const able = this.agents.filter((agent) => rules.reaches(item, agent.profile) && this.mayTake(agent, item));
    const ranks = (agent: RAgent) => [
      inner ? rules.innermost(item, agent.profile) : 0,
      ...rules.ranks(item, agent, this.now),
    ];
    return able.sort((a, b) => compareRanks(ranks(a), ranks(b)))[0] ?? null;
  }
  /** The first by priority of those waiting that `may` be given. */
  private bestItem(may: (item: RItem) => boolean): RItem | null {
    let best: RItem | null = null;
    for (const item of this.waiting()) {
      if (best !== null) {
        const lead = this.rules.priority(item, this.now) - this.rules.priority(best, this.now);
        const earlier = item.entered < best.entered || (item.entered === best.entered && item.serial < best.serial);
        if (lead < -TIE || (lead <= TIE && !earlier)) continue;
      }
      if (may(item)) best = item;
    }
    return best;
  }
  private settle(): void {
    this.heldNow = null;
    const inTurn = (this.spec.capacity ?? [])
      .filter((rule) => rule.holdBackFor.length > 0)
      .some((rule) => rule.afterHold === 'agents');
    if (this.holdEnded() && inTurn) this.askInTurn();
    for (;;) {
      const item = this.bestItem((one) => this.bestAgent(one) !== null);
      const agent = item && this.bestAgent(item);
      if (!item || !agent) break;
      this.give(item, agent);
      if (this.holdEnded() && inTurn) this.askInTurn();
    }
    this.heldAtRest = this.held();
    for (const item of this.fresh) if (item.status === 'waiting') this.scheduleTimer(item);
    this.fresh = [];
    for (const agent of this.agents) this.tellAgent(agent);
  }
  private askInTurn(): void {
    do {
      for (const agent of this.agents) {
        for (;;) {
          const reached = (item: RItem) => item.waitsFor === agent.id || this.rules.reaches(item, agent.profile);
          const item = this.bestItem((one) => reached(one) && this.mayTake(agent, one));
          if (!item) break;
          this.give(item, agent);
        }
      }
    } while (this.holdEnded());
  }
  private tellAgent(agent: RAgent): void {
    const ringing = agent.hand.filter((item) => item.status === 'ringing').length;
    const working = agent.hand.length - ringing;
    let state = agent.notReadyUntil > this.now ? 'notReady' : 'ready';
    if (agent.away || agent.restsDue.length > 0) state = 'resting';
    if (!agent.onDuty) state = 'off';
    if (ringing > 0) state = 'ringing';
    if (working > 0) state = agent.onDuty ? 'busy' : 'overtime';
    const told = `${state} ${agent.hand.length}`;
    if (told === agent.told) return;
    agent.told = told;
    const elapsed = this.now - agent.timed;
    if (agent.timedAs === TIMED.busy) agent.busy += elapsed;
    if (agent.timedAs === TIMED.ready) agent.ready += elapsed;
    agent.timed = this.now;
    agent.timedAs =
      state === 'busy' || state === 'overtime' ? TIMED.busy : state === 'ready' ? TIMED.ready : TIMED.neither;
    this.lines.push(`${this.now} @${agent.id} ${told}`);
  }

  // In hand

  private give(item: RItem, agent: RAgent): void {
    this.heldNow = null;
    const offers = this.spec.groups[agent.group].offers;
    const target = this.rules.innermost(item, agent.profile);
    item.stamp++;
    item.agent = agent;
    agent.since = this.now;
    agent.hand.unshift(item);
    if (!offers) {
      this.answer(item, agent, target);
      return;
    }
    const missed = offers.missed?.(item.source, item.number, item.offered++, agent.id) ?? false;
    this.tell(item, `offered @${agent.id}`);
    const ringMs = (missed ? (offers.missedAfterMs ?? offers.ringMs) : offers.ringMs) ?? 0;
    if (!missed && ringMs === 0) {
      this.answer(item, agent, target);
      return;
    }
    item.status = 'ringing';
    this.atItem(this.now + ringMs, 'ringsOut', item, () => {
      item.stamp++;
      if (missed) this.miss(item, agent, offers.notReadyMs ?? 0);
      else {
        agent.since = this.now;
        this.answer(item, agent, target);
      }
    });
    if (item.leaves < Infinity) {
      this.atItem(item.leaves, 'timer', item, () => {
        this.letGo(item, agent);
        this.abandon(item);
      });
    }
  }
  private miss(item: RItem, agent: RAgent, notReadyMs: number): void {
    this.tell(item, `missed @${agent.id}`);
    const until = this.now + notReadyMs;
    if (notReadyMs > 0 && until > agent.notReadyUntil) {
      agent.notReadyUntil = until;
      this.at(until, 'ready', () => {
        if (agent.notReadyUntil <= this.now) agent.since = this.now;
      });
    }
    this.letGo(item, agent);
    item.agent = null;
    if (item.leaves <= this.now) {
      this.abandon(item);
      return;
    }
    item.status = 'waiting';
    if (item.waitsFor === agent.id) item.waitsFor = -1;
    if (this.rules.routeOf(item).restarts) this.startTargets(item, this.rules.clock(item, this.now));
    else if (item.waitsFor < 0) this.endAlone(item);
    this.openTargets(item);
    this.fresh.push(item);
  }
  private answer(item: RItem, agent: RAgent, target: number): void {
    const priority = Number(this.rules.priority(item, this.now).toFixed(6));
    this.tell(item, `answered @${agent.id} target ${target} at ${priority}`);
    item.status = 'working';
    // Newest answered first, as the engine keeps them: the order in which paces are set.
    agent.hand = [item, ...agent.hand.filter((one) => one !== item)];
    this.start(item, agent, item.handle);
  }
  private start(item: RItem, agent: RAgent, effort: number): void {
    item.remaining = effort;
    item.paced = this.now;
    item.rate = 0;
    item.speed = this.spec.speeds?.[agent.profile] ?? 1;
    this.pace(agent);
  }
  private pace(agent: RAgent): void {
    const working = agent.hand.filter((item) => item.status !== 'ringing');
    const load = this.rules.load(working);
    for (const item of working) {
      const paused = this.rules.isPaused(agent.rule, load, this.rules.channelOf(item));
      if (paused && item.status === 'working') {
        this.workOff(item, 0);
        item.status = 'paused';
        this.tell(item, `paused @${agent.id}`);
      } else if (paused && item.status === 'wrapping') {
        this.workOff(item, 0);
        item.status = 'wrappingPaused';
      } else if (!paused && item.status === 'paused') {
        item.status = 'working';
        item.paced = this.now;
        this.tell(item, `resumed @${agent.id}`);
      } else if (!paused && item.status === 'wrappingPaused') {
        item.status = 'wrapping';
        item.paced = this.now;
      }
    }
    const n = working.filter((item) => item.status === 'working' && this.spec.sources[item.source].concurrent).length;
    for (const item of working) {
      if (item.status !== 'working' && item.status !== 'wrapping') continue;
      const source = this.spec.sources[item.source];
      const slowed = item.status === 'working' && source.concurrent && n > 1;
      const rate = slowed ? item.speed * n ** -(source.slowdown ?? 0) : item.speed;
      if (rate === item.rate) continue;
      this.workOff(item, rate);
      this.atItem(this.now + Math.floor(item.remaining / rate + 0.5), 'ends', item, () => this.end(item, agent));
    }
  }
  private workOff(item: RItem, rate: number): void {
    item.remaining = Math.max(0, item.remaining - (this.now - item.paced) * item.rate);
    item.paced = this.now;
    item.rate = rate;
    item.stamp++;
  }
  private end(item: RItem, agent: RAgent): void {
    if (item.status === 'working') {
      this.tell(item, `completed @${agent.id}`);
      if (item.wrapUp > 0) {
        item.status = 'wrapping';
        item.stamp++;
        this.start(item, agent, item.wrapUp);
        return;
      }
    }
    item.status = 'gone';
    item.stamp++;
    this.letGo(item, agent);
  }
  private letGo(item: RItem, agent: RAgent): void {
    agent.hand = agent.hand.filter((one) => one !== item);
    agent.since = this.now;
    if (item.status !== 'ringing') this.pace(agent);
    this.beginRest(agent);
  }

  // Presence

  private openDuty(agent: RAgent): void {
    const duty = this.dutyOf(agent);
    if (!duty) return;
    agent.spell = duty.spells.findIndex((spell) => spell.to > 0);
    if (agent.spell < 0) agent.spell = duty.spells.length;
    this.scheduleSpell(agent);
  }
  private dutyOf(agent: RAgent): AgentDuty | undefined {
    return this.spec.duty?.[agent.id];
  }
  private scheduleSpell(agent: RAgent): void {
    const spell = this.dutyOf(agent)?.spells[agent.spell];
    if (!spell) return;
    const come = (): void => {
      agent.onDuty = true;
      agent.profile = spell.profile ?? this.spec.groups[agent.group].profile ?? agent.group;
      agent.since = this.now;
      agent.busy = agent.ready = 0;
      agent.timed = this.now;
      this.spellBegins(agent, spell);
    };
    if (spell.from <= this.now) come();
    else this.at(spell.from, 'comes', come);
  }
  private spellBegins(agent: RAgent, spell: AgentDuty['spells'][number]): void {
    if (spell.to < Infinity) this.at(spell.to, 'leaves', () => this.leave(agent));
    for (const rest of this.dutyOf(agent)?.rests ?? []) {
      if (rest.to <= 0 || rest.from >= spell.to || Math.max(0, rest.from) < Math.max(0, spell.from)) continue;
      this.at(Math.max(this.now, rest.from), 'rests', () => {
        agent.restsDue.push((this.dutyOf(agent)?.rests ?? []).indexOf(rest));
        this.beginRest(agent);
      });
    }
  }
  private leave(agent: RAgent): void {
    const next = this.dutyOf(agent)?.spells[++agent.spell];
    if (next && next.from <= this.now) {
      agent.profile = next.profile ?? this.spec.groups[agent.group].profile ?? agent.group;
      this.spellBegins(agent, next);
      return;
    }
    agent.onDuty = false;
    agent.away = false;
    agent.restsDue = [];
    agent.returnStamp++;
    this.scheduleSpell(agent);
    for (const item of this.waiting()) {
      if (item.stage >= 0 || item.waitsFor !== agent.id || !this.rules.routeOf(item).preferred?.skip) continue;
      item.stamp++;
      this.endAlone(item);
      this.fresh.push(item);
    }
  }
  private beginRest(agent: RAgent): void {
    while (agent.hand.length === 0 && !agent.away && agent.restsDue.length > 0) {
      const rest = (this.dutyOf(agent)?.rests ?? [])[agent.restsDue.shift() ?? -1];
      const until = rest.onTime ? rest.to : this.now + rest.to - Math.max(0, rest.from);
      if (until <= this.now) continue;
      const stamp = ++agent.returnStamp;
      agent.away = true;
      const returned = (): void => {
        agent.away = false;
        agent.since = this.now;
        this.beginRest(agent);
      };
      this.at(until, 'returns', returned, () => agent.returnStamp === stamp);
    }
  }
}
