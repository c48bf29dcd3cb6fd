import type {AgentState} from '../../engine/observer.ts';
import {AGENT} from '../../engine/observer.ts';
import type {Status} from '../../model/life.ts';
import {HELD_MS} from '../agentTimes.ts';
import type {Asked} from '../asked.ts';
import {ANSWER_LIMIT_FIELDS, ANSWER_LIMIT_STRIDE, FIELD, FIELDS} from '../fields.ts';
import {LIFE_FIELD, lifeFieldsAt, MILESTONE_DAY_STRIDE} from '../life/fields.ts';
import type {DueTally, MilestoneTally, Tally, WithinTally} from '../tally.ts';
import {quantileMs} from '../waitHistogram.ts';

/** Columns of the promised part: items of processes that have an `answerWithin`. */
export const PROMISED = [
  FIELD.offered,
  FIELD.answered,
  FIELD.abandoned,
  FIELD.answeredIn,
  FIELD.abandonedIn,
  FIELD.abandonedShort,
] as const;

/** The numbers behind a tally. All add up but `waits`, which is worked out when asked. */
export interface TallyNumbers {
  readonly replications: number;
  readonly hours: number;
  /** Sum over the classes of the scope, by FIELD and what goals asked. */
  readonly items: Float64Array;
  /** By PROMISED. */
  readonly promised: Float64Array;
  /** Due, met, undetermined: by due date, then by each allowed time asked. */
  readonly due: Float64Array;
  /** MILESTONE_DAY of each milestone, 0 of those outside the scope. */
  readonly milestones: Float64Array;
  readonly milestoneNames: readonly string[];
  readonly overdueAtEnd: number;
  readonly backlogAtEnd: number;
  /** NaN where the peak of this scope was not kept. */
  readonly backlogPeak: number;
  readonly backlogAt: Float64Array;
  /** By agent state, then item-time in hand. */
  readonly times: Float64Array;
  readonly paidMs: number;
  /** NaN unknown. */
  readonly cost: number;
}

export class ScopeTally implements Tally {
  readonly numbers: TallyNumbers;
  private readonly asked: Asked;
  private readonly countWaits: () => Float64Array;
  private waits: Float64Array | null = null;
  constructor(numbers: TallyNumbers, asked: Asked, countWaits: () => Float64Array) {
    this.numbers = numbers;
    this.asked = asked;
    this.countWaits = countWaits;
  }

  get replications() {
    return this.numbers.replications;
  }
  get hours() {
    return this.numbers.hours;
  }
  get offered() {
    return this.numbers.items[FIELD.offered];
  }
  get answered() {
    return this.numbers.items[FIELD.answered];
  }
  get abandoned() {
    return this.numbers.items[FIELD.abandoned];
  }
  get rejected() {
    return this.numbers.items[FIELD.rejected];
  }
  get completed() {
    return this.numbers.items[FIELD.completed];
  }
  get redials() {
    return this.numbers.items[FIELD.redials];
  }
  get missedOffers() {
    return this.numbers.items[FIELD.missedOffers];
  }
  get interruptions() {
    return this.numbers.items[FIELD.interruptions];
  }
  get waited() {
    return this.numbers.items[FIELD.waited];
  }
  get waitAnsweredMs() {
    return this.numbers.items[FIELD.waitAnsweredMs];
  }
  get waitAbandonedMs() {
    return this.numbers.items[FIELD.waitAbandonedMs];
  }
  get handleMs() {
    return this.numbers.items[FIELD.handleMs];
  }
  get laterVisits() {
    return this.ofLife(LIFE_FIELD.laterVisits) ?? 0;
  }
  get parkedStays() {
    return this.ofLife(LIFE_FIELD.parkedStays) ?? 0;
  }
  get parkedMs() {
    return this.ofLife(LIFE_FIELD.parkedMs) ?? 0;
  }
  get canceled() {
    return this.ofLife(LIFE_FIELD.canceled) ?? 0;
  }
  get lapsed() {
    return this.ofLife(LIFE_FIELD.lapsed) ?? 0;
  }
  get queuedMs() {
    return this.ofLife(LIFE_FIELD.queuedMs) ?? this.waitAnsweredMs + this.waitAbandonedMs;
  }
  get finishMs() {
    return this.ofLife(LIFE_FIELD.finishMs) ?? Number.NaN;
  }
  get leadsContacted() {
    return this.ofLife(LIFE_FIELD.leadsContacted) ?? 0;
  }
  get conversions() {
    return this.ofLife(LIFE_FIELD.conversions) ?? 0;
  }
  get valueWon() {
    return this.ofLife(LIFE_FIELD.valueWon) ?? 0;
  }
  get valueLost() {
    return this.ofLife(LIFE_FIELD.valueLost) ?? 0;
  }
  statusMs(status: Status): number {
    return this.ofLife(status) ?? 0;
  }
  /** Undefined where the model has no life cycle. */
  private ofLife(field: number): number | undefined {
    return this.numbers.items[lifeFieldsAt(this.asked) + field];
  }
  get throughput() {
    return this.numbers.items[FIELD.throughput];
  }
  get overdueAtEnd() {
    return this.numbers.overdueAtEnd;
  }
  get heldMs() {
    return this.numbers.times[HELD_MS];
  }
  get paidMs() {
    return this.numbers.paidMs;
  }
  get cost() {
    return this.costKnown ? this.numbers.cost : 0;
  }
  get costKnown() {
    return !Number.isNaN(this.numbers.cost);
  }
  get onDutyMs() {
    const {times} = this.numbers;
    return times[AGENT.ready] + times[AGENT.busy] + times[AGENT.ringing] + times[AGENT.resting] + times[AGENT.notReady];
  }
  agentMs(state: AgentState): number {
    return this.numbers.times[state];
  }

  within(limitMs: number | undefined): WithinTally {
    const {items, promised} = this.numbers;
    if (limitMs === undefined) {
      const [offered, answered, abandoned, answeredIn, abandonedIn, abandonedShort] = promised;
      return {offered, answered, abandoned, answeredIn, abandonedIn, abandonedShort};
    }
    const at = FIELDS + this.indexOf(this.asked.answerLimitsMs, limitMs) * ANSWER_LIMIT_STRIDE;
    return {
      offered: items[FIELD.offered],
      answered: items[FIELD.answered],
      abandoned: items[FIELD.abandoned],
      answeredIn: items[at + ANSWER_LIMIT_FIELDS.answeredIn],
      abandonedIn: items[at + ANSWER_LIMIT_FIELDS.abandonedIn],
      abandonedShort: items[FIELD.abandonedShort],
    };
  }
  due(limitMs: number | undefined): DueTally {
    const at = limitMs === undefined ? 0 : 3 * (1 + this.indexOf(this.asked.allowedMs, limitMs));
    const [due, met, undetermined] = this.numbers.due.subarray(at, at + 3);
    return {due, met, undetermined};
  }
  milestones(name: string | undefined): MilestoneTally {
    const sums = [0, 0, 0];
    const {milestones, milestoneNames} = this.numbers;
    for (let at = 0; at < milestones.length; at++)
      if (name === undefined || milestoneNames[Math.floor(at / MILESTONE_DAY_STRIDE)] === name)
        sums[at % MILESTONE_DAY_STRIDE] += milestones[at];
    const [started, met, violated] = sums;
    return {started, met, violated};
  }
  waitQuantileMs(share: number): number {
    return quantileMs(this.waitCounts(), share);
  }
  waitCounts(): Float64Array {
    this.waits ??= this.countWaits();
    return this.waits;
  }
  backlog(at: {readonly ms: number} | 'end' | 'peak'): number {
    if (at === 'end') return this.numbers.backlogAtEnd;
    if (at === 'peak') return this.numbers.backlogPeak;
    return this.numbers.backlogAt[this.indexOf(this.asked.instantsMs, at.ms)];
  }

  private indexOf(values: readonly number[], value: number): number {
    const index = values.indexOf(value);
    if (index < 0) throw new Error(`${value} ms was not asked for before the run`);
    return index;
  }
}

/** Several tallies of one scope as one. */
export function pooled(tallies: readonly ScopeTally[], asked: Asked): ScopeTally {
  const numbers = tallies.map((tally) => tally.numbers);
  const add = (of: (it: TallyNumbers) => number) => numbers.reduce((sum, it) => sum + of(it), 0);
  const addRows = (of: (it: TallyNumbers) => Float64Array) => sumRows(numbers.map(of));
  return new ScopeTally(
    {
      replications: add((it) => it.replications),
      hours: add((it) => it.hours),
      items: addRows((it) => it.items),
      promised: addRows((it) => it.promised),
      due: addRows((it) => it.due),
      milestones: addRows((it) => it.milestones),
      milestoneNames: numbers[0]?.milestoneNames ?? [],
      overdueAtEnd: add((it) => it.overdueAtEnd),
      backlogAtEnd: add((it) => it.backlogAtEnd),
      backlogPeak: add((it) => it.backlogPeak),
      backlogAt: addRows((it) => it.backlogAt),
      times: addRows((it) => it.times),
      paidMs: add((it) => it.paidMs),
      cost: add((it) => it.cost),
    },
    asked,
    () => sumRows(tallies.map((tally) => tally.waitCounts())),
  );
}

/** Sums position by position, as wide as the widest. */
export function sumRows(rows: readonly ArrayLike<number>[]): Float64Array {
  const out = new Float64Array(rows.reduce((width, row) => Math.max(width, row.length), 0));
  for (const row of rows) for (let k = 0; k < row.length; k++) out[k] += row[k];
  return out;
}
