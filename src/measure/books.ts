import type {Floor} from '../floor/floor.ts';
import {Items} from '../floor/items.ts';
import type {Life} from '../model/life.ts';
import type {Milestones} from '../model/milestones.ts';
import type {Model} from '../model/model.ts';
import {PULLED} from '../model/pull.ts';
import {stageNodes} from '../model/stageNodes.ts';
import {AgentTimes} from './agentTimes.ts';
import {type Asked, NOTHING_ASKED} from './asked.ts';
import {CutBins, DayBins, IntervalBins} from './bins.ts';
import {ClassesMet} from './classesMet.ts';
import {Counts} from './counts.ts';
import {DueDates} from './dueDates.ts';
import {AGENT_COUNTS, TARGET_COUNTS, targetStride} from './fields.ts';
import {type ItemLog, OUTCOME} from './itemLog.ts';
import {Ledger} from './ledger.ts';
import {BinBook} from './life/binBook.ts';
import {LIFE_FIELD, lifeFieldsAt, lifeStride, milestonesAt, stageStocksAt} from './life/fields.ts';
import {LeadBook} from './life/leadBook.ts';
import {LifeRecorder} from './life/lifeRecorder.ts';
import {MilestoneBook} from './life/milestoneBook.ts';
import {anythingMoves, MoveBook} from './life/moveBook.ts';
import {OwnerBook} from './life/ownerBook.ts';
import {StageBook} from './life/stageBook.ts';
import {peakScopes} from './peakScopes.ts';
import {Peaks} from './peaks.ts';
import {VISIT_END} from './visitLog.ts';
import {WaitHistograms} from './waitHistogram.ts';
import {WaitBook} from './waitParts/waitBook.ts';
import type {RecorderOptions, Watched} from './watched.ts';
import {WrapUps} from './wrapUps.ts';

/**
 * The books of one replication: what is written into, and what begins and ends for all of them as time passes. The
 * recorder writes the events.
 */
export class Books {
  readonly model: Model;
  readonly asked: Asked;
  readonly counts = new Counts();
  readonly ledger: Ledger;
  readonly intervalBins: IntervalBins;
  /** Null where nothing is judged by day. */
  readonly dayBins: DayBins | null;
  readonly agents: AgentTimes;
  readonly peaks: Peaks;
  readonly waits: WaitHistograms;
  readonly waitsAbandoned: WaitHistograms;
  /** Rows `scope * days + day - 1` of `asked.dayWaits`. */
  readonly dayWaits: WaitHistograms;
  readonly agentCounts: Float64Array;
  /** [(process * targetStride + target + 1) * stride]. */
  readonly targetCounts: Float64Array;
  /** [(process * targetStride + target + 1) * groups + group]: answered. */
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
  /** Where items open others. */
  readonly owners: OwnerBook | null = null;
  /** Where items go from process to process. */
  readonly moves: MoveBook | null = null;
  /** Where anything is won or noted of items. */
  readonly leads: LeadBook | null = null;
  /** Where agents may have something of their own that is not in hand. */
  readonly bins: BinBook | null = null;

  /** What items wait for; null where nobody keeps account of it. Before the run begins. */
  waiting: WaitBook | null = null;

  protected items: Items = new Items();
  protected present: {readonly nowMs: number} = {nowMs: -0};
  protected priorityOf: (item: number) => number = () => Number.NaN;
  protected profiles: Int32Array = new Int32Array(0);
  protected readonly log: ItemLog | null;
  private readonly asksWaiting: boolean;
  protected readonly countFromMs: number;
  /** Without a warm-up, items of an initial backlog count too. */
  protected readonly arrivedFromMs: number;
  /** Arrivals before this count; time counts up to `timeToMs`. */
  protected readonly countToMs: number;
  protected readonly timeToMs: number;
  protected readonly countsAll: boolean;
  protected readonly stageStride: number;
  protected readonly firstTarget: Int32Array | null;
  protected readonly dueDates: DueDates;
  protected readonly answerLimitsMs: Float64Array;
  protected readonly groupOf: Int32Array;
  protected readonly groupCount: number;
  protected readonly wrapUps: WrapUps;
  protected counting = false;
  protected nextMarkMs = -0;
  protected day = 1;
  protected dayEndMs: number;

  constructor(options: RecorderOptions) {
    const {model} = options;
    const {horizon, reporting, roster} = model;
    this.model = model;
    this.asked = options.asked ?? NOTHING_ASKED;
    this.log = options.log ?? null;
    this.asksWaiting = options.waitParts !== false;
    this.countFromMs = horizon.warmUpMs;
    this.arrivedFromMs = horizon.warmUpMs > 0 ? horizon.warmUpMs : -Infinity;
    this.countToMs = horizon.untilMs - horizon.coolDownMs;
    this.timeToMs = horizon.drains && horizon.coolDownMs === 0 ? Infinity : this.countToMs;
    this.countsAll = horizon.warmUpMs <= 0 && horizon.coolDownMs === 0;
    const {answerLimitsMs, allowedMs} = this.asked;
    this.answerLimitsMs = Float64Array.from(answerLimitsMs);
    const intervals = new IntervalBins(reporting.intervalMs, horizon.untilMs);
    const days = this.asked.days ? new DayBins(reporting.dayStartsMs, horizon.untilMs) : null;
    this.intervalBins = intervals;
    this.dayBins = days;
    this.dayEndMs = days?.startOf(2) ?? Infinity;
    const cut = days === null ? null : new CutBins(intervals, days);
    const bins = cut?.isCut ? cut : intervals;
    const classes = Math.max(1, reporting.classes.count);
    this.ledger = new Ledger(
      bins,
      classes,
      answerLimitsMs.length,
      allowedMs.length,
      model.life === undefined ? 0 : lifeStride(model.life),
    );
    const dueAfter = options.dueAfter ?? ((_, arrivedMs, allowed) => arrivedMs + allowed);
    this.dueDates = new DueDates(this.ledger, allowedMs, dueAfter, days?.startOf(days.count - 1) ?? 0);
    this.agents = new AgentTimes(roster, this.ledger.tallies.binCapacity, model.names.reasons.length);
    this.peaks = new Peaks(peakScopes(model, this.asked), model.names);
    this.classes = new ClassesMet(model, this.peaks, this.asked.dayWaits);
    this.waits = new WaitHistograms(classes);
    this.waitsAbandoned = new WaitHistograms(classes);
    this.dayWaits = new WaitHistograms(this.asked.dayWaits.length * (days?.count ?? 0));
    this.agentCounts = new Float64Array(roster.agentCount * AGENT_COUNTS.stride);
    this.stageStride = targetStride(model);
    this.wrapUps = new WrapUps(model);
    this.firstTarget = model.routes.firstTarget ?? null;
    this.groupOf = roster.group;
    this.groupCount = roster.groupCount;
    this.targetCounts = new Float64Array(model.processes.count * this.stageStride * TARGET_COUNTS.stride);
    this.takenBy = new Float64Array(model.processes.count * this.stageStride * roster.groupCount);
    this.ruleHits = new Float64Array(model.names.rules.length);
    this.probes = new Float64Array(horizon.measureAtMs.length * (model.processes.count + 3));
    if (model.life?.workbins || model.pull?.by.includes(PULLED.byOwner))
      this.bins = new BinBook(roster, this.ledger.tallies.binCapacity, (item, ms) => this.life?.parked(item, ms));
    if (model.life?.opened !== undefined)
      this.owners = new OwnerBook({
        model,
        log: this.log,
        isCounted: (item) => this.isCounted(item),
        processOf: (reportClass) => this.classes.process[reportClass],
        bins,
      });
    if (model.life !== undefined && anythingMoves(model.life))
      this.moves = new MoveBook(model, (item) => this.isCounted(item));
    if (model.life?.leads) this.leads = new LeadBook(model, model.life.leads);
    if (model.life !== undefined) this.life = this.lifeRecorder(model.life);
  }

  /** What events will speak of; before the run begins. */
  watch(watched: Watched): void {
    this.items = watched.items;
    this.present = watched.clocks;
    this.profiles = watched.profiles;
    this.agents.watch(watched.clocks, watched.resting ?? null);
    this.priorityOf = watched.priorityOf ?? (() => Number.NaN);
    if (this.asksWaiting && watched.floor !== undefined) this.waiting = this.waitBook(watched.floor);
    this.owners?.watch(watched.items, watched.clockAt ?? ((_, wallMs) => wallMs));
    this.moves?.watch(watched.items);
    this.life?.watch({
      items: watched.items,
      ageOf: watched.ageOf ?? (() => Number.NaN),
      clocks: watched.clocks,
      milestones: watched.milestones ?? null,
    });
  }

  /** In the order of BALANCE, once the run is closed. */
  balance: Float64Array = new Float64Array(0);

  /** End of the counted time, once the run is closed. */
  get countedToMs(): number {
    return Math.min(this.timeToMs, this.endMs);
  }

  openByClass(): Float64Array {
    const {entered, gaveUp, finished} = this.ledger.stock();
    return entered.map((count, reportClass) => count - gaveUp[reportClass] - finished[reportClass]);
  }
  protected waitingByClass(): Float64Array {
    const {entered, gaveUp, started} = this.ledger.stock();
    const aside = this.life === undefined ? null : this.ledger.tallies.sumOverBins(this.lifeAt + LIFE_FIELD.aside);
    return entered.map((count, it) => count - gaveUp[it] - started[it] - (aside?.[it] ?? 0));
  }

  protected get lifeAt(): number {
    return lifeFieldsAt(this.asked);
  }
  private waitBook(floor: Floor): WaitBook {
    const processOf = (reportClass: number) => this.classes.process[reportClass];
    const isCounted = (item: number) => this.isCounted(item);
    return new WaitBook({model: this.model, floor, bins: this.ledger.bins, isCounted, processOf});
  }
  protected lifeRecorder(life: Life): LifeRecorder {
    return new LifeRecorder({
      ledger: this.ledger,
      fieldsAt: this.lifeAt,
      log: this.log,
      pass: () => {
        if (this.present.nowMs >= this.nextMarkMs) this.pass();
        return this.present.nowMs;
      },
      isCounted: (item) => this.isCounted(item),
      wrapUpMs: (item, agent) => this.wrapUps.begins(this.items, item, this.profiles[agent], this.present.nowMs),
      dueMoves: (item, toMs) => {
        this.dueDates.moves(this.items, item, toMs, this.present.nowMs, this.isCounted(item));
        this.log?.dueMoves(this.items.serial(item), toMs);
      },
      canceled: (item) => {
        const {items, counts, peaks, dueDates, log} = this;
        const {nowMs} = this.present;
        const process = this.classes.process[items.reportClass(item)];
        counts.canceled++;
        if (!Number.isNaN(items.answeredMs(item))) counts.canceledAnswered++;
        peaks.leave(items.reportClass(item));
        this.waiting?.ends(item);
        dueDates.canceled(items, item, process, nowMs, this.isCounted(item));
        log?.ended(items.serial(item), OUTCOME.canceled, 0, nowMs);
      },
      unanswered: () => {
        this.counts.completedUnanswered++;
      },
      took: (agent) => {
        if (this.counting) this.agentCounts[agent * AGENT_COUNTS.stride]++;
      },
      bins: this.bins,
      owners: this.owners,
      moves: this.moves,
      leads: this.leads,
      processOf: (reportClass) => this.classes.process[reportClass],
      opened: () => {
        this.counts.opened++;
      },
      counting: () => this.counting,
      milestones: life.milestones ? this.milestoneBook(life, life.milestones) : null,
      visitBegins: (item, agent, stage) => {
        const {items, model, present} = this;
        const route = items.route(item);
        const target = stage < 0 || this.firstTarget === null ? stage : stage + this.firstTarget[route];
        this.log?.visits.begins(items.serial(item), agent, model.routes.process[route], target, present.nowMs);
      },
      visitEnds: (item, outcome, wrapUp) => {
        this.log?.visits.ends(this.items.serial(item), outcome, wrapUp, this.present.nowMs);
      },
      stages: new StageBook(stageNodes(life), {
        ledger: this.ledger,
        log: life.stages === undefined ? null : this.log,
        stocksAt: stageStocksAt(this.asked),
        processes: this.model.processes.count,
        processOf: (reportClass) => this.classes.process[reportClass],
        isCounted: (item) => this.isCounted(item),
      }),
    });
  }

  private milestoneBook(life: Life, {rows}: Milestones): MilestoneBook {
    const {reporting, horizon} = this.model;
    return new MilestoneBook({
      rows: rows.length,
      dayStartsMs: reporting.dayStartsMs,
      untilMs: horizon.untilMs,
      ledger: this.ledger,
      fieldsAt: milestonesAt(this.asked, life),
      log: this.log,
      pass: () => {
        if (this.present.nowMs >= this.nextMarkMs) this.pass();
        return this.present.nowMs;
      },
      isCounted: (item) => this.isCounted(item),
      binOf: (arrivedMs, targetMs) => this.dueDates.binOf(arrivedMs, targetMs),
    });
  }

  protected isCounted(item: number): boolean {
    const arrived = this.items.arrivedMs(item);
    return arrived >= this.arrivedFromMs && arrived < this.countToMs;
  }

  /** To a column by arrival, where the item counts. */
  protected addByArrival(item: number, field: number, by: number): void {
    if (!this.isCounted(item)) return;
    const {ledger, items} = this;
    const at = ledger.cellAt(items.arrivedMs(item), items.reportClass(item));
    ledger.tallies.cells[at + field] += by;
  }

  /** The item becomes final. */
  protected settle(item: number, good: boolean, isCounted: boolean): void {
    const {items, dueDates} = this;
    const now = this.present.nowMs;
    if (items.dueMs(item) < Infinity) dueDates.settled(items, item, now, good, isCounted);
    if (!dueDates.asked || !isCounted) return;
    dueDates.allowedSettled(items, item, this.classes.process[items.reportClass(item)], now, good);
  }

  protected meet(reportClass: number): void {
    this.classes.meet(reportClass);
    this.ledger.meet(reportClass);
  }

  /** Whatever begins or ends up to now, in order. */
  protected pass(): void {
    while (this.present.nowMs >= this.nextMarkMs) {
      const at = this.nextMarkMs;
      const {ledger, dayBins} = this;
      this.foldTimes(at);
      while (this.openAt.length < this.asked.instantsMs.length && this.asked.instantsMs[this.openAt.length] <= at)
        this.openAt.push(this.openByClass());
      if (at === ledger.binEndMs) ledger.next();
      if (dayBins !== null && at === this.dayEndMs) {
        this.peaks.endDay(this.day - 1);
        this.day++;
        this.dayEndMs = this.day + 1 < dayBins.count ? dayBins.startOf(this.day + 1) : Infinity;
      }
      const counting = at >= this.countFromMs && at < this.timeToMs;
      if (counting && !this.counting) this.peaks.restart();
      this.counting = counting;
      this.nextMarkMs = Math.min(
        ledger.binEndMs,
        this.dayEndMs,
        at < this.countFromMs ? this.countFromMs : this.timeToMs > at ? this.timeToMs : Infinity,
        this.asked.instantsMs[this.openAt.length] ?? Infinity,
      );
    }
  }
  protected foldTimes(at: number): void {
    this.agents.fold(at, this.ledger.bin, this.counting);
    this.bins?.fold(at, this.ledger.bin, this.counting);
    if (this.counting) this.peaks.fold();
  }

  /** What becomes of the visit that ends, for the log. */
  protected outcomeOf(item: number): number {
    return this.life === undefined || this.items.outcome(item) < 0 ? VISIT_END.complete : this.items.outcome(item);
  }

  protected dayWait(item: number): void {
    if (this.dayBins === null) return;
    const arrived = this.items.arrivedMs(item);
    const day = this.dayBins.binOf(arrived);
    for (const scope of this.classes.dayWaits[this.items.reportClass(item)])
      this.dayWaits.add(scope * this.dayBins.count + day, this.present.nowMs - arrived);
  }
}
