/** What becomes of items after handling, in the obvious engine. */
import type {Conversion} from '../../../src/model/leads.ts';
import type {OutcomeRow} from '../../../src/model/life.ts';
import type {Brought, Moved, Moves} from '../../../src/model/moves.ts';
import type {LifeSpec} from '../centre.ts';
import {Milestones} from './milestones.ts';
import type {RAgent, RItem} from './rules.ts';

/** What items bring means nothing to either engine. */
const BROUGHT: Brought = {channel: '', attributes: {}, priority: Number.NaN};

export type Row<Kind extends OutcomeRow['kind']> = Extract<OutcomeRow, {kind: Kind}>;

export abstract class Lives extends Milestones {
  protected abstract park(item: RItem, agent: RAgent, row: Row<'park'>): void;
  protected abstract takeFromBin(item: RItem): void;
  protected abstract workOrder(item: RItem, agent: RAgent, row: Row<'workOrder'>): void;
  /** Opens the next items of sources; the item waits for them, or not. */
  protected abstract open(item: RItem, sources: readonly number[], waits: boolean): void;

  protected isDone(item: RItem): boolean {
    if (!this.spec.sources[item.source].life || item.update === -Infinity) return true;
    if (this.converts(item)) return true;
    const outcome = this.outcomeOf(item);
    if (outcome.kind === 'complete') return outcome.confirmedSpan < 0 && !outcome.stays;
    if (outcome.kind !== 'workOrder' || outcome.waits || outcome.confirmedSpan >= 0) return false;
    item.opensAtEnd = outcome.opens;
    return true;
  }
  /** A contact with a lead converts: a draw against the share at the lead's age when it began, on the wall. */
  private converts(item: RItem): boolean {
    const {conversion, draws} = this.lifeOf(item);
    if (!conversion || !draws.lead) return false;
    return draws.lead.luck(item.number, item.redial, item.visit) < shareAt(conversion, item.begun - item.arrived);
  }
  protected stays(item: RItem): boolean {
    if (item.update === -Infinity) return false;
    const outcome = this.outcomeOf(item);
    if (outcome.kind !== 'complete' || !outcome.stays) return false;
    const {confirmedSpan} = outcome;
    this.expectUpdate(item, confirmedSpan < 0 ? Infinity : this.now + this.span(item, confirmedSpan));
    return true;
  }
  protected goesOn(item: RItem, agent: RAgent): void {
    item.agent = null;
    if (item.update === -Infinity) {
      this.complete(item);
      return;
    }
    const outcome = this.outcomeOf(item);
    switch (outcome.kind) {
      case 'complete':
        this.awaitUpdate(item, this.now + this.span(item, outcome.confirmedSpan));
        break;
      case 'markDone':
        this.awaitUpdate(item, Infinity);
        break;
      case 'park':
        this.park(item, agent, outcome);
        break;
      case 'reschedule':
        this.reschedule(item, outcome);
        break;
      case 'comesBack':
        this.hold(item, this.now + this.span(item, outcome.afterSpan), () => this.comeAgain(item));
        break;
      case 'reclassify':
        this.reclassify(item, outcome);
        break;
      case 'transfer':
        this.transfer(item, outcome);
        break;
      case 'pending':
        this.pending(item, agent, outcome);
        break;
      case 'workOrder':
        this.workOrder(item, agent, outcome);
        break;
    }
  }

  protected lifeOf(item: RItem): LifeSpec {
    const {life} = this.spec.sources[item.source];
    if (!life) throw new Error('a source without a life');
    return life;
  }
  protected outcomeOf(item: RItem): OutcomeRow {
    if (item.settled) return item.settled;
    const {outcomes, draws} = this.lifeOf(item);
    return outcomes[draws.outcome(item.number, item.redial, item.visit)];
  }
  protected span(item: RItem, span: number): number {
    return this.lifeOf(item).draws.spanMs(item.number, item.redial, item.visit, span);
  }
  /** Done, in nobody's hands. */
  protected complete(item: RItem): void {
    this.tell(item, 'completed @-1');
    this.comesToStand(item, 'completed');
    this.gone(item);
  }
  protected gone(item: RItem): void {
    item.status = 'gone';
    item.stamp++;
    this.endMilestones(item);
    this.isFinal(item);
  }
  /** Aside, until a wall instant. */
  protected hold(item: RItem, until: number, then: () => void): void {
    item.status = 'held';
    this.stand(item, 'held');
    if (until < Infinity) this.atItem(until, 'life', item, then);
  }

  /** The agent is done, the source has not said so yet. */
  protected awaitUpdate(item: RItem, comes: number): void {
    item.status = 'awaiting';
    this.stand(item, 'awaiting');
    this.expectUpdate(item, comes);
    const until = this.rules.clock(item, this.now) + (this.rules.processOf(item).confirmMs ?? Infinity);
    const comesBack = until < Infinity ? this.rules.wallAt(item, until) : Infinity;
    if (comesBack < Infinity) this.atItem(comesBack, 'life', item, () => this.comeAgain(item));
  }
  private expectUpdate(item: RItem, comes: number): void {
    if (comes >= item.update) return;
    item.update = comes;
    this.at(
      comes,
      'updates',
      () => this.updated(item),
      () => item.update === comes && item.status !== 'gone',
    );
  }
  /** The first update counts, wherever the item is. An agent who has it in hand finishes. */
  protected updated(item: RItem): void {
    if (item.status === 'kept' && item.agent) {
      this.letGo(item, item.agent);
      this.complete(item);
    } else if (this.withdraw(item)) this.complete(item);
    else item.update = -Infinity;
  }
  /** Out of line, out of ringing, or from where it is aside; false where an agent has it in hand. */
  protected withdraw(item: RItem): boolean {
    if (!['waiting', 'ringing', 'awaiting', 'held'].includes(item.status)) return false;
    item.stamp++;
    if (item.status === 'ringing' && item.agent) this.letGo(item, item.agent);
    if (item.parked) this.takeFromBin(item);
    this.goOnAging(item);
    return true;
  }

  /** Put off: age, place and due date count from activation on. */
  protected reschedule(item: RItem, {activateSpan, slaMs}: Row<'reschedule'>): void {
    const after = activateSpan < 0 ? 0 : this.span(item, activateSpan);
    this.beginAnew(item, this.now + after, slaMs);
    const back = (): void => this.comeAgain(item, true);
    if (after > 0) this.hold(item, this.now + after, back);
    else back();
  }
  protected beginAnew(item: RItem, from: number, slaMs = Number.NaN): void {
    const dueBefore = item.due;
    item.counts = from;
    item.own = Number.isNaN(slaMs) ? undefined : this.rules.wallAt(item, this.rules.clock(item, from) + slaMs);
    this.rules.promise(item, from);
    if (item.due !== dueBefore) this.tell(item, `due ${item.due}`);
  }

  /** It was the wrong kind of work. */
  protected reclassify(item: RItem, {outcome, restarts}: Row<'reclassify'>): void {
    const before = item.route;
    const {number, redial, visit} = item;
    this.move(item, this.moves(item).reclassified(BROUGHT, outcome, number, redial, visit));
    if (restarts) this.beginAnew(item, this.now);
    else this.promiseAnew(item, item.place);
    this.comeAgain(item, restarts || item.route !== before || undefined);
  }
  /** Handed over, where it enters routing anew: at once, or after a while. */
  protected transfer(item: RItem, {outcome, keepsPlace, afterSpan}: Row<'transfer'>): void {
    const arrives = (): void => {
      this.move(
        item,
        this.moves(item).transferred(BROUGHT, outcome, (this.rules.routeOf(item).process as number) ?? 0),
      );
      this.promiseAnew(item, keepsPlace ? item.place : this.now);
      this.comeAgain(item, true);
    };
    if (afterSpan < 0) arrives();
    else this.hold(item, this.now + this.span(item, afterSpan), arrives);
  }
  protected moves(item: RItem): Moves {
    const {moves} = this.lifeOf(item);
    if (!moves) throw new Error('items that move nowhere');
    return moves;
  }
  protected move(item: RItem, {route, initial}: Moved): void {
    const elsewhere = this.spec.routes[route].process !== this.rules.routeOf(item).process;
    if (elsewhere) this.leavesProcess(item);
    item.route = route;
    if (elsewhere) this.entersProcess(item, this.now);
    item.initial = Number.isNaN(initial) ? undefined : initial;
  }
  protected promiseAnew(item: RItem, place: number): void {
    const dueBefore = item.due;
    this.rules.promise(item, place);
    if (item.due !== dueBefore) this.tell(item, `due ${item.due}`);
  }

  /** Waits for the customer, who replies, perhaps with what somebody has to handle first; else it is closed. */
  protected pending(item: RItem, agent: RAgent, row: Row<'pending'>): void {
    const reply = this.span(item, row.replySpan);
    const resumes = (): void => {
      this.goOnAging(item);
      this.beginVisit(item);
      this.requeueFor(item, row.sameAgent ? agent : null, row.waitForAgentMs);
    };
    if (row.stops) this.standStill(item);
    this.hold(item, this.now + Math.min(reply, row.closeAfterMs), () => {
      if (reply > row.closeAfterMs) {
        this.goOnAging(item);
        this.tell(item, 'lapses');
        this.complete(item);
      } else if (row.opens.length > 0) {
        item.whenAllFinal = resumes;
        this.open(item, row.opens, true);
      } else resumes();
    });
  }
  protected standStill(item: RItem): void {
    item.stopped = {since: this.now, due: item.due};
    this.stopMilestones(item);
    if (item.due < this.now || item.due === Infinity) return;
    item.due = Infinity;
    this.tell(item, 'due Infinity');
  }
  /** Age, targets, and a due date that had not passed, move by what its clock has shown meanwhile. */
  protected goOnAging(item: RItem): void {
    const {stopped} = item;
    if (!stopped) return;
    item.stopped = null;
    const stood = this.rules.clock(item, this.now) - this.rules.clock(item, stopped.since);
    const later = (wall: number): number =>
      stood === 0 || wall === Infinity ? wall : this.rules.wallAt(item, this.rules.clock(item, wall) + stood);
    item.counts = later(item.counts);
    this.rules.takePlace(item, later(item.place));
    item.targetsFrom += stood;
    this.goOnMilestones(item);
    if (stopped.due < stopped.since) return;
    if (item.own !== undefined) item.own = later(stopped.due);
    if (stopped.due === Infinity) return;
    item.due = later(stopped.due);
    this.tell(item, `due ${item.due}`);
  }
  /** Back into distribution for one agent, waited for like a preferred one; where he has gone for good, as ever. */
  protected requeueFor(item: RItem, agent: RAgent | null, forMs: number): void {
    if (!agent || this.isGone(agent)) {
      this.requeue(item);
      return;
    }
    if (item.sentTo >= 0 && item.sentTo !== this.rules.routeOf(item).process) {
      this.requeue(item);
      return;
    }
    if (this.standsAside(item)) return;
    item.stamp++;
    item.status = 'waiting';
    this.stand(item, 'queued');
    item.waitsFor = agent.id;
    item.alone = forMs;
    this.startTargets(item, this.rules.clock(item, this.now));
    this.fresh.push(item);
  }

  /** One more visit, drawn anew: back into distribution. */
  protected comeAgain(item: RItem, anew?: boolean): void {
    this.beginVisit(item);
    this.requeue(item, anew);
  }
  protected beginVisit(item: RItem): void {
    const {draws} = this.lifeOf(item);
    item.settled = null;
    item.visit++;
    item.handle = draws.handleMs(item.number, item.redial, item.visit, item.arrived);
    item.wrapUp = draws.wrapUpMs(item.number, item.redial, item.visit, item.arrived);
  }
  /** In line again; `anew`: target times and the preferred agent begin anew. */
  protected requeue(item: RItem, anew = this.rules.routeOf(item).restartsAfter ?? false): void {
    if (this.standsAside(item)) return;
    const moved = this.goesWhereSent(item);
    item.stamp++;
    item.status = 'waiting';
    this.stand(item, 'queued');
    if (anew || moved) {
      item.alone = undefined;
      item.waitsFor = this.preferredOf(item);
      this.startTargets(item, this.rules.clock(item, this.now));
    } else this.openTargets(item);
    this.fresh.push(item);
  }
  /** A milestone has sent it to another process: with its age, as a transfer keeps it. */
  private goesWhereSent(item: RItem): boolean {
    const process = item.sentTo;
    item.sentTo = -1;
    if (process < 0 || process === (this.rules.routeOf(item).process ?? 0)) return false;
    this.move(item, this.moves(item).reassigned(BROUGHT, process));
    this.promiseAnew(item, item.place);
    return true;
  }
  /** Its source holds it: it is not distributed. */
  protected standsAside(item: RItem): boolean {
    if (!item.heldBySource) return false;
    item.heldBySource = 'aside';
    item.stamp++;
    if (this.spec.sources[item.source].stops) this.standStill(item);
    this.hold(item, Infinity, () => {});
    return true;
  }
  protected preferredOf(item: RItem): number {
    return this.rules.routeOf(item).preferred ? (item.row.preferred ?? -1) : -1;
  }
}

/** Halves every so often; or of a table, its first share before its first age, a step or a line between two. */
function shareAt(conversion: Conversion, age: number): number {
  if (conversion.kind === 'halving') return conversion.share / 2 ** (age / conversion.halvesEveryMs);
  const {ageMs, share, between} = conversion;
  const last = ageMs.filter((at) => at <= age).length - 1;
  if (last < 0) return share[0];
  if (between === 'step' || last === ageMs.length - 1) return share[last];
  const into = (age - ageMs[last]) / (ageMs[last + 1] - ageMs[last]);
  return share[last] * (1 - into) + share[last + 1] * into;
}
