import type {z} from '../language/schema.ts';
import type {Ratio} from '../statistics/index.ts';
import type {MetricDefinition} from './results.ts';
import type {Tally} from './tally.ts';

/** What a metric may be asked of. `group` metrics are about agents, the others about items. */
export type ScopeKind = 'process' | 'channel' | 'source' | 'attribute' | 'group';

/** Parameters as a goal gives them: `within` and `quantile` as written, an instant in ms since the start. */
export interface MetricParams {
  readonly withinMs?: number;
  readonly quantile?: number;
  readonly at?: {readonly ms: number} | 'end' | 'peak';
  /** By name. */
  readonly milestone?: string;
}

export type {Ratio} from '../statistics/index.ts';

/**
 * One number with its definition. Over several replications it is `of` of the pooled tally: a ratio of sums, not a mean
 * of ratios.
 */
export interface Metric<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly unit: MetricDefinition['unit'];
  readonly better: MetricDefinition['better'];
  /** One sentence with the formula. */
  readonly definition: string;
  readonly scopes: readonly ScopeKind[];
  /** Keys a goal may write beside the scope (`within`, `quantile`, `at`); absent or empty: none. */
  readonly params: z.ZodRawShape;
  /** What `within` limits: the wait to the answer, or the time from arrival to completion. */
  readonly limits?: 'answer' | 'completion';
  /** As it stands in every result: itself without parameters where absent, else the variants here. */
  readonly shown?: readonly Variant[];
  readonly of: (tally: Tally, params: MetricParams) => Ratio;
}

/** A metric with its parameters filled in, under a key of its own. */
export interface Variant {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  readonly params: MetricParams;
}

export const metric = <const Key extends string>(it: Metric<Key>): Metric<Key> => it;

export const ITEM_SCOPES = ['process', 'channel', 'source', 'attribute'] as const;
export const GROUP_SCOPE = ['group'] as const;
