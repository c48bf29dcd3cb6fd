import type {Facts} from './facts.ts';
import type {Recorded} from './recorded.ts';
import type {Recorder} from './recorder.ts';
import {classAt, classKey} from './scope.ts';
import {BUCKETS} from './waitHistogram.ts';

/** Names of the numbers in column `shape`, in order. */
export const SHAPE = [
  'bins',
  'classes',
  'stride',
  'dayBins',
  'agentBins',
  'endMs',
  'countFromMs',
  'countToMs',
  'recordedBins',
] as const;

/** What one replication found, ready to leave its thread. The run must be closed. */
export function factsOf(
  recorder: Recorder,
  replication: number,
  paidMs: Float64Array,
  recorded: Recorded | null,
  warnings: Facts['warnings'],
): Facts {
  const {intervals, days, agents, peaks, model, asked} = recorder;
  const classes = Math.max(recorder.classes.count, recorded?.tallies.classCount ?? 0);
  const finite = Number.isFinite(intervals.bins.count);
  const bins = finite ? intervals.bins.count : Math.max(intervals.tallies.binCount, intervals.bin + 1);
  const dayBins = days?.bins.count ?? 0;
  const agentBins = Math.min(agents.byInterval.binCount, bins);
  const groups = model.roster.groupCount;
  const recordedBins = recorded === null || recorded.rows === 0 ? 0 : finite ? bins : recorded.tallies.binCount;
  const shape: Record<(typeof SHAPE)[number], number> = {
    bins,
    classes,
    stride: intervals.tallies.stride,
    dayBins,
    agentBins,
    endMs: recorder.endMs,
    countFromMs: model.horizon.warmUpMs,
    countToMs: recorder.countedToMs,
    recordedBins,
  };
  const empty = new Float64Array(0);
  return {
    replication,
    columns: {
      shape: Float64Array.from(SHAPE, (name) => shape[name]),
      balance: recorder.balance,
      cells: intervals.tallies.compact(bins, classes),
      dayCells: days?.tallies.compact(dayBins, classes) ?? empty,
      waits: usedBuckets(recorder.waits.compact(classes), classes),
      waitsAbandoned: usedBuckets(recorder.waitsAbandoned.compact(classes), classes),
      dayWaits: usedBuckets(
        recorder.dayWaits.compact(asked.dayWaits.length * dayBins),
        asked.dayWaits.length * dayBins,
      ),
      peaks: peaks.most,
      peaksByDay: flatten(peaks.byDay, peaks.scopes.length),
      openAt: flatten([...recorder.openAt, recorder.openByClass()], classes),
      agentTimes: agents.totals,
      agentCounts: recorder.agentCounts,
      agentsByInterval: agents.byInterval.compact(agentBins, groups),
      agentsByDay: agents.byDay?.compact(dayBins, groups) ?? empty,
      paidMs,
      targets: recorder.targetCounts,
      takenBy: recorder.takenBy,
      ruleHits: recorder.ruleHits,
      probes: recorder.probes,
      recorded: recordedBins > 0 && recorded !== null ? recorded.tallies.compact(recordedBins, classes) : empty,
      recordedWaits:
        recordedBins > 0 && recorded !== null ? usedBuckets(recorded.waits.compact(classes), classes) : empty,
    },
    classKeys: Array.from({length: classes}, (_, index) => classKey(classAt(model.reporting.classes, index))),
    warnings,
  };
}

/** Rows cut after the last bucket any of them uses; the width is the length divided by the rows. */
function usedBuckets(counts: Float64Array, rows: number): Float64Array {
  let width = 0;
  for (let row = 0; row < rows; row++)
    for (let bucket = BUCKETS - 1; bucket >= width; bucket--)
      if (counts[row * BUCKETS + bucket] > 0) {
        width = bucket + 1;
        break;
      }
  const out = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) out.set(counts.subarray(row * BUCKETS, row * BUCKETS + width), row * width);
  return out;
}

function flatten(rows: readonly (Float64Array | undefined)[], width: number): Float64Array {
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    if (row) out.set(row.subarray(0, width), index * width);
  });
  return out;
}
