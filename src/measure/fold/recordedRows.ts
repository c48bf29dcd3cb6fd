import type {Model} from '../../model/model.ts';
import {FIELD, FIELDS} from '../fields.ts';
import {RECORDED, RECORDED_STRIDE} from '../recorded.ts';
import type {RecordedFigures} from '../results.ts';
import {classOfKey, type ReportClass} from '../scope.ts';
import {quantileMs} from '../waitHistogram.ts';
import type {Replication} from './replication.ts';
import {sumRows} from './scopeTally.ts';

const QUANTILES = [0.5, 0.9, 0.95];

/** What was recorded and simulated of one report class: rows by bin of the interval, and waits by bucket. */
interface ClassRows {
  readonly reportClass: ReportClass;
  readonly recorded: Float64Array;
  readonly recordedWaits: Float64Array;
  simulated: Float64Array;
  waits: Float64Array;
}

/** The recorded and the simulated of the same items, as figures. */
export interface Pair {
  readonly recordedOffered: number;
  readonly simulatedOffered: number;
  readonly recorded: RecordedFigures;
  readonly simulated: RecordedFigures;
}

/**
 * Sums of the recorded and the simulated, for classes of items whose log says what happened. What is recorded is the
 * same in every replication and is read from the first; what is simulated is of all.
 */
export class RecordedRows {
  private readonly model: Model;
  private readonly knowsOutcome: boolean;
  private readonly rows = new Map<string, ClassRows>();
  private replications = 0;

  constructor(model: Model, knowsOutcome: boolean) {
    this.model = model;
    this.knowsOutcome = knowsOutcome;
  }

  get classes(): ReportClass[] {
    return [...this.rows.values()].map(({reportClass}) => reportClass);
  }

  add(replication: Replication): void {
    const {facts, recordedBins, classes} = replication;
    if (recordedBins === 0) return;
    if (this.replications++ === 0)
      facts.classKeys.forEach((key, it) => {
        const recorded = classColumn(facts.columns.recorded, recordedBins, classes.length, RECORDED_STRIDE, it);
        if (!recorded.some((value) => value > 0)) return;
        const recordedWaits = replication.waitCounts('recordedWaits', [it]);
        const nothing = {simulated: new Float64Array(0), waits: new Float64Array(0)};
        this.rows.set(key, {reportClass: classOfKey(key), recorded, recordedWaits, ...nothing});
      });
    facts.classKeys.forEach((key, it) => {
      const row = this.rows.get(key);
      if (row === undefined) return;
      const cells = classColumn(facts.columns.cells, replication.bins, classes.length, replication.stride, it, FIELDS);
      row.simulated = sumRows([row.simulated, cells]);
      row.waits = sumRows([row.waits, replication.waitCounts('waits', [it])]);
    });
  }

  /** Of the classes that pass, in the bins given; null: all. Quantiles only of all bins (the histograms are of all time). */
  pair(covers: (it: ReportClass) => boolean, bins: readonly number[] | null): Pair {
    const {answerWithinMs} = this.model.processes;
    const rows = [...this.rows.values()].filter(({reportClass}) => covers(reportClass));
    const promised = rows.filter(({reportClass}) => answerWithinMs[reportClass.process] >= 0);
    const sum = (of: readonly ClassRows[], side: 'recorded' | 'simulated') =>
      sumRows(of.map((row) => overBins(row[side], side === 'recorded' ? RECORDED_STRIDE : FIELDS, bins)));
    const limits = new Set(promised.map(({reportClass}) => answerWithinMs[reportClass.process] / 1000));
    const withinSeconds = limits.size === 1 ? ([...limits][0] ?? null) : null;
    const [recorded, recordedPromised] = [sum(rows, 'recorded'), sum(promised, 'recorded')];
    const [simulated, simulatedPromised] = [sum(rows, 'simulated'), sum(promised, 'simulated')];
    const quantiles = (side: 'recordedWaits' | 'waits') => {
      if (bins !== null) return QUANTILES.map(() => null);
      const counts = sumRows(rows.map((row) => row[side]));
      return QUANTILES.map((share) => secondsOrNull(quantileMs(counts, share)));
    };
    const known = (at: number) => recordedPromised[at] ?? 0;
    const ended = at(simulated, FIELD.answered) + at(simulated, FIELD.abandoned);
    return {
      recordedOffered: at(recorded, RECORDED.offered),
      simulatedOffered: at(simulated, FIELD.offered) / Math.max(1, this.replications),
      recorded: {
        meanWaitSeconds: ratio(at(recorded, RECORDED.waitMs) / 1000, at(recorded, RECORDED.waits)),
        meanWaitAnsweredSeconds: ratio(
          at(recorded, RECORDED.waitAnsweredMs) / 1000,
          at(recorded, RECORDED.waitsAnswered),
        ),
        waitQuantilesSeconds: quantiles('recordedWaits'),
        withinSeconds,
        within: ratio(
          known(RECORDED.answeredIn),
          known(RECORDED.waits) > 0 ? known(RECORDED.waitsAnswered) + known(RECORDED.abandoned) : 0,
        ),
        abandonment: this.knowsOutcome ? ratio(at(recorded, RECORDED.abandoned), at(recorded, RECORDED.offered)) : null,
      },
      simulated: {
        meanWaitSeconds: ratio(
          (at(simulated, FIELD.waitAnsweredMs) + at(simulated, FIELD.waitAbandonedMs)) / 1000,
          ended,
        ),
        meanWaitAnsweredSeconds: ratio(at(simulated, FIELD.waitAnsweredMs) / 1000, at(simulated, FIELD.answered)),
        waitQuantilesSeconds: quantiles('waits'),
        withinSeconds,
        within: ratio(at(simulatedPromised, FIELD.answeredIn), at(simulatedPromised, FIELD.offered)),
        abandonment: ratio(at(simulated, FIELD.abandoned), at(simulated, FIELD.offered)),
      },
    };
  }
}

const at = (sums: Float64Array, column: number): number => sums[column] ?? 0;
const ratio = (numerator: number, denominator: number): number | null =>
  denominator > 0 ? numerator / denominator : null;
const secondsOrNull = (ms: number): number | null => (Number.isNaN(ms) ? null : ms / 1000);

/** The first `width` numbers of a class in each bin, bin after bin. */
function classColumn(cells: Float64Array, bins: number, classes: number, stride: number, it: number, width = stride) {
  const out = new Float64Array(bins * width);
  for (let bin = 0; bin < bins; bin++) {
    const from = (bin * classes + it) * stride;
    out.set(cells.subarray(from, from + width), bin * width);
  }
  return out;
}

/** Bins beyond the rows hold nothing. */
function overBins(rows: Float64Array, stride: number, bins: readonly number[] | null): Float64Array {
  const out = new Float64Array(stride);
  const count = rows.length / stride;
  const add = (bin: number) => {
    for (let k = 0; k < stride; k++) out[k] += rows[bin * stride + k];
  };
  if (bins === null) for (let bin = 0; bin < count; bin++) add(bin);
  else for (const bin of bins) if (bin < count) add(bin);
  return out;
}
