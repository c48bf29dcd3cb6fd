/** What becomes of items after handling, in the obvious engine. */
import type {OutcomeRow} from '../../../src/model/life.ts';
import type {LifeSpec} from '../centre.ts';
import {Hands} from './hands.ts';
import type {RAgent, RItem} from './rules.ts';

type Row<Kind extends OutcomeRow['kind']> = Extract<OutcomeRow, {kind: Kind}>;

export abstract class Lives extends Hands {
  protected abstract park(item: RItem, agent: RAgent, row: Row<'park'>): void;
  protected abstract takeFromBin(item: RItem): void;

  protected isDone(item: RItem): boolean {
    if (!this.spec.sources[item.source].life || item.update === -Infinity) return true;
    const outcome = this.outcomeOf(item);
    return outcome.kind === 'complete' && outcome.confirmedSpan < 0;
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
      default:
        throw new Error(`the slow engine does not know ${outcome.kind}`);
    }
  }

  protected lifeOf(item: RItem): LifeSpec {
    const {life} = this.spec.sources[item.source];
    if (!life) throw new Error('a source without a life');
    return life;
  }
  protected outcomeOf(item: RItem): OutcomeRow {
    const {outcomes, draws} = this.lifeOf(item);
    return outcomes[draws.outcome(item.number, item.redial, item.visit)];
  }
  protected span(item: RItem, span: number): number {
    return this.lifeOf(item).draws.spanMs(item.number, item.redial, item.visit, span);
  }
  /** Done, in nobody's hands. */
  protected complete(item: RItem): void {
    this.tell(item, 'completed @-1');
    item.status = 'gone';
    item.stamp++;
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
    if (comes < item.update) {
      item.update = comes;
      this.at(
        comes,
        'updates',
        () => this.updated(item),
        () => item.update === comes && item.status !== 'gone',
      );
    }
    const until = this.rules.clock(item, this.now) + (this.rules.processOf(item).confirmMs ?? Infinity);
    const comesBack = until < Infinity ? this.rules.wallAt(item, until) : Infinity;
    if (comesBack < Infinity) this.atItem(comesBack, 'life', item, () => this.comeAgain(item));
  }
  /** The first update counts, wherever the item is. An agent who has it in hand finishes. */
  protected updated(item: RItem): void {
    if (this.withdraw(item)) this.complete(item);
    else item.update = -Infinity;
  }
  /** Out of line, out of ringing, or from where it is aside; false where an agent has it in hand. */
  protected withdraw(item: RItem): boolean {
    if (!['waiting', 'ringing', 'awaiting', 'held'].includes(item.status)) return false;
    item.stamp++;
    if (item.status === 'ringing' && item.agent) this.letGo(item, item.agent);
    if (item.parked) this.takeFromBin(item);
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

  /** One more visit, drawn anew: back into distribution. */
  protected comeAgain(item: RItem, anew?: boolean): void {
    this.beginVisit(item);
    this.requeue(item, anew);
  }
  protected beginVisit(item: RItem): void {
    const {draws} = this.lifeOf(item);
    item.visit++;
    item.handle = draws.handleMs(item.number, item.redial, item.visit, item.arrived);
    item.wrapUp = draws.wrapUpMs(item.number, item.redial, item.visit, item.arrived);
  }
  /** In line again; `anew`: target times and the preferred agent begin anew. */
  protected requeue(item: RItem, anew = this.rules.routeOf(item).restartsAfter ?? false): void {
    item.stamp++;
    item.status = 'waiting';
    this.stand(item, 'queued');
    if (anew) {
      item.waitsFor = this.preferredOf(item);
      this.startTargets(item, this.rules.clock(item, this.now));
    } else this.openTargets(item);
    this.fresh.push(item);
  }
  protected preferredOf(item: RItem): number {
    return this.rules.routeOf(item).preferred ? (item.row.preferred ?? -1) : -1;
  }
}
