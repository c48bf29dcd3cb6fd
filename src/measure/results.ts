import type {Estimate} from '../statistics/index.ts';
import type {Owner} from './life/owners.ts';

/**
 * What a rehearsal found, over all replications: plain data, the same bytes for any worker count, the body of
 * `summary.json`. Durations in seconds, ratios 0 to 1. Charts, tables and files read this and nothing else.
 */

import type {Fairness} from './fairness.ts';
import type {LeadResults} from './leadResults.ts';
import type {RecordedComparison} from './recordedResults.ts';
import type {ProcessFlow, StageResults} from './stageResults.ts';
import type {TakenBy} from './takenBy.ts';
import type {WaitPartIntervals, WaitParts} from './waitParts/results.ts';
import type {WeekPattern} from './weekResults.ts';

export type {Estimate} from '../statistics/index.ts';
export type {Fairness, Spread} from './fairness.ts';
export type {Deals, LeadResults} from './leadResults.ts';
export type {RecordedComparison, RecordedDay, RecordedFigures, RecordedRow} from './recordedResults.ts';
export type {ProcessFlow, StageFlow, StageResults, StageRow} from './stageResults.ts';
export type {TakenBy} from './takenBy.ts';
export type {WaitPartIntervals, WaitParts} from './waitParts/results.ts';
export type {WeekPattern} from './weekResults.ts';

export interface Results {
  readonly schema: 1;
  readonly scenario: {readonly name: string; readonly hash: string};
  readonly version: string;
  readonly seed: string;
  readonly replications: number;
  readonly horizon: {
    readonly from: string;
    readonly to: string;
    readonly zone: string;
    readonly intervalSeconds: number;
    readonly days: readonly string[];
    /** Not counted at the start and at the end; absent where everything is. */
    readonly warmUpSeconds?: number;
    readonly coolDownSeconds?: number;
  };
  /** What each process promises, so that charts know which goals ask for just that. */
  readonly promises?: Readonly<
    Record<string, {readonly answerWithinSeconds: number | null; readonly slaSeconds: number | null}>
  >;
  /** Every metric that stands anywhere in these results, by key. */
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
  /** Metric values by scope: everything; per process, channel, source; per reported attribute value. */
  readonly flow: {
    readonly total: MetricValues;
    readonly process: Scoped;
    readonly channel: Scoped;
    readonly source: Scoped;
    readonly attribute: Readonly<Record<string, Scoped>>;
    readonly processChannel: readonly {
      readonly process: string;
      readonly channel: string;
      readonly values: MetricValues;
    }[];
  };
  readonly group: Scoped;
  readonly goals: readonly GoalResult[];
  readonly balance: Balance;
  readonly intervals: IntervalSeries;
  /** Absent where no two days of the week are counted. */
  readonly week?: WeekPattern;
  readonly agents: readonly AgentRow[];
  /** Absent where no two agents are alike. */
  readonly fairness?: readonly Fairness[];
  /** Absent where nothing is parked or put into inboxes. */
  readonly personal?: PersonalBacklog;
  readonly waits: readonly WaitDistribution[];
  /** What items waited for; absent where nobody kept account of it. */
  readonly waitParts?: WaitParts;
  readonly probes: readonly Probe[];
  readonly rules: readonly {readonly rule: string; readonly process: string; readonly hits: number}[];
  /** Share of answered taken at each target, per process. */
  readonly targets: readonly {
    readonly process: string;
    readonly target: string;
    readonly answered: number;
    readonly meanWaitSeconds: number | null;
  }[];
  /** Answered per process by who took it; what did not happen is left out. */
  readonly takenBy?: readonly TakenBy[];
  /** Where items stood and how they went on; absent where they have no life after handling. */
  readonly stages?: StageResults;
  /** From process to process; absent where no item went. */
  readonly processFlows?: readonly ProcessFlow[];
  /** Items that were late, by process, and whose their time was; absent where no items open others. */
  readonly late?: readonly LateTime[];
  /** Where the scenario has leads, or dispositions of items. */
  readonly leads?: LeadResults;
  /** Where processes have any, in their order. */
  readonly milestones?: readonly MilestoneResult[];
  readonly recorded: RecordedComparison | null;
  /** Priority against age, for the chart; absent where nobody worked it out. */
  readonly curves?: PriorityCurves;
  readonly warnings: readonly Warning[];
}

export interface MetricDefinition {
  readonly key: string;
  readonly label: string;
  readonly unit: 'ratio' | 'seconds' | 'items' | 'items/hour' | 'agents' | 'hours' | 'money';
  readonly definition: string;
  readonly better: 'higher' | 'lower' | 'neither';
}
export type MetricValues = Readonly<Record<string, Estimate>>;
export type Scoped = Readonly<Record<string, MetricValues>>;

export interface GoalResult {
  readonly text: string;
  readonly metric: string;
  /** What it is asked of, so that charts can draw its line; all absent: everything. */
  readonly of?: {
    readonly process?: string;
    readonly channel?: string;
    readonly group?: string;
    readonly source?: string;
    readonly attribute?: {readonly name: string; readonly value: string};
  };
  /** The goal's own limit of time, where it names one instead of leaving it to the processes' promises. */
  readonly withinSeconds?: number;
  readonly estimate: Estimate;
  readonly limit: {readonly kind: 'atLeast' | 'atMost'; readonly value: number};
  /** For `onDays`: share of days that met it is the estimate, and this the share asked. */
  readonly onDays: number | null;
  /** Interval beyond the limit on the good side, on the bad side, astride it, or nothing to judge. */
  readonly verdict: 'met' | 'missed' | 'undecided' | 'nothing to judge';
  /** Items (or days) judged. */
  readonly judged: number;
}

/** Means per replication; the identity holds exactly in each replication. created counts redials, and what items open. */
export interface Balance {
  readonly created: number;
  readonly rejected: number;
  readonly cancelled: number;
  readonly completed: number;
  readonly abandoned: number;
  readonly inHand: number;
  readonly waiting: number;
  readonly held: number;
  readonly redials: number;
  /** Of the created, those that other items opened; absent where there are none. */
  readonly opened?: number;
}

/** Columns per interval: index [series][interval]; intervals by arrival unless the definition says otherwise. */
export interface IntervalSeries {
  /** Start of each interval, ISO local date-time in the scenario's zone, and ms since the start. */
  readonly start: readonly string[];
  readonly startMs: readonly number[];
  readonly rows: readonly IntervalRow[];
  readonly groups: readonly GroupIntervalRow[];
  /** Whose the time past due was, of processes that were late at all; absent where no items open others. */
  readonly late?: readonly LateIntervals[];
  /** What items waited for, by their arrival, of processes whose items waited; absent where nobody kept account of it. */
  readonly waitParts?: readonly WaitPartIntervals[];
  /** Where there are many intervals: ratios by local hour or day too, for estimates cannot be joined afterwards. */
  readonly joined?: readonly JoinedRatios[];
}
/** In the order of `IntervalSeries.rows` and `groups`. */
export interface JoinedRatios {
  readonly point: 'hour' | 'day';
  readonly start: readonly string[];
  readonly rows: readonly {readonly serviceLevel: readonly Estimate[]; readonly slaAttainment: readonly Estimate[]}[];
  readonly groups: readonly {readonly occupancy: readonly Estimate[]}[];
}
/** One process and channel. Arrays are over intervals; means per replication, with half widths where there are several. */
export interface IntervalRow {
  readonly process: string;
  readonly channel: string;
  readonly offered: readonly number[];
  readonly answered: readonly number[];
  readonly abandoned: readonly number[];
  readonly rejected: readonly number[];
  readonly serviceLevel: readonly Estimate[];
  readonly slaAttainment: readonly Estimate[];
  /** Items due in the interval and judged: what slaAttainment is a share of. */
  readonly judgedDue?: readonly number[];
  readonly meanWaitSeconds: readonly (number | null)[];
  /** At the start of the interval: not started, in hand, and how many of both are overdue. */
  readonly backlogNotStarted: readonly number[];
  readonly backlogInHand: readonly number[];
  readonly backlogOverdue: readonly number[];
  readonly backlogHalfWidth: readonly (number | null)[];
  /** Per open stage of `Results.stages.names`, in their order: items that stand there at the start of each interval. */
  readonly backlogByStage?: readonly (readonly number[])[];
  readonly handledSeconds: readonly number[];
}
export interface GroupIntervalRow {
  readonly group: string;
  readonly onDutyAgents: readonly number[];
  readonly busyAgents: readonly number[];
  readonly paidAgents: readonly number[];
  readonly occupancy: readonly (number | null)[];
  readonly occupancyHalfWidth: readonly (number | null)[];
}

/** What agents have of their own that is not in hand; means per replication. */
export interface PersonalBacklog {
  readonly agents: readonly {
    readonly agent: string;
    /** Times something was put into his workbin; items there on average in the counted time, and at the end. */
    readonly parked: number;
    readonly workbinItems: number;
    readonly workbinAtEnd: number;
    /** The same of his inbox. */
    readonly assigned: number;
    readonly inboxItems: number;
    readonly inboxAtEnd: number;
  }[];
  /** Mean number of items in each interval. */
  readonly groups: readonly {
    readonly group: string;
    readonly workbinItems: readonly number[];
    readonly inboxItems: readonly number[];
  }[];
}

/**
 * Items of a process that arrived by themselves and were final only after they were due, or still open then: who had them.
 * Means per replication, of the items that arrived in the counted time. The owners of each add up to the whole time of
 * these items, from arrival until they were final or the run was over, and to the part of it that lay past due.
 */
export interface LateTime {
  readonly process: string;
  readonly items: Estimate;
  /** Of these abandoned or called off, and open at the end; the others were completed. */
  readonly gaveUp: Estimate;
  readonly open: Estimate;
  readonly wholeSeconds: Readonly<Record<Owner, Estimate>>;
  readonly pastDueSeconds: Readonly<Record<Owner, Estimate>>;
}

/**
 * Whose the time past due was in each interval, of items of the process that counted, means per replication: past the due
 * date they had then, whatever became of them later. What passes after the horizon is in no interval.
 */
export interface LateIntervals {
  readonly process: string;
  readonly pastDueSeconds: Readonly<Record<Owner, readonly number[]>>;
}

export interface AgentRow {
  readonly agent: string;
  readonly group: string;
  readonly answered: number;
  readonly onDutySeconds: number;
  readonly busySeconds: number;
  readonly readySeconds: number;
  readonly ringingSeconds: number;
  readonly restingSeconds: number;
  /** By not-ready reason: of breaks, of shrinkage; absent where nobody asked. */
  readonly restingSecondsByReason?: Readonly<Record<string, number>>;
  readonly notReadySeconds: number;
  readonly overtimeSeconds: number;
  readonly missed: number;
  readonly occupancy: number | null;
}

export interface WaitDistribution {
  readonly process: string;
  readonly channel: string;
  /** Share of offered whose wait (to answer or abandonment) is at most `atSeconds`. */
  readonly atSeconds: readonly number[];
  readonly share: readonly number[];
}

export interface Probe {
  readonly at: string;
  readonly atMs: number;
  readonly waiting: Readonly<Record<string, Estimate>>;
  readonly busyAgents: Estimate;
  readonly freeAgents: Estimate;
  readonly allBusy: Estimate;
}

/**
 * What became of a milestone: means per replication of occurrences of counted items, of which as many started as were
 * met, violated or open at the end.
 */
export interface MilestoneResult {
  readonly process: string;
  readonly milestone: string;
  readonly started: number;
  readonly met: number;
  readonly violated: number;
  readonly open: number;
  /** Not among those started: taken back, because their items went to another process before the target. */
  readonly withdrawn: number;
  readonly warned: number;
  /** Of those violated: reached too late, never reached, still to be reached at the end. */
  readonly late: number;
  readonly missed: number;
  readonly overdue: number;
  /** Met ÷ (met + violated). */
  readonly attainment: Estimate;
  /** On its clock, means: left of those met, left of those open at the end, beyond the target of those violated. */
  readonly metLeftSeconds: number | null;
  readonly openLeftSeconds: number | null;
  readonly lateSeconds: number | null;
  /** By local day of the target; what lies before the first or after the last day has none. */
  readonly days: readonly MilestoneDay[];
}
export interface MilestoneDay {
  readonly day: string;
  readonly started: number;
  readonly met: number;
  readonly violated: number;
  readonly open: number;
}

/** Counted, never lost: what the result may be wrong about and what to do. */
export interface Warning {
  readonly kind: string;
  readonly count: number;
  readonly message: string;
  readonly examples: readonly string[];
}

/** The scenario's priority curves as corners of lines, age on the process's clock, and where they cross. */
export interface PriorityCurves {
  readonly curves: readonly {
    readonly process: string;
    /** Channels whose items reach the process, as the run met them or the scenario says. */
    readonly channels: readonly string[];
    /** Calendar name; null: calendar time. */
    readonly clock: string | null;
    readonly slaSeconds: number | null;
    /** Corners in order of age; a step is two corners of one age. Straight lines between corners. */
    readonly ageSeconds: readonly number[];
    readonly priority: readonly number[];
  }[];
  /** At this age the curve of `over` passes that of `under`, both items being equally old. */
  readonly crossings: readonly {
    readonly over: string;
    readonly under: string;
    readonly atAgeSeconds: number;
    readonly priority: number;
  }[];
}
