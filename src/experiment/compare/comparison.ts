/** What a comparison found: plain data, the same bytes for any number of workers. */

import type {ByIntervalMetric} from '../../measure/intervalRatios.ts';
import type {Measure} from '../../measure/measures.ts';
import type {GoalResult, Results, WaitDistribution} from '../../measure/results.ts';
import type {Estimate} from '../../statistics/index.ts';
import type {Change} from './diff/change.ts';
import type {Hands} from './hands.ts';

/** Widest half width of a difference that is precise enough. */
export interface Precision {
  /** Of ratios: 0.01 is a point. */
  readonly ratio: number;
  /** Of all else: a share of the value, the larger of both. */
  readonly share: number;
}

/** `identical`: equal in every replication. `different`: shown, of what is neither better high nor low. */
export type Verdict = 'better' | 'worse' | 'different' | 'no difference shown' | 'identical' | 'nothing to judge';

/** One number under both. */
export interface Impact {
  readonly measure: Measure;
  readonly current: Estimate;
  readonly candidate: Estimate;
  /** Candidate less current. The interval is paired, and of this difference alone. */
  readonly difference: Estimate;
  /** Holm's, of all differences of the comparison together. */
  readonly verdict: Verdict;
}

/** A goal that the scenario, the candidate or both have. */
export interface GoalImpact extends Impact {
  readonly text: string;
  readonly limit: GoalResult['limit'];
  readonly onDays: number | null;
  /** Null where that side does not have the goal. */
  readonly currentVerdict: GoalResult['verdict'] | null;
  readonly candidateVerdict: GoalResult['verdict'] | null;
}

/** Candidate less current, point by point in time. */
export interface IntervalDifference {
  readonly process: string;
  readonly metric: ByIntervalMetric;
  readonly difference: readonly Estimate[];
}

export interface ComparedCandidate {
  readonly name: string;
  readonly hash: string;
  readonly changes: readonly Change[];
  readonly goals: readonly GoalImpact[];
  /** What goals ask first, then what is shown to differ, the most certain first. */
  readonly impact: readonly Impact[];
  readonly intervals: {
    readonly point: 'interval' | 'hour' | 'day';
    /** ISO local date-times. */
    readonly start: readonly string[];
    readonly rows: readonly IntervalDifference[];
  };
  readonly waits: readonly WaitDistribution[];
  /** Of the first replication. */
  readonly hands: Hands;
}

export interface Comparison {
  readonly schema: 1;
  readonly scenario: {readonly name: string; readonly hash: string};
  readonly version: string;
  readonly seed: string;
  readonly replications: number;
  readonly horizon: Results['horizon'];
  readonly precision: Precision;
  /** Why there are no more replications; the difference that was known least against what was asked. */
  readonly stopped: {
    readonly by: 'precision' | 'max-replications' | 'interrupt';
    readonly widest: {readonly what: string; readonly candidate: string; readonly timesAsked: number} | null;
  };
  /** Differences judged together. */
  readonly judged: number;
  readonly current: {readonly name: string; readonly hash: string; readonly waits: readonly WaitDistribution[]};
  readonly candidates: readonly ComparedCandidate[];
  readonly metrics: Results['metrics'];
}
