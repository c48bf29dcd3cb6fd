import type {DistributionSpec} from '../random/distribution.ts';

/** Agents take the items of a process themselves. */
export interface PullSpec {
  readonly by: 'owner' | 'anyone';
  /** Whose inbox, where each item has an owner. */
  readonly assign: 'leastLoaded' | 'roundRobin';
  /** How long an owner may be off duty before others get what waits in his inbox; Infinity: as long as he comes back. */
  readonly reassignAfterMs: number;
  readonly order: 'oldest' | 'newest' | 'easiest' | 'priority';
  /** Items of this priority and more; of more than this where `above`. */
  readonly sees?: {readonly from: number; readonly above: boolean};
  /** Until an agent who has room looks; absent: he sees at once what there is. */
  readonly looksEvery?: DistributionSpec;
}
