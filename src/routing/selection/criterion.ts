import type {AgentCriterion} from '../../model/selection.ts';

/** What is known at compile time of a load state an agent may be in. */
export interface LoadState {
  /** Items in hand. */
  readonly active: number;
  /** Units or places used, and free. */
  readonly used: number;
  readonly free: number;
}

/**
 * One way of choosing among able agents. Lower rank goes first. What a criterion looks at says where it can be ranked:
 * `load` once for every load state, `profile` once for every stage and profile, `agent` only by asking the agents.
 */
export interface Criterion {
  readonly key: AgentCriterion;
  /** One sentence for the reference. */
  readonly doc: string;
  readonly looksAt: 'load' | 'profile' | 'agent';
  /** Rank of a load state; the same for all unless `looksAt` is `load`. */
  rankOfLoad(state: LoadState): number;
  /** Rank of a skill level that counts at a stage; the same for all unless `looksAt` is `profile`. */
  rankOfLevel(level: number): number;
}

export const alike = (): number => 0;
