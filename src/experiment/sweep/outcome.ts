import type {MetricDefinition} from '../../measure/results.ts';
import type {Estimate} from '../../statistics/index.ts';

/** A value of the scenario that takes several, as `--vary` names it. */
export interface Axis {
  readonly path: string;
  /** As YAML, in order. */
  readonly values: readonly string[];
}

/** What is told of every point: each goal, then headlines of the whole centre. */
export interface SweepNumber {
  readonly key: string;
  readonly label: string;
  readonly unit: MetricDefinition['unit'];
  readonly better: MetricDefinition['better'];
  readonly isGoal: boolean;
}

/** All goals met, one missed, or neither by the 95 % intervals; `none`: the scenario has no goals. */
export type Standing = 'met' | 'undecided' | 'missed' | 'none';

export interface SweepPoint {
  /** Value of each axis. */
  readonly at: readonly string[];
  readonly values: readonly Estimate[];
  /** From the scenario as it is, by the same replications. */
  readonly differences: readonly Estimate[];
  /** Limits of the goals here, in their order; null of what is no goal. */
  readonly limits: readonly (number | null)[];
  readonly standing: Standing;
}

export interface SweepResults {
  readonly scenario: {readonly name: string; readonly hash: string; readonly seed: string; readonly version: string};
  /** Of each point. */
  readonly replications: number;
  readonly axes: readonly Axis[];
  /** Axes take their values together; otherwise each value of one with each of the others. */
  readonly together: boolean;
  readonly numbers: readonly SweepNumber[];
  /** The scenario as it is. */
  readonly current: Omit<SweepPoint, 'at' | 'differences'>;
  /** Those that are complete, in order: the last axis changes first. */
  readonly points: readonly SweepPoint[];
  /** Points asked; more than `points` where the work was stopped. */
  readonly asked: number;
}
