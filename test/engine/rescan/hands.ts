/** Items in agents' hands, and agents who come, rest and leave, in the obvious engine. */
import type {AgentDuty} from '../centre.ts';
import {shown} from '../journal.ts';
import type {RAgent, RItem} from './rules.ts';
import {Timeline} from './timeline.ts';

export abstract class Hands extends Timeline {
  protected abstract startTargets(item: RItem, from: number): void;
  protected abstract openTargets(item: RItem): void;
  protected abstract endAlone(item: RItem): void;
  protected abstract abandon(item: RItem): void;
  /** Whether the item is complete when this visit's handling ends; and where it goes when it is not. */
  protected abstract isDone(item: RItem): boolean;
  protected abstract goesOn(item: RItem, agent: RAgent): void;
  /** Wrapped up, it stays in the agent's hands until its source says that it is done. */
  protected abstract stays(item: RItem): boolean;
  /** It is done with, for good or bad: who waits for it need not any more. */
  protected abstract isFinal(item: RItem): void;
  /** Complete, and wrapped up. */
  protected abstract closed(item: RItem): void;
  /** A visit begins. */
  protected abstract begins(item: RItem): void;
  /** An agent has come or left: what he has parked is looked at again. */
  protected abstract lookAtParked(agent: RAgent): void;

  protected give(item: RItem, agent: RAgent): void {
    this.heldNow = null;
    const offers = this.spec.groups[agent.group].offers;
    const target = this.rules.innermost(item, agent.profile);
    item.stamp++;
    item.agent = agent;
    agent.since = this.now;
    agent.hand.unshift(item);
    if (!offers || item.parked) {
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
  protected miss(item: RItem, agent: RAgent, notReadyMs: number): void {
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
  protected answer(item: RItem, agent: RAgent, target: number): void {
    const priority = shown(this.rules.priority(item, this.now));
    this.tell(item, `${item.answered ? 'again' : 'answered'} @${agent.id} target ${target} at ${priority}`);
    if (this.lives) {
      item.begun = this.now;
      item.answered = true;
      item.leaves = Infinity;
      this.stand(item, 'assigned');
      this.begins(item);
    }
    item.status = 'working';
    // Newest answered first, as the engine keeps them: the order in which paces are set.
    agent.hand = [item, ...agent.hand.filter((one) => one !== item)];
    this.start(item, agent, item.handle);
  }
  protected start(item: RItem, agent: RAgent, effort: number): void {
    item.remaining = effort;
    item.paced = this.now;
    item.rate = 0;
    item.speed = this.spec.speeds?.[agent.profile] ?? 1;
    this.pace(agent);
  }
  protected pace(agent: RAgent): void {
    const working = agent.hand.filter((item) => item.status !== 'ringing' && item.status !== 'kept');
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
  protected workOff(item: RItem, rate: number): void {
    item.remaining = Math.max(0, item.remaining - (this.now - item.paced) * item.rate);
    item.paced = this.now;
    item.rate = rate;
    item.stamp++;
  }
  protected end(item: RItem, agent: RAgent): void {
    if (item.status === 'working') {
      item.final = this.isDone(item);
      this.tell(item, `${item.final ? 'completed' : 'handled'} @${agent.id}`);
      if (item.final) {
        this.isFinal(item);
        this.comesToStand(item, 'completed');
      }
      if (item.wrapUp > 0) {
        item.status = 'wrapping';
        item.stamp++;
        this.start(item, agent, item.wrapUp);
        return;
      }
    }
    if (!item.final && this.stays(item)) {
      item.status = 'kept';
      item.stamp++;
      this.pace(agent);
      return;
    }
    item.status = 'gone';
    item.stamp++;
    this.letGo(item, agent);
    if (item.final) this.closed(item);
    else this.goesOn(item, agent);
  }
  protected letGo(item: RItem, agent: RAgent): void {
    agent.hand = agent.hand.filter((one) => one !== item);
    agent.since = this.now;
    if (item.status !== 'ringing') this.pace(agent);
    this.beginRest(agent);
  }

  protected openDuty(agent: RAgent): void {
    const duty = this.dutyOf(agent);
    if (!duty) return;
    agent.spell = duty.spells.findIndex((spell) => spell.to > 0);
    if (agent.spell < 0) agent.spell = duty.spells.length;
    this.scheduleSpell(agent);
  }
  /** Off duty, and on duty no more. */
  protected isGone(agent: RAgent): boolean {
    return !agent.onDuty && agent.spell >= (this.dutyOf(agent)?.spells.length ?? 0);
  }
  protected dutyOf(agent: RAgent): AgentDuty | undefined {
    return this.spec.duty?.[agent.id];
  }
  protected scheduleSpell(agent: RAgent): void {
    const spell = this.dutyOf(agent)?.spells[agent.spell];
    if (!spell) return;
    const come = (): void => {
      agent.onDuty = true;
      agent.profile = spell.profile ?? this.spec.groups[agent.group].profile ?? agent.group;
      agent.since = this.now;
      agent.busy = agent.ready = 0;
      agent.timed = this.now;
      this.spellBegins(agent, spell);
      this.lookAtParked(agent);
    };
    if (spell.from <= this.now) come();
    else this.at(spell.from, 'comes', come);
  }
  protected spellBegins(agent: RAgent, spell: AgentDuty['spells'][number]): void {
    if (spell.to < Infinity) this.at(spell.to, 'leaves', () => this.leave(agent));
    for (const rest of this.dutyOf(agent)?.rests ?? []) {
      if (rest.to <= 0 || rest.from >= spell.to || Math.max(0, rest.from) < Math.max(0, spell.from)) continue;
      this.at(Math.max(this.now, rest.from), 'rests', () => {
        agent.restsDue.push((this.dutyOf(agent)?.rests ?? []).indexOf(rest));
        this.beginRest(agent);
      });
    }
  }
  protected leave(agent: RAgent): void {
    const next = this.dutyOf(agent)?.spells[++agent.spell];
    if (next && next.from <= this.now) {
      agent.profile = next.profile ?? this.spec.groups[agent.group].profile ?? agent.group;
      this.spellBegins(agent, next);
      return;
    }
    agent.onDuty = false;
    agent.offSince = this.now;
    agent.away = false;
    agent.restsDue = [];
    agent.returnStamp++;
    this.scheduleSpell(agent);
    for (const item of this.waiting()) {
      if (item.parked || item.stage >= 0 || item.waitsFor !== agent.id) continue;
      const leftForGood = item.alone !== undefined && this.isGone(agent);
      if (!leftForGood && !this.rules.routeOf(item).preferred?.skip) continue;
      item.stamp++;
      this.endAlone(item);
      this.fresh.push(item);
    }
    this.lookAtParked(agent);
  }
  protected beginRest(agent: RAgent): void {
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
