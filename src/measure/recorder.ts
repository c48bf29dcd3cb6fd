import type {AgentState, Observer} from '../engine/observer.ts';
import {AGENT} from '../engine/observer.ts';
import {STATUS} from '../model/life.ts';
import type {Model} from '../model/model.ts';
import {Books} from './books.ts';
import {AGENT_COUNTS, ANSWER_LIMIT_FIELDS, ANSWER_LIMIT_STRIDE, FIELD, FIELDS, TARGET_COUNTS} from './fields.ts';
import {OUTCOME} from './itemLog.ts';
import {SHORT_ABANDON_MS} from './tally.ts';

// Constants of this module are numbers in the machine code, what is imported is looked up at every use.
const {offered, answered, answeredIn, waited, waitAnsweredMs, completed, handleMs, redials} = FIELD;
const {entered, started, gaveUp, finished, throughput} = FIELD;
const LIMITS_AT = FIELDS;
const LIMIT_STRIDE = ANSWER_LIMIT_STRIDE;
const AGENT_STRIDE = AGENT_COUNTS.stride;
const TARGET_STRIDE = TARGET_COUNTS.stride;

/**
 * Folds what the engine tells into numbers at once: typed columns, nothing allocated per event, memory that grows with
 * classes and time but not with items. Instants at which something begins or ends for measuring (borders of intervals
 * and days, the counted time, instants goals ask for) are passed lazily, by the first event at or after them.
 *
 * Hot: every item passes here five times. So the common events write their cells right here, and hand no times to
 * functions of their own.
 */
export class Recorder extends Books implements Observer {
  /** Per class: answered in the instant of their arrival and not booked yet; for nothing but their number tells them apart. */
  private atOnce = new Int32Array(16);
  /** Per process: the target that took them; null where that depends on the route. */
  private readonly firstOfProcess = firstOfProcesses(this.model);
  /** Per process: where `takenBy` of that target begins. */
  private readonly takenAtOnce = Int32Array.from(
    this.firstOfProcess ?? [],
    (target, process) => (process * this.stageStride + target + 1) * this.groupCount,
  );
  private readonly joinsAtOnce =
    this.firstOfProcess !== null && this.log === null && this.dayBins === null && !this.dueDates.asked;

  created(item: number): void {
    if (this.present.nowMs >= this.nextMarkMs) this.pass();
    const {items} = this;
    const reportClass = items.reportClass(item);
    if (reportClass >= this.classes.count) this.meet(reportClass);
    const {ledger} = this;
    const arrived = items.arrivedMs(item);
    const isCounted = this.countsAll || this.isCounted(item);
    const at = arrived < 0 ? ledger.cellAt(arrived, reportClass) : ledger.row + reportClass * ledger.stride;
    const {cells} = ledger.tallies;
    this.counts.created++;
    cells[at + entered]++;
    if (isCounted) cells[at + offered]++;
    if (items.redial(item) > 0) {
      this.counts.redials++;
      if (isCounted) cells[at + redials]++;
    }
    this.ruleHits[items.rule(item)]++;
    this.peaks.enter(reportClass);
    if (items.dueMs(item) < Infinity) this.dueDates.known(items, item, isCounted, 1);
    if (this.dueDates.asked && isCounted) this.dueDates.allowedKnown(items, item, this.classes.process[reportClass], 1);
    if (this.waiting !== null) this.waiting.begins(item);
    if (this.log !== null) this.log.created(items, item);
    if (this.life !== undefined) this.life.created(item);
  }

  rejected(item: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass();
    const {items, ledger} = this;
    const reportClass = items.reportClass(item);
    const isCounted = this.isCounted(item);
    const arrived = items.arrivedMs(item);
    const at = arrived < 0 ? ledger.cellAt(arrived, reportClass) : ledger.row + reportClass * ledger.stride;
    const {cells} = ledger.tallies;
    this.counts.rejected++;
    this.waiting?.rejected(item);
    if (this.life !== undefined) this.life.stages.moves(item, STATUS.rejected);
    this.peaks.takeBack(reportClass);
    cells[at + FIELD.entered]--;
    if (isCounted) {
      cells[at + FIELD.offered]--;
      cells[at + FIELD.rejected]++;
      if (items.redial(item) > 0) cells[at + FIELD.redials]--;
    }
    if (items.dueMs(item) < Infinity) this.dueDates.known(items, item, isCounted, -1);
    if (this.dueDates.asked && isCounted)
      this.dueDates.allowedKnown(items, item, this.classes.process[reportClass], -1);
    if (this.log !== null) this.log.ended(items.serial(item), OUTCOME.rejected, 0, now);
  }

  offered(_item: number, _agent: number): void {}

  missed(item: number, agent: number): void {
    if (this.present.nowMs >= this.nextMarkMs) this.pass();
    if (this.log !== null) this.log.missed(this.items.serial(item));
    if (this.counting) this.agentCounts[agent * AGENT_COUNTS.stride + AGENT_COUNTS.missed]++;
    this.addByArrival(item, FIELD.missedOffers, 1);
  }

  answered(item: number, agent: number, stage: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass();
    const {items, ledger, classes} = this;
    const reportClass = items.reportClass(item);
    const here = ledger.row + reportClass * ledger.stride;
    const target = stage < 0 || this.firstTarget === null ? stage : stage + this.firstTarget[items.route(item)];
    ledger.tallies.cells[here + started]++;
    this.counts.answered++;
    if (this.waiting !== null) this.waiting.ends(item);
    if (this.life !== undefined) this.life.answered(item, now);
    if (this.counting) this.agentCounts[agent * AGENT_STRIDE]++;
    if (this.log !== null) {
      this.log.answered(items.serial(item), agent, target, this.priorityOf(item), now);
      this.log.visits.begins(items.serial(item), agent, this.model.routes.process[items.route(item)], target, now);
    }
    if (!this.countsAll && !this.isCounted(item)) return;
    const arrived = items.arrivedMs(item);
    const wait = now - arrived;
    const at = arrived >= ledger.binFromMs ? here : ledger.cellAt(arrived, reportClass);
    const {cells} = ledger.tallies;
    cells[at + answered]++;
    if (wait > 0) {
      cells[at + waited]++;
      cells[at + waitAnsweredMs] += wait;
    }
    if (wait <= classes.limitMs[reportClass]) cells[at + answeredIn]++;
    const limits = this.answerLimitsMs;
    for (let k = 0; k < limits.length; k++) if (wait <= limits[k]) cells[at + LIMITS_AT + k * LIMIT_STRIDE]++;
    this.waits.add(reportClass, wait);
    const process = classes.process[reportClass];
    const place = process * this.stageStride + target + 1;
    this.targetCounts[place * TARGET_STRIDE]++;
    this.targetCounts[place * TARGET_STRIDE + 1] += wait;
    this.takenBy[place * this.groupCount + this.groupOf[agent]]++;
    if (this.dayBins !== null) this.dayWait(item);
  }

  answeredAtOnce(item: number, agent: number): void {
    if (this.present.nowMs >= this.nextMarkMs) this.pass();
    const {items} = this;
    const reportClass = items.reportClass(item);
    if (reportClass >= this.classes.count) this.meet(reportClass);
    const isCounted = this.countsAll || this.isCounted(item);
    if (!this.joinsAtOnce || isCounted !== this.counting || items.redial(item) > 0) {
      const now = this.present.nowMs;
      this.created(item);
      this.life?.queuedAtOnce(item, now);
      this.answered(item, agent, 0);
      this.life?.assignedAtOnce(item, now);
      return;
    }
    if (this.life !== undefined) {
      this.life.atOnce(item, this.present.nowMs);
      // It may come back, and its wait is over for good.
      this.waiting?.begins(item);
      this.waiting?.ends(item);
    }
    if (reportClass >= this.atOnce.length) this.atOnce = widened(this.atOnce, reportClass);
    this.atOnce[reportClass]++;
    this.ruleHits[items.rule(item)]++;
    this.peaks.enter(reportClass);
    if (!isCounted) return;
    this.agentCounts[agent * AGENT_STRIDE]++;
    this.takenBy[this.takenAtOnce[this.classes.process[reportClass]] + this.groupOf[agent]]++;
  }

  /** Books the items answered at once since the last time, all in the present bin and alike inside the counted time or not. */
  private bookAtOnce(): void {
    const {atOnce, classes, counts, firstOfProcess, ledger} = this;
    if (firstOfProcess === null) return;
    const limits = this.answerLimitsMs;
    for (let reportClass = 0; reportClass < atOnce.length; reportClass++) {
      const items = atOnce[reportClass];
      if (items === 0) continue;
      atOnce[reportClass] = 0;
      const at = ledger.row + reportClass * ledger.stride;
      const {cells} = ledger.tallies;
      counts.created += items;
      counts.answered += items;
      cells[at + entered] += items;
      cells[at + started] += items;
      this.life?.bookAtOnce(reportClass, items, this.counting);
      if (!this.counting) continue;
      cells[at + offered] += items;
      cells[at + answered] += items;
      if (classes.limitMs[reportClass] >= 0) cells[at + answeredIn] += items;
      for (let k = 0; k < limits.length; k++) cells[at + LIMITS_AT + k * LIMIT_STRIDE] += items;
      this.waits.add(reportClass, 0, items);
      const process = classes.process[reportClass];
      this.targetCounts[(process * this.stageStride + firstOfProcess[process] + 1) * TARGET_STRIDE] += items;
    }
  }

  protected override pass(): void {
    this.bookAtOnce();
    super.pass();
  }

  abandoned(item: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass();
    const {items, ledger, classes} = this;
    const reportClass = items.reportClass(item);
    const arrived = items.arrivedMs(item);
    const isCounted = this.countsAll || this.isCounted(item);
    this.counts.abandoned++;
    if (this.waiting !== null) this.waiting.ends(item);
    if (this.life !== undefined) this.life.abandoned(item, now);
    this.peaks.leave(reportClass);
    ledger.tallies.cells[ledger.row + reportClass * ledger.stride + gaveUp]++;
    if (isCounted) {
      const wait = now - arrived;
      const at = ledger.cellAt(arrived, reportClass);
      const {cells} = ledger.tallies;
      cells[at + FIELD.abandoned]++;
      if (wait > 0) {
        cells[at + FIELD.waited]++;
        cells[at + FIELD.waitAbandonedMs] += wait;
      }
      if (wait <= classes.limitMs[reportClass]) cells[at + FIELD.abandonedIn]++;
      if (wait <= SHORT_ABANDON_MS) cells[at + FIELD.abandonedShort]++;
      const limits = this.answerLimitsMs;
      for (let k = 0; k < limits.length; k++)
        if (wait <= limits[k]) cells[at + LIMITS_AT + k * LIMIT_STRIDE + ANSWER_LIMIT_FIELDS.abandonedIn]++;
      this.waits.add(reportClass, wait);
      this.waitsAbandoned.add(reportClass, wait);
      if (this.dayBins !== null) this.dayWait(item);
    }
    this.settle(item, false, isCounted);
    if (this.log !== null) this.log.ended(items.serial(item), OUTCOME.abandoned, 0, now);
  }

  completed(item: number, agent: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass();
    const {items, ledger} = this;
    const reportClass = items.reportClass(item);
    const arrived = items.arrivedMs(item);
    const isCounted = this.countsAll || this.isCounted(item);
    const wrapUp =
      agent < 0 || items.wrapUpMs(item) === 0 ? 0 : this.wrapUps.begins(items, item, this.profiles[agent], now);
    const here = ledger.row + reportClass * ledger.stride;
    const at = !isCounted ? -1 : arrived >= ledger.binFromMs ? here : ledger.cellAt(arrived, reportClass);
    const handled =
      this.life === undefined
        ? now - items.answeredMs(item) + wrapUp
        : this.life.completed(item, agent, now, wrapUp, at);
    this.counts.completed++;
    if (agent < 0) this.waiting?.ends(item);
    this.peaks.leave(reportClass);
    const {cells} = ledger.tallies;
    cells[here + finished]++;
    if (this.counting) cells[here + throughput]++;
    if (isCounted) {
      cells[at + completed]++;
      cells[at + handleMs] += handled;
    }
    if (items.dueMs(item) < Infinity || this.dueDates.asked) this.settle(item, true, isCounted);
    if (this.log !== null) {
      this.log.ended(items.serial(item), OUTCOME.completed, wrapUp, now);
      if (agent >= 0) this.log.visits.ends(items.serial(item), this.outcomeOf(item), wrapUp, now);
    }
  }

  wrappedUp(item: number, agent: number): void {
    const now = this.present.nowMs;
    const {ms, longerMs} = this.wrapUps.ends(this.items, item, this.profiles[agent], now);
    if (longerMs === 0) return;
    if (now >= this.nextMarkMs) this.pass();
    if (this.log !== null) {
      this.log.wrappedUp(this.items.serial(item), ms);
      this.log.visits.wrappedUp(this.items.serial(item), ms);
    }
    this.addByArrival(item, FIELD.handleMs, longerMs);
  }

  paused(item: number, _agent: number): void {
    if (this.present.nowMs >= this.nextMarkMs) this.pass();
    this.addByArrival(item, FIELD.interruptions, 1);
  }

  resumed(_item: number, _agent: number): void {}

  agentBecame(agent: number, state: AgentState, held: number): void {
    if (this.present.nowMs >= this.nextMarkMs) this.pass();
    this.agents.became(agent, state, held);
  }
  measured(index: number): void {
    this.pass();
    const processes = this.model.processes.count;
    const row = index * (processes + 3);
    this.waitingByClass().forEach((waiting, reportClass) => {
      this.probes[row + this.classes.process[reportClass]] += waiting;
    });
    const free = this.agents.count(AGENT.ready);
    this.probes[row + processes] = this.agents.busy;
    this.probes[row + processes + 1] = free;
    this.probes[row + processes + 2] = free === 0 ? 1 : 0;
  }

  closed(): void {
    const now = this.present.nowMs;
    this.pass();
    this.foldTimes(now);
    if (this.dayBins !== null) this.peaks.endDay(this.day - 1);
    while (this.openAt.length < this.asked.instantsMs.length) this.openAt.push(this.openByClass());
    this.endMs = now;
    this.life?.closed(now);
    this.waiting?.closed();
    this.balance = this.counts.close(this.items);
  }
}

function widened(column: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(index + 1, 2 * column.length));
  wider.set(column);
  return wider;
}

/** Per process: the first target of its routes; null where they differ. */
function firstOfProcesses({processes, routes}: Model): Int32Array | null {
  const first = new Int32Array(processes.count);
  if (routes.firstTarget === undefined) return first;
  for (let route = 0; route < routes.count; route++) first[routes.process[route]] = routes.firstTarget[route];
  return routes.firstTarget.every((target, route) => target === first[routes.process[route]]) ? first : null;
}
