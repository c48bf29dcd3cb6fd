import type {Model} from '../../model/model.ts';
import {TIME_STRIDE} from '../agentTimes.ts';
import type {Asked} from '../asked.ts';
import {DayBins, IntervalBins} from '../bins.ts';
import type {Facts} from '../facts.ts';
import {SHAPE} from '../factsOf.ts';
import {ALLOWED_FIELDS, ALLOWED_STRIDE, ANSWER_LIMIT_STRIDE, FIELD, FIELDS} from '../fields.ts';
import {MILESTONE_DAY_STRIDE, milestonesAt} from '../life/fields.ts';
import {peakScopes} from '../peakScopes.ts';
import {classOfKey, covers, type ReportClass, type Scope} from '../scope.ts';
import {PROMISED, ScopeTally, sumRows, type TallyNumbers} from './scopeTally.ts';

const HOUR_MS = 3_600_000;

/** Facts of one replication, read: tallies of any scope, over all of it or one local day. */
export class Replication {
  facts: Facts;
  readonly model: Model;
  readonly asked: Asked;
  readonly classes: readonly ReportClass[];
  readonly bins: number;
  readonly stride: number;
  readonly recordedBins: number;
  readonly endMs: number;
  readonly countFromMs: number;
  readonly countToMs: number;
  readonly intervalBins: IntervalBins;
  private readonly dayBins: DayBins;
  /** Per class: sums over bins, [class * stride + field]. */
  private readonly totals: Float64Array;
  /** From this bin on, what is open is not yet due. */
  private readonly notDueFrom: number;
  /** Per class: due, met, undetermined, by due date and by each allowed time; and overdue at the end. */
  private readonly dueByClass: readonly Float64Array[];
  private readonly overdueByClass: Float64Array;
  private readonly peakCount: number;
  /** By the classes a scope covers: scopes that cover the same have the same peak. */
  private readonly peakOf = new Map<string, number>();

  constructor(facts: Facts, model: Model, asked: Asked) {
    const shape = new Map(SHAPE.map((name, index) => [name, facts.columns.shape[index]]));
    const at = (name: (typeof SHAPE)[number]) => shape.get(name) ?? Number.NaN;
    this.facts = facts;
    this.model = model;
    this.asked = asked;
    this.classes = facts.classKeys.map(classOfKey);
    this.bins = at('bins');
    this.stride = at('stride');
    this.recordedBins = at('recordedBins');
    this.endMs = at('endMs');
    this.countFromMs = at('countFromMs');
    this.countToMs = at('countToMs');
    this.intervalBins = new IntervalBins(model.reporting.intervalMs, model.horizon.untilMs);
    this.dayBins = new DayBins(model.reporting.dayStartsMs, model.horizon.untilMs);
    const {untilMs} = model.horizon;
    if (this.endMs > untilMs) this.notDueFrom = this.bins;
    else this.notDueFrom = untilMs < Infinity ? this.bins - 1 : this.intervalBins.binOf(this.endMs);
    this.totals = this.sumOverBins();
    const {cells} = facts.columns;
    this.dueByClass = this.classes.map((_, it) => this.dueOf(cells, this.bins, this.notDueFrom, it));
    this.overdueByClass = Float64Array.from(this.classes, (_, it) =>
      this.stock(cells, this.notDueFrom, it, [FIELD.becameOverdue], [FIELD.ceasedOverdue]),
    );
    const kept = peakScopes(model, asked);
    this.peakCount = kept.length;
    kept.forEach((scope, index) => {
      this.peakOf.set(this.classesOf(scope).join(), index);
    });
  }

  private sumOverBins(): Float64Array {
    const width = this.classes.length * this.stride;
    const totals = new Float64Array(width);
    const {cells} = this.facts.columns;
    for (let bin = 0; bin < this.bins; bin++)
      for (let k = 0, from = bin * width; k < width; k++) totals[k] += cells[from + k];
    return totals;
  }

  /** Lets go of what was kept by interval and day, once it has been read. */
  release(): void {
    const empty = new Float64Array(0);
    const {classKeys, warnings, replication, columns} = this.facts;
    this.facts = {
      replication,
      classKeys,
      warnings,
      columns: {
        ...columns,
        cells: empty,
        dayCells: empty,
        agentsByInterval: empty,
        agentsByDay: empty,
        lateByInterval: empty,
        waitPartsByInterval: empty,
        recorded: empty,
      },
    };
  }

  /** Classes of the scope, by their number here. */
  classesOf(scope: Scope): number[] {
    return this.classes.flatMap((it, index) => (covers(scope, this.model.names, it) ? [index] : []));
  }

  tallyOf(scope: Scope): ScopeTally {
    const classes = this.classesOf(scope);
    const {columns} = this.facts;
    const count = this.classes.length;
    const open = (row: number) => classes.reduce((sum, it) => sum + columns.openAt[row * count + it], 0);
    const instants = this.asked.instantsMs.length;
    const groups = this.groupsOf(scope);
    return new ScopeTally(
      {
        replications: 1,
        hours: Math.max(0, this.countToMs - this.countFromMs) / HOUR_MS,
        ...this.itemNumbers(this.totals, 0, classes),
        due: sumRows(classes.map((it) => this.dueByClass[it])),
        ...this.milestones(this.totals, scope),
        overdueAtEnd: classes.reduce((sum, it) => sum + this.overdueByClass[it], 0),
        backlogAtEnd: open(columns.openAt.length / Math.max(1, count) - 1),
        backlogPeak: columns.peaks[this.peakOf.get(classes.join()) ?? -1] ?? Number.NaN,
        backlogAt: Float64Array.from({length: instants}, (_, row) => open(row)),
        times: this.agentTotals(groups),
        ...this.paid(groups, this.countFromMs, this.countToMs),
      },
      this.asked,
      () => this.waitCounts('waits', classes),
    );
  }

  /** One local day (from 0), or null where it does not lie wholly inside the counted time. */
  dayTallyOf(scope: Scope, day: number): ScopeTally | null {
    const fromMs = this.dayBins.startOf(day + 1);
    const toMs = Math.min(this.dayBins.startOf(day + 2), this.endMs);
    if (fromMs < this.countFromMs || toMs > this.countToMs || fromMs >= toMs) return null;
    const classes = this.classesOf(scope);
    const groups = this.groupsOf(scope);
    const {columns} = this.facts;
    const width = this.classes.length * this.stride;
    const notDueFrom = this.model.horizon.untilMs < Infinity || this.endMs >= toMs ? this.dayBins.count : day + 1;
    const dayBin = columns.dayCells.subarray((day + 1) * width, (day + 2) * width);
    const waitsRow = this.asked.dayWaits.indexOf(scope) * this.dayBins.count + day + 1;
    const atDayEnd = (enters: readonly number[], leaves: readonly number[]) =>
      classes.reduce((sum, it) => sum + this.stock(columns.dayCells, day + 2, it, enters, leaves), 0);
    const waits = this.histogramRow('dayWaits', waitsRow, this.asked.dayWaits.length * this.dayBins.count);
    return new ScopeTally(
      {
        replications: 1,
        hours: (toMs - fromMs) / HOUR_MS,
        ...this.itemNumbers(dayBin, 0, classes),
        ...this.milestones(dayBin, scope),
        due: sumRows(classes.map((it) => this.dueOf(dayBin, 1, notDueFrom - day - 1, it))),
        overdueAtEnd: atDayEnd([FIELD.becameOverdue], [FIELD.ceasedOverdue]),
        backlogAtEnd: atDayEnd([FIELD.entered], [FIELD.gaveUp, FIELD.finished]),
        backlogPeak:
          columns.peaksByDay[day * this.peakCount + (this.peakOf.get(classes.join()) ?? Number.NaN)] ?? Number.NaN,
        backlogAt: new Float64Array(this.asked.instantsMs.length).fill(Number.NaN),
        times: sumRows(groups.map((group) => this.dayTimes(day, group))),
        ...this.paid(groups, fromMs, toMs),
      },
      this.asked,
      () => waits,
    );
  }

  /** Histogram of the waits of some classes: `waits`, `waitsAbandoned` or `recordedWaits`. */
  waitCounts(column: 'waits' | 'waitsAbandoned' | 'recordedWaits', classes: readonly number[]): Float64Array {
    return sumRows(classes.map((it) => this.histogramRow(column, it, this.classes.length)));
  }
  private histogramRow(column: string, row: number, rows: number): Float64Array {
    const counts = this.facts.columns[column];
    const width = rows > 0 ? counts.length / rows : 0;
    return counts.subarray(row * width, (row + 1) * width);
  }

  /** Of the items due in an interval, those that can be judged: all that were due by the end, else the settled ones. */
  judgedIn(bin: number, fields: Float64Array): number {
    return bin < this.notDueFrom ? fields[FIELD.due] : fields[FIELD.met] + fields[FIELD.lost];
  }

  private itemNumbers(cells: Float64Array, from: number, classes: readonly number[]) {
    const items = new Float64Array(this.stride);
    const promised = new Float64Array(PROMISED.length);
    for (const it of classes) {
      const at = from + it * this.stride;
      for (let field = 0; field < this.stride; field++) items[field] += cells[at + field];
      if (this.model.processes.answerWithinMs[this.classes[it].process] >= 0)
        PROMISED.forEach((field, k) => {
          promised[k] += cells[at + field];
        });
    }
    return {items, promised};
  }

  /** Of items of the scope whatever process they came to, the milestones of its process. `cells`: by class. */
  private milestones(cells: Float64Array, scope: Scope): Pick<TallyNumbers, 'milestones' | 'milestoneNames'> {
    const {life, names} = this.model;
    const {rows, names: milestoneNames} = life?.milestones ?? {rows: [], names: []};
    const milestones = new Float64Array(rows.length * MILESTONE_DAY_STRIDE);
    if (life === undefined || rows.length === 0) return {milestones, milestoneNames};
    const {process, ...others} = scope;
    const first = milestonesAt(this.asked, life);
    for (const it of this.classesOf(others))
      for (let k = 0; k < milestones.length; k++) {
        const of = names.processes[rows[Math.floor(k / MILESTONE_DAY_STRIDE)].process];
        if (process === undefined || of === process) milestones[k] += cells[it * this.stride + first + k];
      }
    return {milestones, milestoneNames};
  }

  /** Due, met, undetermined of a class; what is open in bins from `notDueFrom` on is undetermined. */
  private dueOf(cells: Float64Array, bins: number, notDueFrom: number, it: number): Float64Array {
    const kinds = 1 + this.asked.allowedMs.length;
    const out = new Float64Array(3 * kinds);
    const allowedAt = FIELDS + ANSWER_LIMIT_STRIDE * this.asked.answerLimitsMs.length;
    for (let kind = 0; kind < kinds; kind++) {
      const first = allowedAt + (kind - 1) * ALLOWED_STRIDE;
      const {due, met, lost} = kind === 0 ? FIELD : offsetBy(first, ALLOWED_FIELDS);
      for (let bin = 0; bin < bins; bin++) {
        const at = (bin * this.classes.length + it) * this.stride;
        out[3 * kind] += cells[at + due];
        out[3 * kind + 1] += cells[at + met];
        if (bin >= notDueFrom) out[3 * kind + 2] += cells[at + due] - cells[at + met] - cells[at + lost];
      }
    }
    return out;
  }

  /** What entered less what left a class in the bins before `bin`. */
  private stock(cells: Float64Array, bin: number, it: number, enters: readonly number[], leaves: readonly number[]) {
    let count = 0;
    for (let k = 0; k < bin; k++) {
      const at = (k * this.classes.length + it) * this.stride;
      for (const field of enters) count += cells[at + field];
      for (const field of leaves) count -= cells[at + field];
    }
    return count;
  }

  /** Groups a scope speaks of: the one it names, else all. */
  private groupsOf(scope: Scope): number[] {
    return this.model.names.groups.flatMap((name, group) =>
      scope.group === undefined || scope.group === name ? [group] : [],
    );
  }
  private agentTotals(groups: readonly number[]): Float64Array {
    const out = new Float64Array(TIME_STRIDE);
    const {agentTimes} = this.facts.columns;
    const wanted = new Set(groups);
    for (let agent = 0; agent < this.model.roster.agentCount; agent++)
      if (wanted.has(this.model.roster.group[agent]))
        for (let k = 0; k < TIME_STRIDE; k++) out[k] += agentTimes[agent * TIME_STRIDE + k];
    return out;
  }
  private dayTimes(day: number, group: number): Float64Array {
    const at = ((day + 1) * this.model.roster.groupCount + group) * TIME_STRIDE;
    return this.facts.columns.agentsByDay.subarray(at, at + TIME_STRIDE);
  }
  /** Paid time between two instants; intervals that lie across one count by their part inside. */
  private paid(groups: readonly number[], fromMs: number, toMs: number): {paidMs: number; cost: number} {
    const {paidMs} = this.facts.columns;
    const {groupCount, costPerHour} = this.model.roster;
    const width = this.model.reporting.intervalMs;
    const {untilMs} = this.model.horizon;
    const lastMs = Number.isFinite(untilMs) ? Math.max(untilMs, this.endMs) : this.endMs;
    let [total, cost] = [0, 0];
    for (let interval = Math.floor(fromMs / width); interval * groupCount < paidMs.length; interval++) {
      const start = interval * width;
      if (start >= toMs) break;
      const end = Math.min(start + width, lastMs);
      const part = (Math.min(end, toMs) - Math.max(start, fromMs)) / (end - start);
      for (const group of groups) {
        const ms = paidMs[interval * groupCount + group] * part;
        total += ms;
        cost += (ms / HOUR_MS) * costPerHour[group];
      }
    }
    return {paidMs: total, cost};
  }
}

const offsetBy = (first: number, fields: typeof ALLOWED_FIELDS) => ({
  due: first + fields.due,
  met: first + fields.met,
  lost: first + fields.lost,
});
