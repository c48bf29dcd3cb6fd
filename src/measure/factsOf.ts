import type {Facts} from './facts.ts';
import type {Recorded} from './recorded.ts';
import type {Recorder} from './recorder.ts';
import {classAt, classKey} from './scope.ts';

/** Names of the numbers in column `shape`, in order. */
export const SHAPE = [
  'bins',
  'classes',
  'stride',
  'dayBins',
  'endMs',
  'countFromMs',
  'countToMs',
  'recordedBins',
] as const;

const EMPTY = new Float64Array(0);

/**
 * What one replication found, ready to leave its thread. The run must be closed. Classes are those with items in this
 * replication, in an order of their own: what the process met before makes no difference.
 */
export function factsOf(
  recorder: Recorder,
  replication: number,
  paidMs: Float64Array,
  recorded: Recorded | null,
  warnings: Facts['warnings'],
): Facts {
  const {ledger, intervalBins, dayBins, agents, peaks, model, asked} = recorder;
  const {tallies} = ledger;
  const keyed = classesWithItems(recorder, recorded).map((it) => ({
    it,
    key: classKey(classAt(model.reporting.classes, it)),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const order = keyed.map(({it}) => it);
  const finite = Number.isFinite(intervalBins.count);
  const interval = (bin: number) => intervalBins.binOf(ledger.bins.startOf(bin));
  const day = (bin: number) => dayBins?.binOf(ledger.bins.startOf(bin)) ?? 0;
  const bins = finite ? intervalBins.count : interval(tallies.binCount - 1) + 1;
  const days = dayBins?.count ?? 0;
  const groups = range(model.roster.groupCount);
  const recordedBins = recorded === null || recorded.rows === 0 ? 0 : finite ? bins : recorded.tallies.binCount;
  const shape: Record<(typeof SHAPE)[number], number> = {
    bins,
    classes: order.length,
    stride: tallies.stride,
    dayBins: days,
    endMs: recorder.endMs,
    countFromMs: model.horizon.warmUpMs,
    countToMs: recorder.countedToMs,
    recordedBins,
  };
  const openAt = [...recorder.openAt, recorder.openByClass()].flatMap((open) => order.map((it) => open[it] ?? 0));
  return {
    replication,
    columns: {
      shape: Float64Array.from(SHAPE, (name) => shape[name]),
      balance: recorder.balance,
      cells: tallies.joined(bins, order, interval),
      dayCells: tallies.joined(days, order, day),
      waits: recorder.waits.compact(order),
      waitsAbandoned: recorder.waitsAbandoned.compact(order),
      dayWaits: recorder.dayWaits.compact(range(asked.dayWaits.length * days)),
      peaks: peaks.mostByScope(),
      peaksByDay: peaks.mostByDay(),
      openAt: Float64Array.from(openAt),
      agentTimes: agents.totals,
      agentRests: agents.rests,
      agentCounts: recorder.agentCounts,
      agentsByInterval: agents.byBin.joined(bins, groups, interval),
      agentsByDay: agents.byBin.joined(days, groups, day),
      paidMs,
      late: recorder.owners?.compact(order) ?? EMPTY,
      lateByInterval: recorder.owners?.byBin.joined(bins, range(model.processes.count), interval) ?? EMPTY,
      waitParts: recorder.waiting?.byClass(order) ?? EMPTY,
      waitPartsByInterval: recorder.waiting?.byBin.joined(bins, range(model.processes.count), interval) ?? EMPTY,
      targets: recorder.targetCounts,
      takenBy: recorder.takenBy,
      leadsByGroup: recorder.leads?.byGroup ?? EMPTY,
      leadsByTarget: recorder.leads?.byTarget ?? EMPTY,
      leadsByAge: recorder.leads?.byAge ?? EMPTY,
      leadsMissed: recorder.leads?.missed ?? EMPTY,
      noted: recorder.leads?.noted ?? EMPTY,
      bins: recorder.bins?.totals ?? EMPTY,
      binsByInterval: recorder.bins?.byBin.joined(bins, groups, interval) ?? EMPTY,
      ruleHits: recorder.ruleHits,
      probes: recorder.probes,
      milestones: recorder.life?.milestones?.totals ?? EMPTY,
      milestonesByDay: recorder.life?.milestones?.byDay ?? EMPTY,
      stageFlows: recorder.life?.stages.flows ?? EMPTY,
      moves: recorder.moves?.rows() ?? EMPTY,
      stageMs: recorder.life?.stages.stayMs ?? EMPTY,
      recorded: recordedBins > 0 && recorded !== null ? recorded.tallies.compact(recordedBins, order) : EMPTY,
      recordedWaits: recordedBins > 0 && recorded !== null ? recorded.waits.compact(order) : EMPTY,
    },
    classKeys: keyed.map(({key}) => key),
    warnings,
  };
}

const range = (length: number): number[] => Array.from({length}, (_, index) => index);

function classesWithItems({ledger: {tallies}}: Recorder, recorded: Recorded | null): number[] {
  const known = Math.max(tallies.classCount, recorded?.tallies.classCount ?? 0);
  return range(known).filter((it) => tallies.holds(it) || recorded?.tallies.holds(it));
}
