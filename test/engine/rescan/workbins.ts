/** What agents have parked, in the obvious engine: an agent goes on with it himself, or it is taken from him. */
import {Lives} from './lives.ts';
import type {Parked, RAgent, RItem} from './rules.ts';

export abstract class Workbins extends Lives {
  private order = 0;

  /** Of a visit that will end by parking a share of the effort is left, and the wrap-up comes with it. */
  protected begins(item: RItem): void {
    if (item.parked) this.takeFromBin(item);
    const outcome = this.outcomeOf(item);
    if (outcome.kind !== 'park' || Number.isNaN(outcome.left)) return;
    const left = Math.round(item.handle * outcome.left);
    item.left = {handle: left, wrapUp: item.wrapUp};
    item.handle -= left;
    item.wrapUp = 0;
  }
  protected park(item: RItem, agent: RAgent, row: Parked['row']): void {
    const readyAt = this.now + this.span(item, row.forSpan);
    if (item.left) {
      item.visit++;
      item.handle = item.left.handle;
      item.wrapUp = item.left.wrapUp;
      item.left = null;
    } else this.beginVisit(item);
    if (this.standsAside(item)) return;
    item.status = 'held';
    this.stand(item, 'held');
    this.putInBin(item, {agent, row, readyAt, before: null, order: 0});
    this.look(item);
  }
  protected putInBin(item: RItem, parked: Parked): void {
    item.parked = {...parked, order: this.order++};
    this.tell(item, `into workbin @${parked.agent.id}`);
  }
  /** It waits for what it waited for before. */
  protected takeFromBin(item: RItem): void {
    if (!item.parked) return;
    this.tell(item, `out of workbin @${item.parked.agent.id}`);
    Object.assign(item, item.parked.before ?? {});
    item.parked = null;
  }
  protected lookAtParked(agent: RAgent): void {
    const his = this.items.filter((item) => item.parked?.agent === agent);
    for (const item of his.sort((a, b) => (a.parked?.order ?? 0) - (b.parked?.order ?? 0))) this.look(item);
  }
  /** Its time has come, its agent is away for too long, or something will be so later. */
  protected look(item: RItem): void {
    const {parked} = item;
    if (!parked) return;
    item.stamp++;
    if (this.takenFromHimAt(parked) <= this.now) {
      const colleague = parked.row.toColleague ? this.colleagueFor(item, parked.agent) : null;
      this.takeFromBin(item);
      if (!colleague) {
        this.requeue(item);
        return;
      }
      item.status = 'held';
      this.putInBin(item, {...parked, agent: colleague, before: null});
    }
    this.makeReady(item);
    if (!item.parked) return;
    const next = Math.min(this.takenFromHimAt(item.parked), item.parked.before ? Infinity : item.parked.readyAt);
    if (next < Infinity) this.atItem(next, 'life', item, () => this.look(item));
  }
  private makeReady(item: RItem): void {
    const {parked} = item;
    if (!parked || parked.before || parked.readyAt > this.now) return;
    const {stage, waitsFor, targetsFrom} = item;
    item.parked = {...parked, before: {stage, waitsFor, targetsFrom}};
    item.status = 'waiting';
    item.stage = -1;
    item.waitsFor = parked.agent.id;
    item.targetsFrom = Infinity;
    this.fresh.push(item);
  }
  /** Who never comes back keeps nothing. */
  private takenFromHimAt({agent, row}: Parked): number {
    if (agent.onDuty) return Infinity;
    return agent.offSince + (this.isGone(agent) ? 0 : row.returnAfterMs);
  }
  /** Of those on duty whom its open targets reach, and who may take its channel: who has least, parked and in hand. */
  private colleagueFor(item: RItem, not: RAgent): RAgent | null {
    const stage = Math.max(0, item.parked?.before?.stage ?? item.stage);
    const has = (agent: RAgent) =>
      agent.hand.length + this.items.filter((one) => one.parked?.agent === agent && one.status !== 'gone').length;
    const able = this.agents.filter(
      (agent) =>
        agent !== not &&
        agent.onDuty &&
        this.rules.couldTakeFree(agent.rule, this.rules.channelOf(item)) &&
        this.rules.routeOf(item).targets.some((target, k) => k <= stage && this.rules.wants(target, agent.profile)),
    );
    return able.reduce<RAgent | null>((best, agent) => (!best || has(agent) < has(best) ? agent : best), null);
  }
}
