/**
 * Loads in the order a selection rule prefers them, for rules that loads and the longest unchanged decide: the able agent
 * is then the head of a bucket of the first load that has one.
 */
import type {Capacity} from '../model/capacity.ts';
import type {AgentCriterion} from '../model/selection.ts';
import {criterionOf} from '../routing/selection/index.ts';

export interface LoadRanking {
  /** Loads in which one more of the channel may start, best first; and their rank: alike where equal. */
  readonly load: Int32Array;
  readonly rank: Int32Array;
}

/** The ranking for a channel; null where the rule looks at more than loads before, or anything after, longest idle. */
export function rankLoads(
  capacity: Capacity,
  channelCount: number,
  rule: readonly AgentCriterion[],
  channel: number,
): LoadRanking | null {
  const idle = rule.indexOf('longest-idle');
  const before = rule.slice(0, idle).map(criterionOf);
  if (idle < 0 || idle < rule.length - 1 || before.some((criterion) => criterion.looksAt !== 'load')) return null;
  const order = (a: number, b: number): number => {
    const interrupts =
      capacity.interrupts[a * channelCount + channel] - capacity.interrupts[b * channelCount + channel];
    if (interrupts !== 0) return interrupts;
    for (const criterion of before) {
      const difference = criterion.rankOfLoad(loadState(capacity, a)) - criterion.rankOfLoad(loadState(capacity, b));
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const loads = Array.from({length: capacity.stateCount}, (_, load) => load)
    .filter((load) => (capacity.admits[load] >>> channel) & 1)
    .sort((a, b) => order(a, b) || a - b);
  const rank = new Int32Array(loads.length);
  for (let i = 1; i < loads.length; i++) rank[i] = rank[i - 1] + (order(loads[i - 1], loads[i]) === 0 ? 0 : 1);
  return {load: Int32Array.from(loads), rank};
}

export function loadState(capacity: Capacity, load: number): {active: number; used: number; free: number} {
  return {active: capacity.active[load], used: capacity.used[load], free: capacity.free[load]};
}
