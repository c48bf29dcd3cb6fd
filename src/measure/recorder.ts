import type {AgentState, Observer} from '../engine/observer.ts';
import {AGENT} from '../engine/observer.ts';
import {Items} from '../floor/items.ts';
import type {Model} from '../model/model.ts';
import {AgentTimes, type Resting, reasonOf} from './agentTimes.ts';
import {type Asked, NOTHING_ASKED} from './asked.ts';
import {DayBins, IntervalBins} from './bins.ts';
import {ClassesMet} from './classesMet.ts';
import {Counts} from './counts.ts';
import {type DueAfter, DueDates} from './dueDates.ts';
import {AGENT_COUNTS, TARGET_COUNTS, targetStride} from './fields.ts';
import {type ItemLog, OUTCOME} from './itemLog.ts';
import {Ledger} from './ledger.ts';
import {LIFE_FIELD, LIFE_FIELDS, lifeFieldsAt} from './life/fields.ts';
import {LifeRecorder} from './life/lifeRecorder.ts';
import {peakScopes} from './peakScopes.ts';
import {Peaks} from './peaks.ts';
import {WaitHistograms} from './waitHistogram.ts';
import {WrapUps} from './wrapUps.ts';

export interface RecorderOptions {
  readonly model: Model;
  readonly asked?: Asked;
  /** Needed where `asked.allowedMs` names any. */
  readonly dueAfter?: DueAfter;
  readonly log?: ItemLog;
}

/** What the recorder reads of the floor. */
export interface Watched {
  readonly items: Items;
  readonly clocks: {readonly nowMs: number};
  /** Which profile each agent has at the time. */
  readonly profiles: Int32Array;
  /** Why agents rest, where they may. */
  readonly resting?: Resting;
  /** An item's priority now; for the log. */
  readonly priorityOf?: (item: number) => number;
  /** Time since an item's arrival on its process's clock, ms; where the model has a life cycle. */
  readonly ageOf?: (item: number) => number;
}

/**
 * Folds what the engine tells into numbers at once: typed columns, nothing allocated per event, memory that grows with
 * classes and time but not with items. Instants at which something begins or ends for measuring (borders of intervals
 * and days, the counted time, instants goals ask for) are passed lazily, by the first event at or after them.
 */
export class Recorder implements Observer {
  readonly model: Model;
  readonly asked: Asked;
  readonly counts = new Counts();
  readonly intervals: Ledger;
  readonly days: Ledger | null;
  readonly agents: AgentTimes;
  readonly peaks: Peaks;
  readonly waits: WaitHistograms;
  readonly waitsAbandoned: WaitHistograms;
  /** Rows `scope * days + day - 1` of `asked.dayWaits`. */
  readonly dayWaits: WaitHistograms;
  readonly agentCounts: Float64Array;
  /** [(process * targetStride + target + 1) * stride]. */
  readonly targetCounts: Float64Array;
  /** [process * groups + group]: answered. */
  readonly takenBy: Float64Array;
  readonly ruleHits: Float64Array;
  /** [index * (processes + 3)]: waiting per process, busy, free, 1 where nobody is free. */
  readonly probes: Float64Array;
  /** Open items per class at each instant asked, and where the run was closed. */
  readonly openAt: Float64Array[] = [];
  endMs = Number.NaN;
  readonly classes: ClassesMet;
  /** Where the model has a life cycle. */
  readonly life?: LifeRecorder;

  private items: Items = new Items();
  private present: {readonly nowMs: number} = {nowMs: -0};
  private priorityOf: (item: number) => number = () => Number.NaN;
  private profiles: Int32Array = new Int32Array(0);
  private resting: Resting | null = null;
  private readonly log: ItemLog | null;
  private readonly countFromMs: number;
  /** Without a warm-up, items of an initial backlog count too. */
  private readonly arrivedFromMs: number;
  /** Arrivals before this count; time counts up to `timeToMs`. */
  private readonly countToMs: number;
  private readonly timeToMs: number;
  private readonly stageStride: number;
  private readonly firstTarget: Int32Array;
  private readonly dueDates: DueDates;
  private readonly groupOf: Int32Array;
  private readonly groupCount: number;
  private readonly wrapUps: WrapUps;
  private counting = false;
  private nextMarkMs = 0;

  constructor(options: RecorderOptions) {
    const {model} = options;
    const {horizon, reporting} = model;
    this.model = model;
    this.asked = options.asked ?? NOTHING_ASKED;
    this.log = options.log ?? null;
    this.countFromMs = horizon.warmUpMs;
    this.arrivedFromMs = horizon.warmUpMs > 0 ? horizon.warmUpMs : -Infinity;
    this.countToMs = horizon.untilMs - horizon.coolDownMs;
    this.timeToMs = horizon.drains && horizon.coolDownMs === 0 ? Infinity : this.countToMs;
    const {answerLimitsMs, allowedMs} = this.asked;
    const intervals = new IntervalBins(reporting.intervalMs, horizon.untilMs);
    const classes = Math.max(4, reporting.classes.count);
    const lifeFields = model.life === undefined ? 0 : LIFE_FIELDS;
    this.intervals = new Ledger(intervals, classes, answerLimitsMs, allowedMs.length, lifeFields);
    const days = this.asked.days ? new DayBins(reporting.dayStartsMs, horizon.untilMs) : null;
    this.days = days === null ? null : new Ledger(days, classes, answerLimitsMs, allowedMs.length, lifeFields);
    const ledgers = this.days === null ? [this.intervals] : [this.intervals, this.days];
    const dueAfter = options.dueAfter ?? ((_, arrivedMs, allowed) => arrivedMs + allowed);
    this.dueDates = new DueDates(ledgers, allowedMs, dueAfter);
    const intervalCount = Number.isFinite(intervals.count) ? intervals.count : 64;
    this.agents = new AgentTimes(model.roster, intervalCount, days?.count ?? 0, model.names.reasons.length);
    this.peaks = new Peaks(peakScopes(model, this.asked), model.names);
    this.classes = new ClassesMet(model, this.peaks, this.asked.dayWaits);
    this.waits = new WaitHistograms(classes);
    this.waitsAbandoned = new WaitHistograms(classes);
    this.dayWaits = new WaitHistograms(this.asked.dayWaits.length * (days?.count ?? 0));
    this.agentCounts = new Float64Array(model.roster.agentCount * AGENT_COUNTS.stride);
    this.stageStride = targetStride(model);
    this.wrapUps = new WrapUps(model);
    this.firstTarget = model.routes.firstTarget ?? new Int32Array(model.routes.count);
    this.groupOf = model.roster.group;
    this.groupCount = model.roster.groupCount;
    this.targetCounts = new Float64Array(model.processes.count * this.stageStride * TARGET_COUNTS.stride);
    this.takenBy = new Float64Array(model.processes.count * model.roster.groupCount);
    this.ruleHits = new Float64Array(model.names.rules.length);
    this.probes = new Float64Array(horizon.measureAtMs.length * (model.processes.count + 3));
    if (model.life !== undefined) this.life = this.lifeRecorder(ledgers);
  }

  /** What events will speak of; before the run begins. */
  watch(watched: Watched): void {
    this.items = watched.items;
    this.present = watched.clocks;
    this.profiles = watched.profiles;
    this.resting = watched.resting ?? null;
    this.priorityOf = watched.priorityOf ?? (() => Number.NaN);
    this.life?.watch({items: watched.items, ageOf: watched.ageOf ?? (() => Number.NaN)});
  }

  created(item: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const reportClass = items.reportClass[item];
    if (reportClass >= this.classes.count) this.classes.meet(reportClass);
    const arrived = items.arrivedMs[item];
    const isRedial = items.redial[item] > 0;
    const counted = this.isCounted(arrived);
    this.counts.created++;
    if (isRedial) this.counts.redials++;
    this.ruleHits[items.rule[item]]++;
    this.peaks.enter(reportClass);
    this.intervals.entered(reportClass, arrived, counted, isRedial);
    if (this.days !== null) this.days.entered(reportClass, arrived, counted, isRedial);
    const due = items.dueMs[item];
    if (due < Infinity) this.dueDates.known(reportClass, arrived, due, counted, 1);
    if (this.dueDates.asked && counted)
      this.dueDates.allowedKnown(reportClass, this.classes.process[reportClass], arrived, 1);
    if (this.log !== null) this.log.created(items, item);
  }

  rejected(item: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const reportClass = items.reportClass[item];
    const arrived = items.arrivedMs[item];
    const isRedial = items.redial[item] > 0;
    const counted = this.isCounted(arrived);
    this.counts.rejected++;
    this.peaks.takeBack(reportClass);
    this.intervals.rejected(reportClass, arrived, counted, isRedial);
    if (this.days !== null) this.days.rejected(reportClass, arrived, counted, isRedial);
    const due = items.dueMs[item];
    if (due < Infinity) this.dueDates.known(reportClass, arrived, due, counted, -1);
    if (this.dueDates.asked && counted)
      this.dueDates.allowedKnown(reportClass, this.classes.process[reportClass], arrived, -1);
    if (this.log !== null) this.log.ended(items.serial[item], OUTCOME.rejected, 0, now);
  }

  offered(_item: number, _agent: number): void {}

  missed(item: number, agent: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const arrived = items.arrivedMs[item];
    if (this.log !== null) this.log.missed(items.serial[item]);
    if (this.counting) this.agentCounts[agent * AGENT_COUNTS.stride + AGENT_COUNTS.missed]++;
    if (!this.isCounted(arrived)) return;
    this.intervals.missedOffer(items.reportClass[item], arrived);
    if (this.days !== null) this.days.missedOffer(items.reportClass[item], arrived);
  }

  answered(item: number, agent: number, stage: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const reportClass = items.reportClass[item];
    const arrived = items.arrivedMs[item];
    const wait = now - arrived;
    const limit = this.classes.limitMs[reportClass];
    const counted = this.isCounted(arrived);
    this.counts.answered++;
    if (this.life !== undefined) this.life.answered(item, now);
    if (this.counting) this.agentCounts[agent * AGENT_COUNTS.stride]++;
    this.intervals.answered(reportClass, arrived, wait, limit, counted);
    const target = stage < 0 ? stage : stage + this.firstTarget[items.route[item]];
    if (this.log !== null) this.log.answered(items.serial[item], agent, target, this.priorityOf(item), now);
    if (!counted) {
      if (this.days !== null) this.days.answered(reportClass, arrived, wait, limit, false);
      return;
    }
    this.waits.add(reportClass, wait);
    const process = this.classes.process[reportClass];
    const row = (process * this.stageStride + target + 1) * TARGET_COUNTS.stride;
    this.targetCounts[row]++;
    this.targetCounts[row + TARGET_COUNTS.waitMs] += wait;
    this.takenBy[process * this.groupCount + this.groupOf[agent]]++;
    if (this.days !== null) {
      this.days.answered(reportClass, arrived, wait, limit, true);
      this.dayWait(reportClass, arrived, wait);
    }
  }

  abandoned(item: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const reportClass = items.reportClass[item];
    const arrived = items.arrivedMs[item];
    const wait = now - arrived;
    const limit = this.classes.limitMs[reportClass];
    const counted = this.isCounted(arrived);
    this.counts.abandoned++;
    if (this.life !== undefined) this.life.abandoned(item, now);
    this.peaks.leave(reportClass);
    this.intervals.abandoned(reportClass, arrived, wait, limit, counted);
    if (this.days !== null) this.days.abandoned(reportClass, arrived, wait, limit, counted);
    if (counted) {
      this.waits.add(reportClass, wait);
      this.waitsAbandoned.add(reportClass, wait);
      this.dayWait(reportClass, arrived, wait);
    }
    const due = items.dueMs[item];
    if (due < Infinity) this.dueDates.settled(reportClass, arrived, due, now, false, counted);
    if (this.dueDates.asked && counted)
      this.dueDates.allowedSettled(reportClass, this.classes.process[reportClass], arrived, now, false);
    if (this.log !== null) this.log.ended(items.serial[item], OUTCOME.abandoned, 0, now);
  }

  completed(item: number, agent: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const items = this.items;
    const reportClass = items.reportClass[item];
    const arrived = items.arrivedMs[item];
    const counted = this.isCounted(arrived);
    const wrapUp = agent < 0 ? 0 : this.wrapUps.begins(items, item, this.profiles[agent], now);
    const handled =
      this.life === undefined ? now - items.answeredMs[item] + wrapUp : this.life.completed(item, agent, now, wrapUp);
    this.counts.completed++;
    this.peaks.leave(reportClass);
    this.intervals.completed(reportClass, arrived, handled, counted, this.counting);
    if (this.days !== null) this.days.completed(reportClass, arrived, handled, counted, this.counting);
    const due = items.dueMs[item];
    if (due < Infinity) this.dueDates.settled(reportClass, arrived, due, now, true, counted);
    if (this.dueDates.asked && counted)
      this.dueDates.allowedSettled(reportClass, this.classes.process[reportClass], arrived, now, true);
    if (this.log !== null) this.log.ended(items.serial[item], OUTCOME.completed, wrapUp, now);
  }

  wrappedUp(item: number, agent: number): void {
    const now = this.present.nowMs;
    const {ms, longerMs} = this.wrapUps.ends(this.items, item, this.profiles[agent], now);
    if (longerMs === 0) return;
    if (now >= this.nextMarkMs) this.pass(now);
    const {reportClass, arrivedMs, serial} = this.items;
    if (this.log !== null) this.log.wrappedUp(serial[item], ms);
    if (!this.isCounted(arrivedMs[item])) return;
    this.intervals.handledLonger(reportClass[item], arrivedMs[item], longerMs);
    if (this.days !== null) this.days.handledLonger(reportClass[item], arrivedMs[item], longerMs);
  }

  paused(item: number, _agent: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const arrived = this.items.arrivedMs[item];
    if (!this.isCounted(arrived)) return;
    this.intervals.interrupted(this.items.reportClass[item], arrived);
    if (this.days !== null) this.days.interrupted(this.items.reportClass[item], arrived);
  }

  resumed(_item: number, _agent: number): void {}

  agentBecame(agent: number, state: AgentState, held: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
    const reason = state === AGENT.resting && this.resting !== null ? reasonOf(this.resting, agent) : -1;
    this.agents.became(agent, state, held, reason, now);
  }

  measured(index: number): void {
    const now = this.present.nowMs;
    if (now >= this.nextMarkMs) this.pass(now);
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
    this.pass(now);
    this.foldTimes(now);
    if (this.days !== null) this.peaks.endDay(this.days.bin - 1);
    while (this.openAt.length < this.asked.instantsMs.length) this.openAt.push(this.openByClass());
    this.endMs = now;
    this.balance = this.counts.close(this.items);
  }
  /** In the order of BALANCE, once the run is closed. */
  balance: Float64Array = new Float64Array(0);

  /** End of the counted time, once the run is closed. */
  get countedToMs(): number {
    return Math.min(this.timeToMs, this.endMs);
  }

  openByClass(): Float64Array {
    const {entered, gaveUp, finished} = this.intervals.stock();
    return entered.map((count, reportClass) => count - gaveUp[reportClass] - finished[reportClass]);
  }
  private waitingByClass(): Float64Array {
    const {entered, gaveUp, started} = this.intervals.stock();
    const aside = this.life === undefined ? null : this.intervals.tallies.sumOverBins(this.lifeAt + LIFE_FIELD.aside);
    return entered.map((count, it) => count - gaveUp[it] - started[it] - (aside?.[it] ?? 0));
  }

  private get lifeAt(): number {
    return lifeFieldsAt(this.asked);
  }
  private lifeRecorder(ledgers: readonly Ledger[]): LifeRecorder {
    return new LifeRecorder({
      ledgers,
      fieldsAt: this.lifeAt,
      log: this.log,
      pass: () => {
        const now = this.present.nowMs;
        if (now >= this.nextMarkMs) this.pass(now);
        return now;
      },
      isCounted: (arrivedMs) => this.isCounted(arrivedMs),
      wrapUpMs: (item, agent) => this.wrapUps.begins(this.items, item, this.profiles[agent], this.present.nowMs),
      took: (agent) => {
        if (this.counting) this.agentCounts[agent * AGENT_COUNTS.stride]++;
      },
    });
  }

  private isCounted(arrivedMs: number): boolean {
    return arrivedMs >= this.arrivedFromMs && arrivedMs < this.countToMs;
  }

  /** Whatever begins or ends up to `now`, in order. */
  private pass(now: number): void {
    while (now >= this.nextMarkMs) {
      const at = this.nextMarkMs;
      const {intervals, days} = this;
      this.foldTimes(at);
      while (this.openAt.length < this.asked.instantsMs.length && this.asked.instantsMs[this.openAt.length] <= at)
        this.openAt.push(this.openByClass());
      if (at === intervals.binEndMs) intervals.next();
      if (days !== null && at === days.binEndMs) {
        this.peaks.endDay(days.bin - 1);
        days.next();
      }
      const counting = at >= this.countFromMs && at < this.timeToMs;
      if (counting && !this.counting) this.peaks.restart();
      this.counting = counting;
      this.nextMarkMs = Math.min(
        intervals.binEndMs,
        days?.binEndMs ?? Infinity,
        at < this.countFromMs ? this.countFromMs : this.timeToMs > at ? this.timeToMs : Infinity,
        this.asked.instantsMs[this.openAt.length] ?? Infinity,
      );
    }
  }
  private foldTimes(at: number): void {
    this.agents.fold(at, this.intervals.bin, this.days?.bin ?? 0, this.counting);
    if (this.counting) this.peaks.fold();
  }

  private dayWait(reportClass: number, arrivedMs: number, waitMs: number): void {
    if (this.days === null) return;
    const {bins} = this.days;
    for (const scope of this.classes.dayWaits[reportClass])
      this.dayWaits.add(scope * bins.count + bins.binOf(arrivedMs), waitMs);
  }
}
