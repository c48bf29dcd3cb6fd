import type {Measure} from '../../measure/measures.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';

/** `undecided`: neither has been shown. */
export type Verdict = 'kept' | 'broken' | 'undecided';
export type Limit = GoalSpec['limit'];

/** A value with an interval that holds for all looks together. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where a share never varied: Clopper and Pearson's. */
  readonly exact: boolean;
}

/** What is claimed of a scenario: a goal it states, or a metric that is not to be worse than in the baseline. */
export interface Claim {
  readonly kind: 'goal' | 'baseline';
  readonly text: string;
  readonly measure: Measure;
  /** Of the metric, of the share of days for a goal by day, of the difference to the baseline. */
  readonly limit: Limit;
  /** Of the scenario's goals, from 0; null: of the baseline. */
  readonly goal: number | null;
  /** Numbers of replications at which it is judged while it is undecided. */
  readonly looks: readonly number[];
}

export type Reason =
  /** The interval lies on one side of the limit. */
  | 'shown'
  /** The last look that was allowed left it open. */
  | 'replications'
  /** The time that was allowed was over before the next look. */
  | 'time'
  /** Ctrl-C came before the next look. */
  | 'stopped'
  /** No replication had any item, day or agent to judge. */
  | 'nothing to judge';

/** What came of a claim. */
export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Of the look that decided it, or of the last one; 0: not even the first was complete. */
  readonly replications: number;
  /** Null where there is nothing to judge, or was no look. */
  readonly interval: Interval | null;
  /** Items or days judged, of all replications; replications for what is counted or measured in neither. */
  readonly count: number;
  /** What a difference to the baseline is of; null of a goal. */
  readonly beside: {readonly now: number; readonly before: number} | null;
}
