import {AGENT} from '../../engine/observer.ts';
import type {Model} from '../../model/model.ts';
import {stageNodes} from '../../model/stageNodes.ts';
import {RatioSums} from '../../statistics/index.ts';
import {TIME_STRIDE} from '../agentTimes.ts';
import {FIELD} from '../fields.ts';
import {LIFE_FIELD, lifeFieldsAt, stageStocksAt} from '../life/fields.ts';
import type {GroupIntervalRow, IntervalRow, IntervalSeries, JoinedRatios, WeekPattern} from '../results.ts';
import {LateSums} from './late.ts';
import type {Replication} from './replication.ts';
import {Stretches, StretchSums} from './stretches.ts';
import {WaitPartSums} from './waitParts.ts';
import {WeekSums} from './week.ts';

/** From so many intervals on, ratios are summed by local hour and day as well: a picture holds no more points. */
const MANY_INTERVALS = 100;

/** Sums by interval over replications, without keeping these: one of a process and channel, or of a group. */
class RowSums {
  readonly offered = new RatioSums();
  readonly answered = new RatioSums();
  readonly abandoned = new RatioSums();
  readonly rejected = new RatioSums();
  readonly serviceLevel = new RatioSums();
  readonly slaAttainment = new RatioSums();
  readonly judgedDue = new RatioSums();
  readonly wait = new RatioSums();
  readonly notStarted = new RatioSums();
  readonly inHand = new RatioSums();
  readonly overdue = new RatioSums();
  readonly backlog = new RatioSums();
  readonly handledMs = new RatioSums();
  readonly joined: readonly {readonly serviceLevel: StretchSums; readonly slaAttainment: StretchSums}[];

  readonly stages: readonly RatioSums[];

  constructor(stretches: readonly Stretches[], stages: number) {
    this.stages = Array.from({length: stages}, () => new RatioSums());
    this.joined = stretches.map((each) => ({
      serviceLevel: new StretchSums(each),
      slaAttainment: new StretchSums(each),
    }));
  }
}
class GroupSums {
  readonly onDuty = new RatioSums();
  readonly busy = new RatioSums();
  readonly paid = new RatioSums();
  readonly occupancy = new RatioSums();
  readonly joined: readonly StretchSums[];

  constructor(stretches: readonly Stretches[]) {
    this.joined = stretches.map((each) => new StretchSums(each));
  }
}

/** Collects what happened interval by interval. */
export class Series {
  private readonly model: Model;
  private readonly rows = new Map<number, RowSums>();
  private readonly groups: readonly GroupSums[];
  private readonly localTime: (ms: number) => string;
  private readonly stretches: readonly Stretches[];
  private readonly openStages: number;
  private readonly late: LateSums;
  private readonly waitParts: WaitPartSums;
  private readonly week: WeekSums;
  private replications = 0;
  private intervals = 0;

  constructor(model: Model, localTime: (ms: number) => string) {
    this.model = model;
    this.localTime = localTime;
    this.late = new LateSums(model);
    this.waitParts = new WaitPartSums(model);
    this.openStages = model.life === undefined ? 0 : stageNodes(model.life).open;
    const {intervalMs} = model.reporting;
    const few = model.horizon.untilMs <= MANY_INTERVALS * intervalMs;
    this.week = new WeekSums(intervalMs, (interval) => localTime(interval * intervalMs));
    const points = few ? [] : (['hour', 'day'] as const);
    this.stretches = points.map((point) => new Stretches(point, (interval) => localTime(interval * intervalMs)));
    this.groups = model.names.groups.map(() => new GroupSums(this.stretches));
  }

  add(replication: Replication): void {
    this.replications++;
    const shown = this.shownOf(replication);
    this.intervals = Math.max(this.intervals, shown);
    const {intervalMs} = this.model.reporting;
    const countedTo = Math.floor(Math.min(replication.countToMs, replication.endMs) / intervalMs);
    this.week.begin(Math.ceil(replication.countFromMs / intervalMs), Math.min(shown, countedTo));
    const byRow = new Map<number, number[]>();
    replication.classes.forEach(({process, channel}, it) => {
      const key = process * this.model.channelCount + channel;
      byRow.set(key, [...(byRow.get(key) ?? []), it]);
    });
    for (const [key, classes] of byRow) this.addRow(key, replication, classes, shown);
    this.addGroups(replication, shown);
    this.late.add(replication);
    this.waitParts.add(replication);
  }

  /** Intervals of the horizon; without an end, those the run reached. */
  private shownOf({endMs, intervalBins}: Replication): number {
    const {untilMs} = this.model.horizon;
    return untilMs < Infinity ? intervalBins.count - 2 : intervalBins.binOf(endMs);
  }

  private addRow(key: number, replication: Replication, classes: readonly number[], shown: number): void {
    let row = this.rows.get(key);
    if (row === undefined) {
      row = new RowSums(this.stretches, this.openStages);
      this.rows.set(key, row);
    }
    const {cells} = replication.facts.columns;
    const {answerWithinMs} = this.model.processes;
    let [notStarted, inHand, aside, overdue] = [0, 0, 0, 0];
    const asideAt = lifeFieldsAt(replication.asked) + LIFE_FIELD.aside;
    const stocksAt = stageStocksAt(replication.asked);
    const stocks = new Float64Array(this.openStages);
    const sum = new Float64Array(replication.stride);
    for (let bin = 0; bin <= shown; bin++) {
      sum.fill(0);
      for (const it of classes) {
        const at = (bin * replication.classes.length + it) * replication.stride;
        for (let field = 0; field < sum.length; field++) sum[field] += cells[at + field] ?? 0;
      }
      if (bin > 0) {
        const interval = bin - 1;
        const promised = answerWithinMs[Math.floor(key / this.model.channelCount)] >= 0;
        row.offered.add(interval, sum[FIELD.offered], 1);
        row.answered.add(interval, sum[FIELD.answered], 1);
        row.abandoned.add(interval, sum[FIELD.abandoned], 1);
        row.rejected.add(interval, sum[FIELD.rejected], 1);
        const judged = replication.judgedIn(bin, sum);
        row.serviceLevel.add(interval, sum[FIELD.answeredIn], promised ? sum[FIELD.offered] : 0);
        row.slaAttainment.add(interval, sum[FIELD.met], judged);
        row.judgedDue.add(interval, judged, 1);
        for (const {serviceLevel, slaAttainment} of row.joined) {
          serviceLevel.add(interval, sum[FIELD.answeredIn], promised ? sum[FIELD.offered] : 0);
          slaAttainment.add(interval, sum[FIELD.met], judged);
        }
        this.addToWeek(interval, sum, promised, judged);
        this.week.add('backlog', interval, notStarted + inHand + aside, 0);
        const waited = sum[FIELD.waitAnsweredMs] + sum[FIELD.waitAbandonedMs];
        row.wait.add(interval, waited / 1000, sum[FIELD.answered] + sum[FIELD.abandoned]);
        row.handledMs.add(interval, sum[FIELD.handleMs] / 1000, 1);
        row.notStarted.add(interval, notStarted, 1);
        row.inHand.add(interval, inHand, 1);
        row.overdue.add(interval, overdue, 1);
        row.stages.forEach((stage, k) => {
          stage.add(interval, stocks[k], 1);
        });
        row.backlog.add(interval, notStarted + inHand + aside, 1);
      }
      for (let k = 0; k < stocks.length; k++) stocks[k] += sum[stocksAt + k];
      const putAside = sum[asideAt] ?? 0;
      aside += putAside;
      notStarted += sum[FIELD.entered] - sum[FIELD.started] - sum[FIELD.gaveUp] - putAside;
      inHand += sum[FIELD.started] - sum[FIELD.finished];
      overdue += sum[FIELD.becameOverdue] - sum[FIELD.ceasedOverdue];
    }
    for (const {serviceLevel, slaAttainment} of row.joined) {
      serviceLevel.close();
      slaAttainment.close();
    }
  }

  private addToWeek(interval: number, sum: Float64Array, promised: boolean, judged: number): void {
    const {week} = this;
    const offered = sum[FIELD.offered];
    week.add('offered', interval, offered, 0);
    week.add('serviceLevel', interval, sum[FIELD.answeredIn], promised ? offered : 0);
    week.add('slaAttainment', interval, sum[FIELD.met], judged);
    week.add('abandonment', interval, sum[FIELD.abandoned], offered);
    week.add('speedOfAnswer', interval, sum[FIELD.waitAnsweredMs] / 1000, sum[FIELD.answered]);
    week.add('handleTime', interval, sum[FIELD.handleMs] / 1000, sum[FIELD.completed]);
  }

  private addGroups(replication: Replication, shown: number): void {
    const {intervalMs} = this.model.reporting;
    const {agentsByInterval, paidMs} = replication.facts.columns;
    const end = Math.min(replication.endMs, this.model.horizon.untilMs);
    this.groups.forEach((sums, group) => {
      for (let interval = 0; interval < shown; interval++) {
        const length = Math.min(end, (interval + 1) * intervalMs) - interval * intervalMs;
        const at = ((interval + 1) * this.groups.length + group) * TIME_STRIDE;
        const ms = (state: number) => agentsByInterval[at + state] ?? 0;
        const busy = ms(AGENT.busy);
        const onDuty = busy + ms(AGENT.ready) + ms(AGENT.ringing) + ms(AGENT.resting) + ms(AGENT.notReady);
        sums.onDuty.add(interval, onDuty, length);
        sums.busy.add(interval, busy + ms(AGENT.overtime), length);
        sums.paid.add(interval, paidMs[interval * this.groups.length + group] ?? 0, length);
        sums.occupancy.add(interval, busy, busy + ms(AGENT.ready));
        this.week.add('occupancy', interval, busy, busy + ms(AGENT.ready));
        for (const joined of sums.joined) joined.add(interval, busy, busy + ms(AGENT.ready));
      }
      for (const joined of sums.joined) joined.close();
    });
  }

  results(): IntervalSeries {
    const startMs = Array.from({length: this.intervals}, (_, interval) => interval * this.model.reporting.intervalMs);
    const keys = [...this.rows.keys()].sort((a, b) => a - b);
    const late = this.late.results(this.intervals, this.replications);
    const waitParts = this.waitParts.results(this.intervals, this.replications);
    return {
      start: startMs.map(this.localTime),
      startMs,
      rows: keys.flatMap((key) => {
        const row = this.rows.get(key);
        return row === undefined ? [] : [this.rowOf(key, row)];
      }),
      groups: this.groups.map((sums, group) => this.groupOf(group, sums)),
      ...(late && {late}),
      ...(waitParts && {waitParts}),
      ...(this.intervals > MANY_INTERVALS && {joined: this.joined(keys)}),
    };
  }

  /** Null where no two days of the week were. */
  weekResults(): WeekPattern | null {
    return this.week.results();
  }

  private joined(keys: readonly number[]): JoinedRatios[] {
    return this.stretches.map(({point, start}, k) => ({
      point,
      start,
      rows: keys.flatMap((key) => {
        const sums = this.rows.get(key)?.joined[k];
        if (sums === undefined) return [];
        return [
          {
            serviceLevel: sums.serviceLevel.estimates(this.replications),
            slaAttainment: sums.slaAttainment.estimates(this.replications),
          },
        ];
      }),
      groups: this.groups.map(({joined}) => ({occupancy: joined[k].estimates(this.replications)})),
    }));
  }

  private rowOf(key: number, row: RowSums): IntervalRow {
    const {names, channelCount} = this.model;
    const each = <T>(of: (interval: number) => T) =>
      Array.from({length: this.intervals}, (_, interval) => of(interval));
    // a process and channel met in some replications only: the others had none of it
    const means = (sums: RatioSums) => each((interval) => sums.numerator(interval) / this.replications);
    return {
      process: names.processes[Math.floor(key / channelCount)],
      channel: names.channels[key % channelCount],
      offered: means(row.offered),
      answered: means(row.answered),
      abandoned: means(row.abandoned),
      rejected: means(row.rejected),
      serviceLevel: each((interval) => row.serviceLevel.estimate(interval, this.replications)),
      slaAttainment: each((interval) => row.slaAttainment.estimate(interval, this.replications)),
      judgedDue: means(row.judgedDue),
      meanWaitSeconds: each((interval) => row.wait.value(interval)),
      backlogNotStarted: means(row.notStarted),
      backlogInHand: means(row.inHand),
      backlogOverdue: means(row.overdue),
      backlogHalfWidth: each((interval) => row.backlog.estimate(interval, this.replications).halfWidth),
      handledSeconds: means(row.handledMs),
      ...(this.openStages > 0 && {backlogByStage: row.stages.map(means)}),
    };
  }

  private groupOf(group: number, sums: GroupSums): GroupIntervalRow {
    const each = <T>(of: (interval: number) => T) =>
      Array.from({length: this.intervals}, (_, interval) => of(interval));
    const occupancy = each((interval) => sums.occupancy.estimate(interval, this.replications));
    return {
      group: this.model.names.groups[group],
      onDutyAgents: each((interval) => sums.onDuty.value(interval) ?? 0),
      busyAgents: each((interval) => sums.busy.value(interval) ?? 0),
      paidAgents: each((interval) => sums.paid.value(interval) ?? 0),
      occupancy: occupancy.map(({value}) => value),
      occupancyHalfWidth: occupancy.map(({halfWidth}) => halfWidth),
    };
  }
}
