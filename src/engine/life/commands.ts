/**
 * Commands of sources: hold, resume, cancel, restart and update, of items wherever they are. They come after everything
 * else of their millisecond but offers. What is held is not distributed: it is taken out of line, stops ringing and leaves its
 * agent's workbin; while somebody has it in hand he finishes, and whatever would bring it back waits for `resume`.
 */
import {ITEM} from '../../floor/items.ts';
import {COMMAND, type Commands, REFUSED, type Refusal} from '../../model/commands.ts';
import {STATUS} from '../../model/life.ts';
import type {Brought} from '../../model/moves.ts';
import {enter} from '../arriving.ts';
import {EVENT} from '../events.ts';
import {freeAgent} from '../handling.ts';
import {takeFromHand} from '../pace.ts';
import {goOnFrom, standStill} from '../promise.ts';
import type {Run} from '../run.ts';
import {confirm} from './confirmation.ts';
import {hold} from './stand.ts';
import {drawEffort, requeue} from './visits.ts';
import {withdraw} from './withdraw.ts';

/** What is kept of an item that is final, for a restart. */
interface Ended {
  readonly redial: number;
  readonly visit: number;
  readonly route: number;
  readonly rule: number;
  readonly reportClass: number;
  readonly preferred: number;
  readonly initial: number;
  readonly offeredCount: number;
  readonly brought: Brought | null;
}

/** Those of one source, and where its items are. */
interface Desk {
  readonly commands: Commands;
  next: number;
  /** By number: row of the floor; -1 final. Of items that are named only. */
  readonly rows: Map<number, number>;
  readonly named: ReadonlySet<number>;
  readonly restarted: ReadonlySet<number>;
  readonly ended: Map<number, Ended>;
}

export class SourceCommands {
  private readonly desks: readonly (Desk | null)[];
  /** By row: true, it stands aside for that; false, it will when it is to be distributed. */
  private readonly held = new Map<number, boolean>();
  /** By row: the due date its clock stopped before. */
  private readonly dueThen = new Map<number, number>();

  constructor(run: Run) {
    this.desks = run.feeds.map(({commands}) => (commands === undefined ? null : deskOf(commands)));
  }

  /** Before anything happens. */
  begin(run: Run): void {
    this.desks.forEach((desk, source) => {
      if (desk !== null) schedule(run, desk, source);
    });
  }

  /** An item enters the centre. */
  arrives(run: Run, item: number): void {
    const {items} = run;
    const desk = this.desks[items.source(item)];
    if (desk?.named.has(items.number(item))) desk.rows.set(items.number(item), item);
  }

  /** An item is final, its row about to be free. */
  ends(run: Run, item: number): void {
    const {items} = run;

    this.held.delete(item);
    const desk = this.desks[items.source(item)];
    if (desk?.rows.get(items.number(item)) !== item) return;
    desk.rows.set(items.number(item), -1);
    if (!desk.restarted.has(items.number(item))) return;
    desk.ended.set(items.number(item), {
      redial: items.redial(item),
      visit: items.visit(item),
      route: items.route(item),
      rule: items.rule(item),
      reportClass: items.reportClass(item),
      preferred: items.preferred(item),
      initial: items.initial(item),
      offeredCount: items.offeredCount(item),
      brought: items.brought[item],
    });
  }

  /** The item is about to go back into distribution; true: it is put aside instead, until its source says `resume`. */
  keeps(run: Run, item: number): boolean {
    if (!this.held.has(item)) return false;
    this.putAside(run, item);
    return true;
  }

  /** The next command of a source. */
  obey(run: Run, source: number): void {
    const desk = this.desks[source];
    if (desk === null) return;
    const command = desk.next++;
    schedule(run, desk, source);
    const why = this.carryOut(run, source, desk, command);
    if (why >= 0) desk.commands.refused(command, why as Refusal);
  }

  /** -1, or why it changes nothing. */
  private carryOut(run: Run, source: number, desk: Desk, command: number): number {
    const number = desk.commands.number[command];
    const kind = desk.commands.kind[command];
    const item = desk.rows.get(number);
    if (item === undefined) return REFUSED.notThere;
    const isFinal = item < 0 || run.items.standing(item) === STATUS.completed;
    if (kind === COMMAND.restart) return item < 0 ? restart(run, source, desk, number) : REFUSED.open;
    if (isFinal) return REFUSED.final;
    if (kind === COMMAND.hold) return this.hold(run, item);
    if (kind === COMMAND.resume) return this.resume(run, item);
    if (kind === COMMAND.cancel) cancel(run, item);
    else confirm(run, item);
    return -1;
  }

  private hold(run: Run, item: number): number {
    if (this.held.has(item)) return REFUSED.held;
    this.held.set(item, false);
    const {items} = run;
    const waits =
      items.status(item) === ITEM.waiting ||
      items.status(item) === ITEM.entering ||
      items.status(item) === ITEM.ringing;
    if (!waits && !run.floor.workbins?.has(item)) return -1;
    withdraw(run, item);
    this.putAside(run, item);
    return -1;
  }

  private putAside(run: Run, item: number): void {
    const {items} = run;
    this.held.set(item, true);
    items.supersede(item);
    items.setAgent(item, -1);
    if (this.desks[items.source(item)]?.commands.stops) this.dueThen.set(item, standStill(run, item));
    hold(run, item, Infinity);
  }

  private resume(run: Run, item: number): number {
    const isAside = this.held.get(item);
    if (isAside === undefined) return REFUSED.notHeld;
    this.held.delete(item);
    if (isAside) {
      this.runsAgain(run, item);
      requeue(run, item, true);
    }
    return -1;
  }

  /** It stands aside no more: its clock goes on, where it stood still. */
  runsAgain(run: Run, item: number): void {
    const dueMs = this.dueThen.get(item);
    if (dueMs === undefined) return;
    this.dueThen.delete(item);
    goOnFrom(run, item, run.items.standsMs(item), dueMs);
  }
}

function deskOf(commands: Commands): Desk {
  const numbers = Array.from(commands.number.subarray(0, commands.count));
  return {
    commands,
    next: 0,
    rows: new Map(),
    named: new Set(numbers),
    restarted: new Set(numbers.filter((_, k) => commands.kind[k] === COMMAND.restart)),
    ended: new Map(),
  };
}

function schedule(run: Run, {commands, next}: Desk, source: number): void {
  if (next < commands.count) run.events.schedule(Math.max(commands.atMs[next], run.now), EVENT.command, source, 0);
}

/** Called off wherever it is, with what it has opened. Who has it in hand drops it, and is free at once: no wrap-up. */
function cancel(run: Run, item: number): void {
  const {items} = run;
  const agent = items.agent(item);
  const isInHand = !withdraw(run, item);
  if (isInHand) {
    items.supersede(item);
    if (run.paces && items.status(item) !== ITEM.kept) takeFromHand(run, item, agent);
    freeAgent(run, item, agent);
    items.setAgent(item, -1);
  }
  run.observer.life?.canceled?.(item, isInHand ? agent : -1);
  items.setStanding(item, STATUS.canceled);
  run.milestones?.reaches(item, STATUS.canceled);
  items.setUpdateMs(item, Infinity);
  const opened = run.orders?.openedBy(run, item) ?? [];
  run.release(item);
  for (const one of opened) cancel(run, one);
}

/** Final, and a new life of the same item: it arrives again, with its age and SLA from now, its next visit to come. */
function restart(run: Run, source: number, desk: Desk, number: number): number {
  const ended = desk.ended.get(number);
  if (ended === undefined || !run.admitting) return REFUSED.over;
  const {items} = run;
  const item = items.create();
  const visit = ended.visit + 1;
  items.setSource(item, source);
  items.setNumber(item, number);
  items.setRedial(item, ended.redial);
  items.setRoute(item, ended.route);
  items.setRule(item, ended.rule);
  items.setReportClass(item, ended.reportClass);
  items.setPreferred(item, ended.preferred);
  items.setInitial(item, ended.initial);
  items.brought[item] = ended.brought;
  items.setArrivedMs(item, run.now);
  items.setLeavesMs(item, Infinity);
  items.setDueMs(item, Number.NaN);
  drawEffort(run, item, visit);
  enter(run, item);
  if (desk.rows.get(number) !== item) {
    // Rejected at once: another restart is of the visit after, not of one it has had.
    const rejected = desk.ended.get(number);
    if (rejected !== undefined) desk.ended.set(number, {...rejected, visit, offeredCount: ended.offeredCount});
    return -1;
  }
  items.setVisit(item, visit);
  items.setOfferedCount(item, ended.offeredCount);
  return -1;
}
