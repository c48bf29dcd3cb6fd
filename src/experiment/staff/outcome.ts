import type {MetricDefinition} from '../../measure/results.ts';
import type {GoalSpec} from '../../scenario/scenario.ts';
import type {Estimate} from '../../statistics/index.ts';
import type {Staffing} from './plan.ts';
import type {Post} from './posts.ts';
import type {Slack} from './standing.ts';
import type {AgentWorth, TrainingWorth} from './worth.ts';

/** How `staff` ended. */
export interface StaffResults {
  readonly scenario: {
    readonly name: string;
    readonly hash: string;
    readonly seed: string;
    readonly version: string;
    /** False: no group says what an hour costs, so that cost is paid hours. */
    readonly money: boolean;
  };
  readonly posts: readonly Post[];
  readonly goals: readonly {
    readonly text: string;
    readonly unit: MetricDefinition['unit'];
    readonly limit: GoalSpec['limit'];
  }[];
  /** Every goal is met; some are out of reach of everybody together; or the work was stopped with what it had. */
  readonly ending: 'met' | 'out of reach' | 'stopped';
  /** The cheapest found that meets every goal, or the nearest; null where stopped before there was any. */
  readonly staffing: Staffing | null;
  readonly cost: number | null;
  readonly costNow: number;
  /** Per goal, by fresh random numbers: what `preroute run` shows of the staffing with as many replications. */
  readonly verified: Verification | null;
  readonly unreachable: readonly Unreachable[];
  readonly agents: readonly AgentWorth[];
  readonly training: readonly TrainingWorth[];
  readonly frontier: readonly Level[];
  readonly tried: readonly TriedRow[];
  /** Replications simulated, of all staffings. */
  readonly simulations: number;
}

export interface Verification {
  readonly replications: number;
  readonly values: readonly Estimate[];
  readonly slack: readonly Slack[];
  readonly met: boolean;
  /** Agents added because the first staffing failed, in order, by post. */
  readonly added: readonly number[];
  /** The slack of the staffing that failed, before anybody was added. */
  readonly failed: readonly Slack[] | null;
}

/** A goal that everybody together does not meet. */
export interface Unreachable {
  readonly goal: number;
  /** With every post at its most. */
  readonly slack: Slack;
  /** Posts whose most is in the way: what one agent beyond it would gain, the largest gain first. */
  readonly heldBackBy: readonly {readonly post: number; readonly gain: Estimate}[];
}

/** The cheapest staffing found where so much more, or less, may go wrong than the goals allow. */
export interface Level {
  /** 2: twice as many late, lost or missed as the goals allow; 1: the goals. */
  readonly allowed: number;
  readonly cost: number;
  readonly staffing: Staffing;
  /** Per goal. */
  readonly slack: readonly Slack[];
}

export interface TriedRow {
  readonly phase: string;
  readonly staffing: Staffing;
  readonly trained: {readonly post: number; readonly as: string} | null;
  readonly cost: number;
  readonly replications: number;
  readonly slack: readonly Slack[];
  readonly meets: boolean;
}
