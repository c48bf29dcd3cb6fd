import {isFinal, type Life, STATUS, STATUS_NAMES, STATUSES, type StatusName} from './life.ts';

/**
 * Where items stand in the words of a scenario: its stages, and each status it has no stage for. In the order of
 * statuses, of one status in the scenario's: those that are final come last.
 */
export interface StageNodes {
  readonly names: readonly string[];
  readonly statuses: readonly StatusName[];
  /** Nodes before this one are not final. */
  readonly open: number;
  /** Per status: where an item stands whose last outcome names no stage of it; -1 for `captured` without a stage. */
  readonly first: Int32Array;
  /** `[outcome * STATUSES + status]`: the node the outcome names, -1 none. */
  readonly named: Int32Array;
}

export function stageNodes({stages, outcomes}: Life): StageNodes {
  const own = (stages?.names ?? []).map((name, stage) => ({name, status: stages?.status[stage] ?? 0, stage}));
  const nodes = STATUS_NAMES.flatMap((name, status) => {
    const ofStatus = own.filter((one) => one.status === status);
    // Captured lasts no time: it is shown where the scenario has a word for it.
    if (ofStatus.length > 0 || status === STATUS.captured) return ofStatus;
    return [{name, status, stage: -1}];
  });
  const nodeOf = Int32Array.from(own, ({stage}) => nodes.findIndex((node) => node.stage === stage));
  return {
    names: nodes.map(({name}) => name),
    statuses: nodes.map(({status}) => STATUS_NAMES[status]),
    open: nodes.filter(({status}) => !isFinal(status)).length,
    first: Int32Array.from({length: STATUSES}, (_, status) => nodes.findIndex((node) => node.status === status)),
    named:
      stages === undefined
        ? new Int32Array(outcomes.length * STATUSES).fill(-1)
        : stages.named.map((stage) => (stage < 0 ? -1 : nodeOf[stage])),
  };
}
