import type {Model} from '../model/model.ts';
import {FIELD} from './fields.ts';
import type {Replication} from './fold/replication.ts';
import type {Ratio} from './metric.ts';

/** What is told by interval of a process: shares as they are promised, and the mean wait in seconds. */
export const BY_INTERVAL = ['serviceLevel', 'slaAttainment', 'wait'] as const;
export type ByIntervalMetric = (typeof BY_INTERVAL)[number];

/** One replication's numbers of a process and metric, interval by interval. */
export interface IntervalRatios {
  readonly process: number;
  readonly metric: ByIntervalMetric;
  readonly ratios: readonly Ratio[];
}

/** Of each process that has items: its shares and waits by interval, as they stand in the charts of a run. */
export function intervalRatios(replication: Replication, model: Model): IntervalRatios[] {
  const {untilMs} = model.horizon;
  const {intervalBins, endMs} = replication;
  const count = untilMs < Infinity ? intervalBins.count - 2 : intervalBins.binOf(endMs);
  const processes = new Set(replication.classes.map(({process}) => process));
  return [...processes].flatMap((process) => {
    const promised = model.processes.answerWithinMs[process] >= 0;
    const byMetric: Record<ByIntervalMetric, Ratio[]> = {serviceLevel: [], slaAttainment: [], wait: []};
    for (let bin = 1; bin <= count; bin++) {
      const fields = fieldsOf(replication, process, bin);
      const waitedMs = fields[FIELD.waitAnsweredMs] + fields[FIELD.waitAbandonedMs];
      byMetric.serviceLevel.push([fields[FIELD.answeredIn], promised ? fields[FIELD.offered] : 0]);
      byMetric.slaAttainment.push([fields[FIELD.met], replication.judgedIn(bin, fields)]);
      byMetric.wait.push([waitedMs / 1000, fields[FIELD.answered] + fields[FIELD.abandoned]]);
    }
    return BY_INTERVAL.map((metric) => ({process, metric, ratios: byMetric[metric]}));
  });
}

function fieldsOf({classes, facts, stride}: Replication, process: number, bin: number): Float64Array {
  const sum = new Float64Array(stride);
  const {cells} = facts.columns;
  classes.forEach((it, index) => {
    if (it.process !== process) return;
    const at = (bin * classes.length + index) * stride;
    for (let field = 0; field < stride; field++) sum[field] += cells[at + field] ?? 0;
  });
  return sum;
}
