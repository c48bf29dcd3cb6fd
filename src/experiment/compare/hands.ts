import {type ItemLog, LOG_ROWS, OUTCOME} from '../../measure/itemLog.ts';
import type {Loaded} from '../loaded.ts';

/** What became of an item on one side; instants in seconds since the start. */
export interface Fate {
  readonly outcome: 'waiting' | 'in hand' | 'done' | 'abandoned' | 'rejected' | 'canceled';
  readonly process: string;
  /** Target that took it first, `''` nobody did. */
  readonly target: string;
  readonly agent: string;
  readonly group: string;
  /** From arrival to the first answer, to hanging up, or to the end of the run. */
  readonly waitedSeconds: number;
  readonly answered: boolean;
  readonly endedSeconds: number | null;
}

export interface ChangedItem {
  readonly source: string;
  readonly number: number;
  /** 0 the first call, 1 the first redial. */
  readonly redial: number;
  /** What a log calls it; '' where there is none. */
  readonly id: string;
  readonly arrived: string;
  readonly current: Fate;
  readonly candidate: Fate;
  /** Waited in the candidate less waited as it is. */
  readonly laterSeconds: number;
}

/** Who changed hands in one replication. Items are the same by source, number and redial. */
export interface Hands {
  /** From 1. */
  readonly replication: number;
  readonly items: number;
  /** Answered by the same agent, through the same target, at the same instant, and ended as and when it did. */
  readonly untouched: number;
  readonly otherTarget: number;
  readonly otherGroup: number;
  readonly otherAgent: number;
  readonly otherProcess: number;
  /** Answered under both, and how much later or earlier on average. */
  readonly earlier: {readonly items: number; readonly meanSeconds: number | null};
  readonly later: {readonly items: number; readonly meanSeconds: number | null};
  /** Answered in the candidate only, and the other way round. */
  readonly gained: number;
  readonly lost: number;
  /** That one side has and the other has not: redials, items that others open, demand that differs. */
  readonly onlyCurrent: number;
  readonly onlyCandidate: number;
  /** Answered after less waiting, the most gained first, ten at most; and those that waited longer. */
  readonly winners: readonly ChangedItem[];
  readonly losers: readonly ChangedItem[];
}

const MOST_NAMED = 10;

/** How a side's log is read. */
export interface Told {
  readonly loaded: Loaded;
  readonly log: ItemLog;
  readonly endMs: number;
  readonly localTime: (ms: number) => string;
  readonly idOf: (source: number, number: number) => string;
}

/** Items of one replication that fared differently, in order of arrival, and what they come to. */
export function changedHands(
  current: Told,
  candidate: Told,
  replication: number,
): {hands: Hands; changed: ChangedItem[]} {
  const others = new Map(rowsOf(candidate).map((row) => [keyOf(candidate, row), row]));
  const changed: ChangedItem[] = [];
  let [items, onlyCurrent] = [0, 0];
  for (const row of rowsOf(current)) {
    const key = keyOf(current, row);
    const other = others.get(key);
    if (other === undefined) {
      onlyCurrent++;
      continue;
    }
    others.delete(key);
    items++;
    const [before, after] = [fateOf(current, row), fateOf(candidate, other)];
    if (isSame(before, after)) continue;
    changed.push({
      ...itemOf(current, row),
      current: before,
      candidate: after,
      laterSeconds: after.waitedSeconds - before.waitedSeconds,
    });
  }
  return {
    hands: {
      replication: replication + 1,
      items,
      untouched: items - changed.length,
      onlyCurrent,
      onlyCandidate: others.size,
      ...countsOf(changed),
      ...namedOf(changed),
    },
    changed,
  };
}

function countsOf(changed: readonly ChangedItem[]) {
  const count = (differs: (before: Fate, after: Fate) => boolean) =>
    changed.filter(({current, candidate}) => differs(current, candidate)).length;
  const both = changed.filter(({current, candidate}) => current.answered && candidate.answered);
  const meanOf = (some: readonly ChangedItem[]) => ({
    items: some.length,
    meanSeconds:
      some.length === 0 ? null : some.reduce((sum, {laterSeconds}) => sum + Math.abs(laterSeconds), 0) / some.length,
  });
  const byBoth = (key: 'target' | 'group' | 'agent') => (a: Fate, b: Fate) =>
    a.answered && b.answered && a[key] !== b[key];
  return {
    otherTarget: count(byBoth('target')),
    otherGroup: count(byBoth('group')),
    otherAgent: count(byBoth('agent')),
    otherProcess: count((a, b) => a.process !== b.process),
    earlier: meanOf(both.filter(({laterSeconds}) => laterSeconds < 0)),
    later: meanOf(both.filter(({laterSeconds}) => laterSeconds > 0)),
    gained: count((a, b) => !a.answered && b.answered),
    lost: count((a, b) => a.answered && !b.answered),
  };
}

function namedOf(changed: readonly ChangedItem[]) {
  const byGain = changed.toSorted((a, b) => a.laterSeconds - b.laterSeconds);
  return {
    winners: byGain.filter(({laterSeconds, candidate}) => laterSeconds < 0 && candidate.answered).slice(0, MOST_NAMED),
    losers: byGain
      .filter(({laterSeconds}) => laterSeconds > 0)
      .toReversed()
      .slice(0, MOST_NAMED),
  };
}

const rowsOf = ({log}: Told): number[] => Array.from({length: log.rows}, (_, row) => row);

function at({log}: Told, row: number) {
  return {chunk: log.chunks[Math.floor(row / LOG_ROWS)], k: row % LOG_ROWS};
}

function keyOf(told: Told, row: number): string {
  const {source, number, redial} = itemNumbers(told, row);
  return `${source}\u0000${number}\u0000${redial}`;
}
function itemNumbers(told: Told, row: number) {
  const {chunk, k} = at(told, row);
  const {sources} = told.loaded.compiled.model.names;
  return {source: sources[chunk.source[k]], number: chunk.number[k], redial: chunk.redial[k]};
}
function itemOf(told: Told, row: number) {
  const {chunk, k} = at(told, row);
  return {
    ...itemNumbers(told, row),
    id: told.idOf(chunk.source[k], chunk.number[k]),
    arrived: told.localTime(chunk.arrivedMs[k]),
  };
}

const OUTCOMES: Readonly<Record<number, Fate['outcome']>> = {
  [OUTCOME.waiting]: 'waiting',
  [OUTCOME.held]: 'waiting',
  [OUTCOME.inHand]: 'in hand',
  [OUTCOME.awaiting]: 'in hand',
  [OUTCOME.completed]: 'done',
  [OUTCOME.closed]: 'done',
  [OUTCOME.abandoned]: 'abandoned',
  [OUTCOME.rejected]: 'rejected',
  [OUTCOME.canceled]: 'canceled',
};

function fateOf(told: Told, row: number): Fate {
  const {chunk, k} = at(told, row);
  const {names, roster, reporting} = told.loaded.compiled.model;
  const process = reporting.classes.process[chunk.reportClass[k]];
  const agent = chunk.agent[k];
  const [answeredMs, endedMs] = [chunk.answeredMs[k], chunk.endedMs[k]];
  const answered = !Number.isNaN(answeredMs);
  const untilMs = answered ? answeredMs : Number.isNaN(endedMs) ? told.endMs : endedMs;
  const stage = chunk.stage[k];
  return {
    outcome: OUTCOMES[chunk.outcome[k]] ?? 'waiting',
    process: names.processes[process] ?? '',
    target: stage === -1 ? 'preferred agent' : (names.targets[process]?.[stage] ?? ''),
    agent: names.agents[agent] ?? '',
    group: names.groups[roster.group[agent]] ?? '',
    waitedSeconds: (untilMs - chunk.arrivedMs[k]) / 1000,
    answered,
    endedSeconds: Number.isNaN(endedMs) ? null : endedMs / 1000,
  };
}

function isSame(a: Fate, b: Fate): boolean {
  return (Object.keys(a) as (keyof Fate)[]).every((key) => a[key] === b[key]);
}
