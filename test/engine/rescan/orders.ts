/** Items that open others, and wait for them, in the obvious engine. */
import type {ItemSpec} from '../centre.ts';
import type {Row} from './lives.ts';
import type {RAgent, RItem} from './rules.ts';
import {Workbins} from './workbins.ts';

export abstract class Orders extends Workbins {
  protected abstract itemOf(row: ItemSpec, source: number, number: number, redial: number): RItem;
  protected abstract enter(item: RItem, arrived: number): void;

  protected workOrder(item: RItem, agent: RAgent, row: Row<'workOrder'>): void {
    if (!row.waits) {
      this.open(item, row.opens, false);
      this.awaitUpdate(item, this.now + this.span(item, row.confirmedSpan));
      return;
    }
    this.hold(item, Infinity, () => {});
    item.whenAllFinal = () => this.finish(item, agent, row);
    this.open(item, row.opens, true);
  }
  /** Complete, and wrapped up: what it opens without waiting is opened now. */
  protected closed(item: RItem): void {
    this.open(item, item.opensAtEnd, false);
  }
  protected open(item: RItem, sources: readonly number[], waits: boolean): void {
    const number = item.number + 1e9 * (item.redial + 1000 * item.visit);
    const goesOn = item.whenAllFinal;
    item.whenAllFinal = null;
    for (const source of sources) {
      const child = this.itemOf(this.openedRow(source, number), source, number, 0);
      if (waits) {
        child.parent = item;
        item.children.push(child);
      }
      this.enter(child, this.now);
    }
    if (!waits) return;
    item.whenAllFinal = goesOn;
    this.maybeGoOn(item);
  }
  private openedRow(source: number, number: number): ItemSpec {
    const {opened} = this.spec.sources[source];
    if (!opened) throw new Error('nothing opens items of this source');
    return {at: this.now, route: opened.route, handle: opened.handleMs(number), wrapUp: opened.wrapUpMs(number)};
  }
  /** Who waits for it goes on where it was the last; what it waits for itself is nobody's any more. */
  protected isFinal(item: RItem): void {
    for (const child of item.children) child.parent = null;
    item.children = [];
    item.whenAllFinal = null;
    const {parent} = item;
    item.parent = null;
    if (!parent) return;
    parent.children = parent.children.filter((one) => one !== item);
    this.maybeGoOn(parent);
  }
  private maybeGoOn(item: RItem): void {
    const goesOn = item.whenAllFinal;
    if (item.children.length > 0 || !goesOn) return;
    item.whenAllFinal = null;
    goesOn();
  }
  /** Closed by the last that it opened, or finished by an agent; then it is complete. */
  private finish(item: RItem, agent: RAgent, row: Row<'workOrder'>): void {
    const complete = this.lifeOf(item).outcomes[row.completeAt] as Row<'complete'>;
    if (row.finish === 'none') {
      item.stamp++;
      if (complete.confirmedSpan < 0) this.complete(item);
      else this.awaitUpdate(item, this.now + this.span(item, complete.confirmedSpan));
      return;
    }
    this.beginVisit(item);
    if (row.finish === 'span') item.handle = this.span(item, row.finishSpan);
    item.settled = complete;
    this.requeueFor(item, row.sameAgent ? agent : null, row.waitForAgentMs);
  }
}
