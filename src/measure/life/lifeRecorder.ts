import type {Bin, LifeObserver} from '../../engine/observer.ts';
import {ITEM, Items} from '../../floor/items.ts';
import type {MilestoneTracks} from '../../floor/milestones.ts';
import {isFinal, STATUS, type Status} from '../../model/life.ts';
import {FIELD} from '../fields.ts';
import type {ItemLog} from '../itemLog.ts';
import {OUTCOME} from '../itemLog.ts';
import type {Ledger} from '../ledger.ts';
import {VISIT_END} from '../visitLog.ts';
import type {BinBook} from './binBook.ts';
import {LIFE_FIELD} from './fields.ts';
import type {LeadBook} from './leadBook.ts';
import type {MilestoneBook} from './milestoneBook.ts';
import type {MoveBook} from './moveBook.ts';
import {LATE, type OwnerBook} from './ownerBook.ts';
import type {StageBook} from './stageBook.ts';

/** What of the recorder the life cycle needs. */
export interface LifeContext {
  readonly ledger: Ledger;
  /** Where LIFE_FIELD begins in a cell. */
  readonly fieldsAt: number;
  readonly log: ItemLog | null;
  /** Passes whatever begins or ends up to now; returns now. */
  readonly pass: () => number;
  readonly isCounted: (item: number) => boolean;
  /** Whole ms of the wrap-up that begins now. */
  readonly wrapUpMs: (item: number, agent: number) => number;
  /** An agent took an item. */
  readonly took: (agent: number) => void;
  /** Where items open others: whose the time of late ones was. */
  readonly owners: OwnerBook | null;
  /** Where items go from process to process. */
  readonly moves: MoveBook | null;
  /** Where anything is won or noted. */
  readonly leads: LeadBook | null;
  readonly processOf: (reportClass: number) => number;
  /** An item that another one opened. */
  readonly opened: () => void;
  /** Where agents have something of their own besides what is in hand. */
  readonly bins: BinBook | null;
  /** Now is inside the counted time. */
  readonly counting: () => boolean;
  /** For the log: it is in an agent's hands again; handling is over, as an outcome or VISIT_END. */
  readonly visitBegins: (item: number, agent: number, stage: number) => void;
  readonly visitEnds: (item: number, outcome: number, wrapUpMs: number) => void;
  readonly stages: StageBook;
  /** Where processes have any. */
  readonly milestones: MilestoneBook | null;
  /** The due date of an item is about to be another. */
  readonly dueMoves: (item: number, toMs: number) => void;
  /** The item is called off; it was complete though nobody had ever answered it. */
  readonly canceled: (item: number) => void;
  readonly unanswered: () => void;
}

/** What the floor tells of an item. */
export interface LifeFloor {
  readonly items: Items;
  /** Since its arrival, on its process's clock, ms. */
  readonly ageOf: (item: number) => number;
  readonly clocks: {readonly nowMs: number};
  readonly milestones: MilestoneTracks | null;
}

/** Folds the life of items after their first answer: visits, time in each status, what is put aside. */
export class LifeRecorder implements LifeObserver {
  private readonly context: LifeContext;
  private items: Items = new Items();
  private ageOf: (item: number) => number = () => 0;
  /** By row of the floor: when its visit began, and the handling of visits before it. */
  private takenMs = new Float64Array(0);
  private handledMs = new Float64Array(0);
  /** How often it was taken again. */
  private again = new Float64Array(0);

  constructor(context: LifeContext) {
    this.context = context;
  }

  get stages(): StageBook {
    return this.context.stages;
  }

  get milestones(): MilestoneBook | null {
    return this.context.milestones;
  }

  watch({items, ageOf, clocks, milestones}: LifeFloor): void {
    this.milestones?.watch(items, milestones);
    this.stages.watch(items, clocks);
    this.context.leads?.watch(items);
    this.items = items;
    this.ageOf = ageOf;
  }

  created(item: number): void {
    const {owners, moves, opened} = this.context;
    const isOpened = owners?.isOpened(item) ?? false;
    moves?.begins(item, isOpened);
    owners?.begins(item);
    if (isOpened) opened();
  }

  moved(item: number): void {
    this.context.moves?.moved(item);
  }

  /** Answered for the first time. */
  answered(item: number, now: number): void {
    if (item >= this.takenMs.length) this.grow();
    this.takenMs[item] = now;
    this.handledMs[item] = 0;
    this.again[item] = 0;
  }

  takenAgain(item: number, agent: number, stage: number): void {
    const now = this.context.pass();
    this.takenMs[item] = now;
    this.again[item]++;
    this.context.took(agent);
    this.move(item, 1, 0);
    this.context.log?.takenAgain(this.items.serial(item));
    this.context.visitBegins(item, agent, stage);
  }

  contacted(item: number, agent: number, stage: number, converted: boolean): void {
    this.context.pass();
    const {leads, isCounted, processOf} = this.context;
    if (leads === null || !isCounted(item)) return;
    const process = processOf(this.items.reportClass(item));
    const {first, value, lost} = leads.contacted(item, process, agent, stage, converted);
    if (first) this.add(item, LIFE_FIELD.leadsContacted, 1);
    this.add(item, LIFE_FIELD.valueLost, lost);
    if (!converted) return;
    this.add(item, LIFE_FIELD.conversions, 1);
    this.add(item, LIFE_FIELD.valueWon, value);
  }

  /** A lead that is still waiting, or has gone (`ageMs` Infinity), without any contact. */
  private notContacted(item: number, ageMs: number): void {
    const {leads, isCounted, processOf} = this.context;
    if (leads === null || !isCounted(item)) return;
    const lost = leads.notContacted(item, processOf(this.items.reportClass(item)), ageMs);
    if (!Number.isNaN(lost)) this.add(item, LIFE_FIELD.valueLost, lost);
  }

  /** The run is over. */
  closed(now: number): void {
    const {items} = this;
    const {owners, leads, milestones} = this.context;
    if (owners !== null || leads !== null)
      for (let item = 0; item < items.rows; item++) {
        if (items.status(item) <= ITEM.coming || isFinal(items.standing(item))) continue;
        owners?.ended(item, now, LATE.open);
        this.notContacted(item, now - items.arrivedMs(item));
      }
    milestones?.closed();
  }

  noted(item: number, disposition: number): void {
    const {leads, isCounted, processOf} = this.context;
    if (isCounted(item)) leads?.note(processOf(this.items.reportClass(item)), disposition);
  }

  dueMoves(item: number, toMs: number): void {
    this.context.pass();
    this.context.dueMoves(item, toMs);
  }

  putInBin(item: number, agent: number, bin: Bin): void {
    this.context.bins?.put(item, agent, bin, this.context.pass(), this.context.counting());
  }

  leftBin(item: number, agent: number, bin: Bin): void {
    this.context.bins?.left(item, agent, bin, this.context.pass());
  }

  /** Called off by its source, wherever it stood. */
  canceled(item: number, agent: number): void {
    const now = this.context.pass();
    if (agent >= 0) this.context.visitEnds(item, VISIT_END.canceled, 0);
    const before = this.items.standing(item);
    this.context.owners?.ended(item, now, LATE.gaveUp);
    this.leaveStatus(item, before, now);
    this.stages.moves(item, STATUS.canceled);
    this.add(item, LIFE_FIELD.canceled, 1);
    const {tallies, bin} = this.context.ledger;
    const at = tallies.at(bin, this.items.reportClass(item));
    tallies.cells[at + (before === STATUS.assigned ? FIELD.finished : FIELD.gaveUp)]++;
    if (isAside(before)) tallies.cells[at + this.context.fieldsAt + LIFE_FIELD.aside]--;
    this.context.canceled(item);
  }

  /** Closed by inactivity: `completed` is about to be told. */
  lapses(item: number): void {
    this.context.pass();
    this.add(item, LIFE_FIELD.lapsed, 1);
    this.context.log?.stands(this.items.serial(item), OUTCOME.closed);
  }

  /** A stay in a workbin has ended. */
  parked(item: number, lastedMs: number): void {
    this.add(item, LIFE_FIELD.parkedStays, 1);
    this.add(item, LIFE_FIELD.parkedMs, lastedMs);
  }

  handled(item: number, agent: number): void {
    const now = this.context.pass();
    this.stages.drawn(item);
    const wrapUpMs = this.context.wrapUpMs(item, agent);
    this.handledMs[item] += now - this.takenMs[item] + wrapUpMs;
    this.context.visitEnds(item, this.items.outcome(item), wrapUpMs);
  }

  stands(item: number, status: Status): void {
    this.changes(item, this.items.standing(item), status, this.context.pass());
  }

  /** From one status to another, where it has stood since `items.standsMs`. */
  private changes(item: number, before: number, status: Status, now: number): void {
    const {owners, stages, log} = this.context;
    if (owners !== null) owners.changes(item, now);
    if (before !== STATUS.new) this.leaveStatus(item, before, now);
    stages.moves(item, status, before);
    const aside = (isAside(status) ? 1 : 0) - (isAside(before) ? 1 : 0);
    const leavesHands = before === STATUS.assigned && status !== STATUS.assigned;
    if (aside !== 0 || leavesHands) this.move(item, leavesHands ? -1 : 0, aside);
    if (log === null) return;
    const shown = LOGGED[status];
    if (shown !== undefined) log.stands(this.items.serial(item), shown);
  }

  /** Answered in the instant of its arrival; `bookAtOnce` counts how it came to that. */
  atOnce(item: number, now: number): void {
    this.created(item);
    this.answered(item, now);
    this.stages.atOnce(item);
  }

  /** As `atOnce`, of an item that cannot be counted with others: told between `created` and `answered`. */
  queuedAtOnce(item: number, now: number): void {
    this.changes(item, STATUS.new, STATUS.queued, now);
  }

  /** Told after `answered`. */
  assignedAtOnce(item: number, now: number): void {
    this.changes(item, STATUS.queued, STATUS.assigned, now);
  }

  /** So many of a class, in the present bin. */
  bookAtOnce(reportClass: number, items: number, counted: boolean): void {
    this.stages.bookAtOnce(reportClass, items, counted);
  }

  /** Hung up: it leaves the status it was in. */
  abandoned(item: number, now: number): void {
    this.context.owners?.ended(item, now, LATE.gaveUp);
    this.notContacted(item, Infinity);
    this.leaveStatus(item, this.items.standing(item), now);
    this.stages.moves(item, STATUS.abandoned);
  }

  /**
   * Done; `agent` -1 in nobody's hands. Handling of all visits, `wrapUpMs` that of the last. `at`: the cell of its arrival,
   * -1 where that is not counted.
   */
  completed(item: number, agent: number, now: number, wrapUpMs: number, at: number): number {
    const {items} = this;
    const {owners, stages, ledger, fieldsAt} = this.context;
    const {cells} = ledger.tallies;
    const before = items.standing(item);
    const unanswered = Number.isNaN(items.answeredMs(item));
    if (owners !== null) owners.ended(item, now, LATE.completed);
    stages.moves(item, STATUS.completed, before);
    if (before !== STATUS.assigned) this.move(item, 1, isAside(before) ? -1 : 0);
    if (at >= 0) {
      const row = at + fieldsAt;
      if (before >= STATUS.queued && before <= STATUS.held) cells[row + before] += now - items.standsMs(item);
      cells[row + FINISH_MS] += this.ageOf(item);
      cells[row + LATER_VISITS] += unanswered ? -1 : this.again[item];
    }
    if (unanswered) {
      this.context.unanswered();
      return 0;
    }
    if (agent < 0) return this.handledMs[item];
    return this.handledMs[item] + now - this.takenMs[item] + wrapUpMs;
  }

  private leaveStatus(item: number, before: number, now: number): void {
    if (before >= STATUS.queued && before <= STATUS.held) this.add(item, before, now - this.items.standsMs(item));
  }

  /** By the item's arrival, where that is counted. */
  private add(item: number, field: number, amount: number): void {
    const {ledger, fieldsAt, isCounted} = this.context;
    if (amount === 0 || !isCounted(item)) return;
    const arrived = this.items.arrivedMs(item);
    const reportClass = this.items.reportClass(item);
    const isNew = arrived >= ledger.binFromMs;
    const at = isNew ? ledger.row + reportClass * ledger.stride : ledger.cellAt(arrived, reportClass);
    ledger.tallies.cells[at + fieldsAt + field] += amount;
  }

  /** Moves an item between waiting, in hand and aside, now. */
  private move(item: number, started: number, aside: number): void {
    const {tallies, row, stride} = this.context.ledger;
    const at = row + this.items.reportClass(item) * stride;
    tallies.cells[at + FIELD.started] += started;
    tallies.cells[at + this.context.fieldsAt + LIFE_FIELD.aside] += aside;
  }

  private grow(): void {
    const rows = this.items.rows;
    for (const column of ['takenMs', 'handledMs', 'again'] as const) {
      const wider = new Float64Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
  }
}

// Constants of this module are numbers in the machine code.
const {finishMs: FINISH_MS, laterVisits: LATER_VISITS} = LIFE_FIELD;

const isAside = (status: number): boolean => status === STATUS.awaiting || status === STATUS.held;

/** What the item log says of an item that stands there at the end. */
const LOGGED: Readonly<Partial<Record<Status, number>>> = {
  [STATUS.queued]: OUTCOME.waiting,
  [STATUS.assigned]: OUTCOME.inHand,
  [STATUS.awaiting]: OUTCOME.awaiting,
  [STATUS.held]: OUTCOME.held,
};
