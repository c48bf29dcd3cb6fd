/** What sources say of their items while they live, in the obvious engine. */
import type {CommandSpec} from '../centre.ts';
import {Orders} from './orders.ts';
import type {RItem} from './rules.ts';

export abstract class Commands extends Orders {
  protected scheduleCommand(source: number, index: number): void {
    const command = this.spec.sources[source].commands?.[index];
    if (!command) return;
    this.at(Math.max(command.at, this.now), 'command', () => {
      this.scheduleCommand(source, index + 1);
      this.obey(source, command);
    });
  }
  private obey(source: number, {number, what}: CommandSpec): void {
    // The life of it that came last.
    const lives = this.items.filter((one) => one.source === source && one.number === number && one.serial >= 0);
    const item = lives.sort((a, b) => a.serial - b.serial).at(-1);
    if (!item) return;
    const isGone = item.status === 'gone';
    if (what === 'restart' && isGone) this.restart(item);
    if (isGone || item.final || what === 'restart') return;
    switch (what) {
      case 'hold':
        this.holdForSource(item);
        break;
      case 'resume':
        this.resume(item);
        break;
      case 'cancel':
        this.cancel(item);
        break;
      default:
        this.updated(item);
    }
  }
  /** In hand he finishes; what stands aside anyway comes back only when its source says so. */
  private holdForSource(item: RItem): void {
    if (item.heldBySource) return;
    item.heldBySource = 'wanted';
    if (item.status !== 'waiting' && item.status !== 'ringing' && !item.parked) return;
    this.withdraw(item);
    this.standsAside(item);
  }
  private resume(item: RItem): void {
    const was = item.heldBySource;
    item.heldBySource = null;
    if (was !== 'aside') return;
    this.goOnAging(item);
    this.requeue(item, true);
  }
  /** With what it waits for. Who has it in hand drops it: no wrap-up. */
  private cancel(item: RItem): void {
    const {agent} = item;
    const isInHand = !this.withdraw(item);
    if (isInHand && agent) this.letGo(item, agent);
    this.tell(item, `canceled @${isInHand && agent ? agent.id : -1}`);
    const opened = [...item.children];
    this.gone(item);
    for (const one of opened) this.cancel(one);
  }
  /** The same item arrives anew, its next visit to come. */
  private restart(ended: RItem): void {
    if (!this.admitting) return;
    const {draws} = this.lifeOf(ended);
    const {source, number, redial} = ended;
    const visit = ended.visit + 1;
    const {due, active, patience, ...row} = ended.row;
    const effort = {
      handle: draws.handleMs(number, redial, visit, this.now),
      wrapUp: draws.wrapUpMs(number, redial, visit, this.now),
    };
    const item = this.itemOf({...row, ...effort, route: ended.route}, source, number, redial);
    item.initial = ended.initial;
    item.visit = visit;
    item.offered = ended.offered;
    this.enter(item, this.now);
  }
}
