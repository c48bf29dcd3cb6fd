/**
 * The obvious engine: plain objects, one list of events searched from end to end, and after every millisecond a rescan of
 * all items and all agents (rule R3). Written from the rules; the fast engine must tell the same story.
 */
import type {CentreSpec, ItemSpec} from '../centre.ts';
import {Commands} from './commands.ts';
import {compareRanks, type RAgent, type RItem} from './rules.ts';

/** Priorities this close are equal: what is equal on paper differs by rounding. */
const TIE = 1e-9;

export function rescan(spec: CentreSpec): string[] {
  return new Rescan(spec).run();
}

class Rescan extends Commands {
  private heldAtRest = new Set<string>();

  run(): string[] {
    const drains = this.spec.drains ?? true;
    for (const agent of this.agents) this.openDuty(agent);
    for (const source of this.spec.sources.keys()) this.scheduleArrival(source, 0);
    for (const source of this.spec.sources.keys()) this.scheduleCommand(source, 0);
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

  protected scheduleArrival(source: number, number: number): void {
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
  protected stopArrivals(admitting: boolean): void {
    this.arriving = false;
    this.admitting = admitting;
    if (this.spec.untilMs === undefined && this.spec.drains === false) this.limit = this.now + 1;
  }
  protected itemOf(row: ItemSpec, source: number, number: number, redial: number): RItem {
    const item: RItem = {
      row,
      source,
      number,
      redial,
      route: row.route ?? 0,
      initial: row.initial,
      own: redial === 0 ? row.due : undefined,
      visit: 0,
      answered: false,
      begun: 0,
      update: Infinity,
      final: false,
      arrived: 0,
      counts: 0,
      place: 0,
      leaves: row.patience ?? Infinity,
      handle: row.handle ?? 100,
      wrapUp: row.wrapUp ?? 0,
      serial: -1,
      clock: 0,
      allowed: 0,
      due: Infinity,
      priorityAt: () => 0,
      entered: 0,
      stage: 0,
      targetsFrom: 0,
      waitsFor: -1,
      offered: 0,
      status: 'coming',
      alone: undefined,
      stopped: null,
      isIn: false,
      tracks: [],
      raised: 0,
      sentTo: -1,
      sentAt: Number.NaN,
      parent: null,
      children: [],
      whenAllFinal: null,
      settled: null,
      opensAtEnd: [],
      heldBySource: null,
      parked: null,
      left: null,
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
  protected enter(item: RItem, arrived: number): void {
    const {rules} = this;
    const {active = arrived} = item.redial === 0 ? item.row : {};
    item.arrived = arrived;
    if (active === -Infinity) {
      item.serial = this.entered++;
      this.tell(item, 'created');
      this.tell(item, 'rejected');
      this.gone(item);
      return;
    }
    item.counts = Math.max(arrived, active);
    item.leaves += item.counts;
    item.serial = this.entered++;
    rules.promise(item, item.counts);
    this.tell(item, `created${item.due < Infinity ? ` due ${item.due}` : ''}`);
    if (rules.rejects(item)) {
      this.tell(item, 'rejected');
      this.gone(item);
      return;
    }
    if (item.counts > this.now) this.hold(item, item.counts, () => this.requeue(item, true));
    else if (item.counts > arrived) this.requeue(item, true);
    else {
      item.waitsFor = this.preferredOf(item);
      item.status = 'waiting';
      this.stand(item, 'queued');
      this.startTargets(item, item.clock);
      this.fresh.push(item);
    }
  }
  protected startTargets(item: RItem, from: number): void {
    item.targetsFrom = from;
    const skips = this.rules.routeOf(item).preferred?.skip && !this.agents[item.waitsFor]?.onDuty;
    item.stage = item.waitsFor >= 0 && !skips && this.rules.aloneMs(item) > 0 ? -1 : 0;
    this.openTargets(item);
  }
  protected openTargets(item: RItem): void {
    while (this.rules.opensAt(item) <= this.rules.clock(item, this.now)) {
      if (item.stage < 0) item.targetsFrom += this.rules.aloneMs(item);
      item.stage++;
    }
  }
  protected endAlone(item: RItem): void {
    if (item.stage >= 0) return;
    item.stage = 0;
    item.targetsFrom = this.rules.clock(item, this.now);
    this.openTargets(item);
  }

  protected scheduleTimer(item: RItem): void {
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
  protected abandon(item: RItem): void {
    this.tell(item, 'abandoned');
    this.gone(item);
    const {redial} = this.spec.sources[item.source];
    if (!redial || !this.admitting || item.redial + 1 > redial.atMost) return;
    const again = redial.draw(item.number, item.redial + 1);
    if (again === null) return;
    const next = this.itemOf(item.row, item.source, item.number, item.redial + 1);
    next.route = item.route;
    next.initial = item.initial;
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
  protected held(): Set<string> {
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
  protected profiles(): Map<number, RAgent['rule']> {
    const rules = new Map<number, RAgent['rule']>();
    this.agents.forEach((agent) => {
      rules.set(this.spec.groups[agent.group].profile ?? agent.group, agent.rule);
      for (const spell of this.spec.duty?.[agent.id].spells ?? [])
        if (spell.profile !== undefined) rules.set(spell.profile, agent.rule);
    });
    return rules;
  }
  protected isHeld(agent: RAgent): boolean {
    const held = this.held();
    return held.has(`@${agent.id}`) || held.has(`profile ${agent.profile}`);
  }
  protected holdEnded(): boolean {
    const held = this.held();
    const ended = [...this.heldAtRest].some((one) => !held.has(one));
    this.heldAtRest = new Set([...this.heldAtRest].filter((one) => held.has(one)));
    return ended;
  }
  protected mayTake(agent: RAgent, item: RItem): boolean {
    const channel = this.rules.channelOf(item);
    const takesOthers = this.spec.groups[agent.group].offers?.takesOthers ?? false;
    if (!agent.onDuty || agent.away || agent.restsDue.length > 0 || agent.notReadyUntil > this.now) return false;
    if (!takesOthers && agent.hand.some((one) => one.status === 'ringing')) return false;
    if (!this.rules.admits(agent.rule, this.rules.load(agent.hand), channel)) return false;
    return this.rules.holdsFor(agent.rule, channel) || !this.isHeld(agent);
  }
  protected bestAgent(item: RItem): RAgent | null {
    const {rules} = this;
    const preferred = this.agents[item.waitsFor];
    if (preferred && this.mayTake(preferred, item)) return preferred;
    const inner = rules.routeOf(item).inner !== false;
    let best: {agent: RAgent; ranks: number[]} | null = null;
    for (const agent of this.agents) {
      const target = rules.innermost(item, agent.profile);
      if (target < 0 || !this.mayTake(agent, item)) continue;
      const ranks = [inner ? target : 0, ...rules.ranks(item, agent, this.now)];
      if (best === null || compareRanks(ranks, best.ranks) < 0) best = {agent, ranks};
    }
    return best?.agent ?? null;
  }
  /** The first of those waiting that `may` be given. */
  protected bestItem(may: (item: RItem) => boolean): RItem | null {
    let best: RItem | null = null;
    let highest = 0;
    for (const item of this.waiting()) {
      const priority = this.rules.priority(item, this.now);
      if (best !== null && isAhead(item) !== isAhead(best)) {
        if (isAhead(best)) continue;
      } else if (best !== null) {
        const lead = priority - highest;
        const earlier = item.entered < best.entered || (item.entered === best.entered && item.serial < best.serial);
        if (lead < -TIE || (lead <= TIE && !earlier)) continue;
      }
      if (!may(item)) continue;
      best = item;
      highest = priority;
    }
    return best;
  }
  protected settle(): void {
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
  protected askInTurn(): void {
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
  protected tellAgent(agent: RAgent): void {
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
    if (agent.timedAs === 'busy') agent.busy += elapsed;
    if (agent.timedAs === 'ready') agent.ready += elapsed;
    agent.timed = this.now;
    agent.timedAs = state === 'busy' || state === 'overtime' ? 'busy' : state === 'ready' ? 'ready' : 'neither';
    this.lines.push(`${this.now} @${agent.id} ${told}`);
  }
}

/** Parked to be gone on with ahead of new work. */
const isAhead = (item: RItem): boolean => item.parked?.row.first ?? false;
