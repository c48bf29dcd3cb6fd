/** What becomes of items after handling, in the obvious engine. */
import type {OutcomeRow} from '../../../src/model/life.ts';
import type {LifeSpec} from '../centre.ts';
import {Hands} from './hands.ts';
import type {RAgent, RItem} from './rules.ts';

export abstract class Lives extends Hands {
  protected isDone(item: RItem): boolean {
    if (!this.spec.sources[item.source].life || item.update === -Infinity) return true;
    const outcome = this.outcomeOf(item);
    return outcome.kind === 'complete' && outcome.confirmedSpan < 0;
  }
  protected goesOn(item: RItem, _agent: RAgent): void {
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
    if (!['waiting', 'ringing', 'awaiting'].includes(item.status)) return false;
    item.stamp++;
    if (item.status === 'ringing' && item.agent) this.letGo(item, item.agent);
    return true;
  }

  /** One more visit, drawn anew: back into distribution, with its age. */
  protected comeAgain(item: RItem): void {
    const {draws} = this.lifeOf(item);
    item.visit++;
    item.handle = draws.handleMs(item.number, item.redial, item.visit, item.arrived);
    item.wrapUp = draws.wrapUpMs(item.number, item.redial, item.visit, item.arrived);
    this.requeue(item);
  }
  protected requeue(item: RItem): void {
    item.stamp++;
    item.status = 'waiting';
    this.stand(item, 'queued');
    const route = this.rules.routeOf(item);
    if (route.restartsAfter) {
      item.waitsFor = route.preferred ? (item.row.preferred ?? -1) : -1;
      this.startTargets(item, this.rules.clock(item, this.now));
    } else this.openTargets(item);
    this.fresh.push(item);
  }
}
