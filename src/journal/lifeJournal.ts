/** What becomes of items after handling, told. */
import {BIN, type Bin, type LifeObserver} from '../engine/observer.ts';
import type {Floor} from '../floor/floor.ts';
import {StagesOfItems} from '../floor/stagesOfItems.ts';
import {STATUS, type Status} from '../model/life.ts';
import type {Model} from '../model/model.ts';
import {stageNodes} from '../model/stageNodes.ts';
import type {Happening} from './events.ts';
import {MilestoneJournal} from './milestoneJournal.ts';
import type {Naming} from './naming.ts';

export class LifeJournal implements LifeObserver {
  readonly #model: Model;
  /** Closed by inactivity just now. */
  #lapsing = -1;
  readonly #floor: Floor;
  readonly #naming: Naming;
  readonly #wants: (item: number) => boolean;
  readonly #tell: (what: Happening) => void;
  readonly milestones: MilestoneJournal;
  /** Null where the scenario names none. */
  readonly #stages: StagesOfItems | null;

  constructor(
    model: Model,
    floor: Floor,
    naming: Naming,
    wants: (item: number) => boolean,
    tell: (what: Happening) => void,
  ) {
    this.#model = model;
    this.#floor = floor;
    this.#naming = naming;
    this.#wants = wants;
    this.#tell = tell;
    this.#stages = model.life?.stages ? new StagesOfItems(stageNodes(model.life), floor.items) : null;
    this.milestones = new MilestoneJournal(model, floor, naming, wants, tell);
  }

  /** What begins a first wait, or a time in hand, is told by others. */
  stands(item: number, status: Status): void {
    if (this.#wants(item)) this.#tellStatus(item, status);
    this.enters(item, status);
  }

  #tellStatus(item: number, status: Status): void {
    const {items} = this.#floor;
    const name = this.#naming.item(item);
    if (status === STATUS.awaiting) this.#tell({event: 'awaits', item: name});
    else if (status === STATUS.held && !this.#isParked(item)) this.#tell({event: 'held', item: name});
    else if (status === STATUS.queued && items.standing(item) !== STATUS.new)
      this.#tell({event: 'comesBack', item: name, priority: this.#naming.priority(item)});
  }

  /** A status it is about to have: told where the scenario has a word of its own for where it stands then. */
  enters(item: number, status: Status): void {
    const stages = this.#stages;
    if (stages === null) return;
    const next = stages.next(item, status);
    const before = stages.node[item];
    stages.node[item] = next;
    const stage = stages.nodes.names[next];
    if (next === before || !this.#wants(item) || !this.#model.life?.stages?.names.includes(stage)) return;
    this.#tell({event: 'stage', item: this.#naming.item(item), stage});
  }

  /** Told by whose workbin it is in. */
  #isParked(item: number): boolean {
    const outcome = this.#floor.items.outcome(item);
    return outcome >= 0 && this.#model.life?.outcomes[outcome].kind === 'park';
  }

  dueMoves(item: number, toMs: number): void {
    if (!this.#wants(item)) return;
    const due = toMs < Infinity ? {due: this.#naming.point(toMs)} : {};
    this.#tell({event: 'dueMoves', item: this.#naming.item(item), ...due});
  }

  moved(item: number): void {
    if (!this.#wants(item)) return;
    const naming = this.#naming;
    this.#tell({
      event: 'moves',
      item: naming.item(item),
      process: naming.process(item),
      target: naming.target(item, 0),
    });
  }

  contacted(item: number, agent: number, _stage: number, converted: boolean): void {
    if (!this.#wants(item)) return;
    const naming = this.#naming;
    this.#tell({event: 'contacted', item: naming.item(item), agent: naming.agent(agent), converted});
  }

  noted(item: number, disposition: number): void {
    if (!this.#wants(item)) return;
    const name = this.#model.life?.leads?.dispositions[disposition] ?? '';
    this.#tell({event: 'noted', item: this.#naming.item(item), disposition: name});
  }

  canceled(item: number, agent: number): void {
    const who = agent < 0 ? {} : {agent: this.#naming.agent(agent)};
    if (this.#wants(item)) this.#tell({event: 'canceled', item: this.#naming.item(item), ...who});
    this.enters(item, STATUS.canceled);
  }

  lapses(item: number): void {
    this.#lapsing = item;
    if (this.#wants(item)) this.#tell({event: 'lapses', item: this.#naming.item(item)});
  }

  /** Complete in nobody's hands: its source's word, where it is not for want of a reply. */
  confirmed(item: number): void {
    const event = this.#isClosed(item) ? 'closed' : 'confirmed';
    if (item !== this.#lapsing) this.#tell({event, item: this.#naming.item(item)});
    this.#lapsing = -1;
  }

  /** The last that it opened is final, and there is nothing left to do. */
  #isClosed(item: number): boolean {
    const {items} = this.#floor;
    return items.standing(item) === STATUS.held && this.#model.life?.outcomes[items.outcome(item)]?.kind === 'complete';
  }

  /** Of an item that enters: which one opened it. */
  openedBy(item: number): {readonly openedBy?: string} {
    const {items} = this.#floor;
    if (this.#model.life?.opened?.[items.source(item)] !== 1) return {};
    return {openedBy: this.#naming.item(items.parent(item))};
  }

  handled(item: number, agent: number): void {
    this.#stages?.drawn(item);
    if (!this.#wants(item)) return;
    const handledMs = this.standsFor(item);
    this.#tell({event: 'handled', item: this.#naming.item(item), agent: this.#naming.agent(agent), handledMs});
  }

  putInBin(item: number, agent: number, bin: Bin): void {
    if (!this.#wants(item)) return;
    const event = bin === BIN.workbin ? 'parks' : 'inboxed';
    this.#tell({event, item: this.#naming.item(item), agent: this.#naming.agent(agent)});
  }

  /** Where he takes it up himself, that is told. */
  leftBin(item: number, agent: number, bin: Bin): void {
    if (!this.#wants(item) || bin !== BIN.workbin || this.#floor.items.standing(item) === STATUS.assigned) return;
    this.#tell({event: 'takenFrom', item: this.#naming.item(item), agent: this.#naming.agent(agent)});
  }

  takenAgain(item: number, agent: number, stage: number): void {
    if (!this.#wants(item)) return;
    this.#tell({
      event: 'takenAgain',
      item: this.#naming.item(item),
      agent: this.#naming.agent(agent),
      priority: this.#naming.priority(item),
      target: this.#naming.target(item, stage),
      visit: this.#floor.items.visit(item) + 1,
      waitedMs: this.standsFor(item),
    });
  }

  /** Since it stands where it stands. */
  standsFor(item: number): number {
    return this.#floor.clocks.nowMs - this.#floor.items.standsMs(item);
  }
}
